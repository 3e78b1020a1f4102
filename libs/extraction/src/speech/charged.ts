import type { Sentence, Token } from '../text/document.js';
import { isQuotedAt, lowerAt, posAt, textAt } from '../text/token-at.js';
import type { Cue } from './find-cues.js';
import { mainVerbBehind } from './main-verb.js';
import { phraseEndingAt, type Phrase } from './noun-phrase.js';
import { isOfRelative, subjectBefore } from './subjects.js';
import { wordList } from '../words/word-list.js';

/** What is done about a charge: in "the trial of a doctor charged with fraud" the doctor is charged. */
const PROCEEDINGS = wordList(
  'trial trials arrest arrests detention case cases extradition release conviction sentencing prosecution hearing hearings appeal death deaths killing execution imprisonment questioning',
);
const STOP = /^[;:.!?–—]$/;

/** The accusation has no verb of its own: "a man accused of theft", "Ada Brill, charged with fraud,". */
export const isReduced = ({ voice, first, verb }: Cue): boolean => voice === 'passive' && first === verb;

/** Who is accused by a passive: its subject, or the noun that it stands behind; null where that cannot be told. */
export function accusedOf(tokens: readonly Token[], cue: Cue, sentence: Sentence): Phrase | null {
  if (isReduced(cue)) return nounBefore(tokens, cue.first, sentence);
  const subject = subjectBefore(tokens, cue.first, sentence)?.phrase ?? null;
  // "the general, who is suspected of war crimes,"
  return subject && isOfRelative(tokens, subject) ? nounBefore(tokens, subject.first, sentence) : subject;
}

function nounBefore(tokens: readonly Token[], verb: number, { firstToken }: Sentence): Phrase | null {
  const last = textAt(tokens, verb - 1) === ',' ? verb - 2 : verb - 1;
  const phrase = phraseEndingAt(tokens, last, firstToken);
  if (!phrase) return null;
  let first = phrase.first;
  for (let at = first; at < last; at++)
    if (PROCEEDINGS.at(tokens, at) && lowerAt(tokens, at + 1) === 'of') first = at + 2;
  return { first, end: phrase.end };
}

/** Where a charge without a verb of its own ends: at the comma of its aside, else before the main verb; `end` where neither stands there. */
export function reducedEnd(tokens: readonly Token[], { first }: Cue, from: number, end: number): number {
  if (textAt(tokens, first - 1) === ',') return asideEnd(tokens, from, end);
  const verb = mainVerbBehind(tokens, from, end);
  if (verb < 0) return end;
  return posAt(tokens, verb - 1) === 'ADV' ? verb - 1 : verb;
}

/** The comma that closes an aside: none between the things of a list ("accused of theft, arson and fraud, has left"). */
function asideEnd(tokens: readonly Token[], from: number, end: number): number {
  for (let at = from; at < end; at++) {
    if (isQuotedAt(tokens, at)) continue;
    if (STOP.test(textAt(tokens, at))) return at;
    if (textAt(tokens, at) === ',' && !isListed(tokens, at, end)) return at;
  }
  return end;
}

/** More of a list stands behind the comma: a noun or an act, with "and" before another comma, and no verb of the sentence. */
function isListed(tokens: readonly Token[], comma: number, end: number): boolean {
  let hasAnd = false;
  for (let at = comma + 1; at < end; at++) {
    if (textAt(tokens, at) === ',') return hasAnd || isListed(tokens, at, end);
    if (posAt(tokens, at) === 'AUX' || (posAt(tokens, at) === 'VERB' && !lowerAt(tokens, at).endsWith('ing')))
      return false;
    hasAnd ||= /^(?:and|or)$/.test(lowerAt(tokens, at));
  }
  return false;
}
