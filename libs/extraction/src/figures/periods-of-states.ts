import type { PeriodMention } from '../dates/index.js';
import { firstBehind } from '../text/first-behind.js';
import { wordList } from '../words/word-list.js';
import { lowerAt, type Word } from '../words/words.js';

/** They open what brought a state about, or tell more of it. */
const OPENS_EVENT = wordList('after when following where which that who before');
/** Words between such an opener and the time in its clause. */
const REACH = 16;

/**
 * The periods that may tell when people were in a state, or a total stood so high: not the day of what brought it about ("eleven remain
 * missing after a landslide struck on Monday", "the toll has risen to 40 in the town where dams burst on Monday"). A state may last
 * long after that day, and a total grows.
 */
export function periodsOfStates(
  words: readonly Word[],
  periods: readonly PeriodMention[],
): readonly PeriodMention[] {
  return periods.filter(({ rule, range }) => rule !== 'moment' || !isOfCause(words, range.start));
}

function isOfCause(words: readonly Word[], start: number): boolean {
  const first = firstBehind(words, start - 1, (word) => word.start);
  for (let at = first - 1; at >= Math.max(0, first - REACH); at -= 1) {
    if (OPENS_EVENT.at(words, at)) return !isThatOfSaying(words, at);
    if (words[at]?.kind === 'mark') return false;
  }
  return false;
}

/** "said that on Monday 40 were missing" */
const SAYING = wordList(
  'said say says saying reported reports confirmed confirms confirming announced stated added estimated estimates showed shows fear feared fears believe believed means',
);
const isThatOfSaying = (words: readonly Word[], at: number): boolean =>
  lowerAt(words, at) === 'that' && SAYING.at(words, at - 1);
