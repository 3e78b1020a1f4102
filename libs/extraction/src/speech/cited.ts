import type { Document } from '../text/document.js';
import { isQuotedAt, lowerAt } from '../text/token-at.js';
import { phraseStartingAt } from './noun-phrase.js';
import { bareSubject, type Subject } from './subjects.js';
import type { Utterance } from './utterance.js';

const CITES = /^(?:citing|quoting)$/;
/** What is cited is not always a source: "citing a lack of funds". */
const REASON =
  /^(?:lack|need|concerns?|fears?|security|privacy|safety|reasons?|example|examples|weather|rules?|policy|risks?|the)$/;

/** From whom the speaker has it: "the fund said, citing village elders"; "The Evening Post, quoting hospital sources, said"; null where none is cited. */
export function citedBy(
  { tokens, sentences }: Document,
  { sentence, quoted, pieces, cue }: Utterance,
): Subject | null {
  const own = sentences[sentence];
  if (!own || quoted || !cue || CITES.test(lowerAt(tokens, cue.verb))) return null;
  for (let at = own.firstToken; at < own.endToken; at++) {
    if (!CITES.test(lowerAt(tokens, at)) || isQuotedAt(tokens, at)) continue;
    const start = tokens[at]?.start ?? 0;
    if (pieces.some((piece) => piece.start <= start && start < piece.end)) continue;
    const phrase = phraseStartingAt(tokens, at + 1, own.endToken, true);
    return phrase && !REASON.test(lowerAt(tokens, phrase.end - 1)) ? bareSubject(phrase) : null;
  }
  return null;
}
