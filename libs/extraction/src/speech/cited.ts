import type { Document, Sentence } from '../text/document.js';
import { firstBehind } from '../text/first-behind.js';
import { lowerAt } from '../text/token-at.js';
import { tokenKind } from '../text/token-kinds.js';
import { phraseStartingAt } from './noun-phrase.js';
import { bareSubject, type Subject } from './subjects.js';
import type { Utterance } from './utterance.js';

const CITING = tokenKind(/^(?:citing|quoting)$/);
/** What is cited is not always a source: "citing a lack of funds". */
const REASON =
  /^(?:lack|need|concerns?|fears?|security|privacy|safety|reasons?|examples?|weather|rules?|policy|risks?|the)$/;

/** From whom speakers have their words: "the fund said, citing village elders"; "The Evening Post, quoting hospital sources, said". */
export class Citations {
  /** Tokens "citing" and "quoting" outside quotation marks, in order. */
  private readonly cues: readonly number[];

  constructor(private readonly document: Document) {
    const cues: number[] = [];
    for (const { is, quote, index } of document.tokens)
      if ((is & CITING) !== 0 && quote < 0) cues.push(index);
    this.cues = cues;
  }

  /** Who is cited beside reported words, in their sentence; null where nobody is. */
  of({ sentence, quoted, pieces, cue }: Utterance): Subject | null {
    const own = this.document.sentences[sentence];
    const at = own ? this.cueIn(own) : -1;
    if (!own || at < 0 || quoted || !cue || cue.verb === at) return null;
    const start = this.document.tokens[at]?.start ?? 0;
    if (pieces.some((piece) => piece.start <= start && start < piece.end)) return null;
    const phrase = phraseStartingAt(this.document.tokens, at + 1, own.endToken, true);
    return phrase && !this.isReason(phrase.end - 1) ? bareSubject(phrase) : null;
  }

  private cueIn({ firstToken, endToken }: Sentence): number {
    const at = this.cues[firstBehind(this.cues, firstToken - 1, (index) => index)] ?? -1;
    return at < endToken ? at : -1;
  }

  private isReason(at: number): boolean {
    return REASON.test(lowerAt(this.document.tokens, at));
  }
}
