import type { Document, Sentence, Token } from '../text/document.js';
import { firstBehind } from '../text/first-behind.js';
import { isQuotedAt, lowerAt, textAt } from '../text/token-at.js';
import { isTokenKind, tokenKind } from '../text/token-kinds.js';
import { isCapitalised } from './name-index.js';
import { ANONYMOUS_HEADS, GROUP_NOUNS, ORGANISATION_WORDS, ROLE_NOUNS, TITLE_WORDS } from './name-words.js';
import { phraseStartingAt, type Phrase } from './noun-phrase.js';
import type { Subject } from './subject.js';
import { bareSubject } from './subjects.js';
import type { Utterance } from './utterance.js';
import { wordList } from '../words/word-list.js';

const CITING = tokenKind(/^(?:citing|quoting)$/);
const CITES = wordList('cited cites quoted quotes');
const RELATIVE = wordList('which who');
/** What is cited is not always a source: "citing a lack of funds". */
const SOURCES = [ANONYMOUS_HEADS, GROUP_NOUNS, ORGANISATION_WORDS, ROLE_NOUNS, TITLE_WORDS];

const ENDS_HEAD = /^(?:of|for|in|at|from|with|on|to|about|near|who|familiar|close|and)$/;
/** Tokens of an aside that names a source. */
const MAX_ASIDE = 14;

/** Where the content goes on behind an aside that names a source ("reported, citing officials, that ..."); -1 where nothing does. */
export function behindCitation(tokens: readonly Token[], at: number, limit: number): number {
  const isAside = textAt(tokens, at) === ',';
  const citing = isAside ? at + 1 : at;
  if (!isTokenKind(tokens, citing, CITING) || isQuotedAt(tokens, citing)) return at;
  const end = Math.min(limit, citing + MAX_ASIDE);
  for (let i = citing + 1; i < end; i++) {
    if (isAside && textAt(tokens, i) === ',') return i + 1;
    if (lowerAt(tokens, i) === 'that') return i;
  }
  return -1;
}

/** "citing", or "cited" where a relative clause tells it of a speaker. */
const isCiting = (tokens: readonly Token[], token: Token): boolean =>
  (token.is & CITING) !== 0 || (CITES.holds(token) && RELATIVE.at(tokens, token.index - 1));

/** From whom speakers have their words: "the fund said, citing village elders"; "The Evening Post, quoting hospital sources, said". */
export class Citations {
  /** Tokens "citing" and "quoting", and "cited" in "which cited", outside quotation marks, in order. */
  private readonly cues: readonly number[];
  private readonly isCue: ReadonlySet<number>;

  constructor(private readonly document: Document) {
    const cues: number[] = [];
    for (const token of document.tokens)
      if (token.quote < 0 && isCiting(document.tokens, token)) cues.push(token.index);
    this.cues = cues;
    this.isCue = new Set(cues);
  }

  /** Who is cited beside reported words, in their sentence; null where nobody is. */
  of(utterance: Utterance): Subject | null {
    const own = this.document.sentences[utterance.sentence];
    const at = own ? this.cueIn(own) : -1;
    if (!own || at < 0 || !this.standsBeside(utterance, at)) return null;
    const phrase = phraseStartingAt(this.document.tokens, at + 1, own.endToken, true);
    return phrase && this.isSource(phrase) ? bareSubject(phrase) : null;
  }

  /** Outside the words and no cue of theirs; of a quotation only behind its verb. */
  private standsBeside({ quoted, pieces, cue }: Utterance, at: number): boolean {
    if (!cue || cue.verb === at || (quoted && cue.verb > at)) return false;
    const start = this.document.tokens[at]?.start ?? 0;
    return !pieces.some((piece) => piece.start <= start && start < piece.end);
  }

  private cueIn({ firstToken, endToken }: Sentence): number {
    const at = this.cues[firstBehind(this.cues, firstToken - 1, (index) => index)] ?? -1;
    return at < endToken ? at : -1;
  }

  /** A name, an office or a body; a noun of any other kind is a reason ("citing Ruiz's record in office"). */
  private isSource({ first, end }: Phrase): boolean {
    const { tokens } = this.document;
    let head = first;
    while (head + 1 < end && !ENDS_HEAD.test(lowerAt(tokens, head + 1))) head++;
    const token = tokens[head];
    if (!token) return false;
    const singular = token.lower.replace(/s$/, '');
    return (
      (isCapitalised(token) && token.pos === 'PROPN') ||
      SOURCES.some((nouns) => nouns.has(token.lower) || nouns.has(singular))
    );
  }

  /** The utterances without those that only name who is cited beside another: outlet and source are one statement. */
  withoutSources(utterances: readonly Utterance[], quotations: readonly Utterance[] = []): Utterance[] {
    const cited = new Set(
      [...utterances, ...quotations].filter((one) => this.of(one) !== null).map(({ sentence }) => sentence),
    );
    return utterances.filter(
      ({ sentence, cue, rule }) =>
        rule !== 'reported-noun-phrase' || !cited.has(sentence) || !cue || !this.isCue.has(cue.verb),
    );
  }
}
