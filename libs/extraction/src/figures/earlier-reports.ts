import { lowerAt, type Word } from '../words/words.js';
import { WordList, wordList } from '../words/word-list.js';
import type { Counted } from './counted.js';
import { TOTAL_NOUNS } from './total-words.js';

/** What was said before: it no longer stands, whatever its tense. */
const BEFORE = wordList('earlier previous prior original');
/** They come first and may still be all that is known: "initial reports say". */
const FIRST = wordList('initial first preliminary provisional');
const BEFOREHAND = wordList('previously initially originally first');
const MARKS = new WordList([...BEFORE, ...FIRST, ...BEFOREHAND, 'had']);

const COUNTS = new WordList([
  ...TOTAL_NOUNS,
  ...'estimate estimates tolls counts tallies figures'.split(' '),
]);
const REPORTS = new WordList([
  ...COUNTS,
  ...'report reports bulletin bulletins statement statements'.split(' '),
]);
/** They stand between "earlier" and its noun. */
const BETWEEN = wordList('death official police government confirmed media local unconfirmed un');
const SAID = wordList(
  'said put reported gave given announced estimated stated listed counted confirmed spoke spoken showed shown suggested indicated claimed recorded',
);
const WAS = wordList('was were stood');
const BREAKS = wordList('but while before whereas now ;');
/** Words of "had put the number of those who died in the two towns at". */
const REACH = 14;

/**
 * Numbers that the sentence gives for an earlier report's: "Earlier estimates had put the toll at 24", "the ministry had previously
 * said 24 people died", "the initial toll was 24". In a series they stand before what is known, and are no fall of it.
 */
export function ofEarlierReport(words: readonly Word[]): (one: Counted) => boolean {
  const marks: number[] = [];
  words.forEach((_, at) => {
    if (MARKS.at(words, at)) marks.push(at);
  });
  if (marks.length === 0) return () => false;
  return ({ count }) =>
    marks.some((at) => at < count.from && count.from - at <= REACH && leadsTo(words, at, count.from));
}

function leadsTo(words: readonly Word[], mark: number, count: number): boolean {
  if (lowerAt(words, mark) === 'had') return hadStoodAt(words, mark, count);
  const noun = BETWEEN.at(words, mark + 1) ? mark + 2 : mark + 1;
  const isReport = REPORTS.at(words, noun) && noun < count;
  if (isReport && lowerAt(words, noun + 1) === 'of') return count === noun + 2;
  const verb = isReport ? verbOf(words, mark, noun, count) : verbBeside(words, mark);
  return verb >= 0 && verb < count && !isBroken(words, verb, count);
}

/** "had put the toll at", "had been put at", "had stood at": what a total had been until then. */
function hadStoodAt(words: readonly Word[], had: number, count: number): boolean {
  const verb = lowerAt(words, had + 1) === 'been' ? had + 2 : had + 1;
  const isPlaced = /^(?:put|stood)$/.test(lowerAt(words, verb)) && lowerAt(words, count - 1) === 'at';
  return isPlaced && !isBroken(words, verb, count);
}

/** "earlier reports had said", "the initial toll was": the verb that makes an earlier one of it; -1 where none does. */
function verbOf(words: readonly Word[], mark: number, noun: number, count: number): number {
  const isOver = BEFORE.at(words, mark);
  for (let at = noun + 1; at < count; at += 1) {
    if (lowerAt(words, at) === 'had') return at;
    if (WAS.at(words, at) && COUNTS.at(words, noun)) return at;
    if (isOver && SAID.at(words, at)) return at;
  }
  return -1;
}

/** "had earlier said", "had said earlier", "previously put"; but "said earlier" tells only of the hour. */
function verbBeside(words: readonly Word[], mark: number): number {
  const [before, behind] = [mark - 1, lowerAt(words, mark + 1) === 'been' ? mark + 2 : mark + 1];
  const isPerfect = [before, before - 1].some((at) => lowerAt(words, at) === 'had');
  const isBeforehand = BEFOREHAND.at(words, mark);
  if (SAID.at(words, behind) && (isPerfect || isBeforehand)) return behind;
  const isSaidThen =
    SAID.at(words, before) && (isPerfect || (isBeforehand && lowerAt(words, mark) !== 'first'));
  return isSaidThen ? mark : -1;
}

/** "was wrong and that 12": what follows is no longer said of the earlier report. */
const opensNext = (words: readonly Word[], at: number): boolean =>
  lowerAt(words, at) === 'and' && (lowerAt(words, at + 1) === 'that' || SAID.at(words, at + 1));

/** Another clause begins between them, or another number stands there. */
function isBroken(words: readonly Word[], from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1)
    if (
      BREAKS.at(words, at) ||
      opensNext(words, at) ||
      words[at]?.kind === 'number' ||
      words[at]?.text === ','
    )
      return true;
  return false;
}
