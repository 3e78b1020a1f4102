import { lowerAt, type Word } from '../words/words.js';
import { addMonths, firstOfMonth, lastOfMonth, partsOf, type Day } from './calendar.js';
import { weekdayNamed } from './date-words.js';
import type { Moment } from './moments.js';
import { wordList } from '../words/word-list.js';

const LIES_AHEAD =
  /^(?:could|may|might|will|would|shall|expected|projected|forecast|predicted|estimated|due|planned|plans?|likely|set|scheduled)$/;
const SAYS = wordList('said says say told announced warned added reported wrote confirmed');
const ENDS_CLAUSE = wordList('; : . ? !');
/** Words between "could" and its date: "could be forced to leave their homes in the valley by August". */
const REACH = 16;

/** What the date at word `at` belongs to is still to come: "could flee by June"; not "could have died on Monday", "would leave, he said on Monday". */
export function liesAhead(words: readonly Word[], at: number): boolean {
  if (at === 0)
    return words
      .slice(1, REACH)
      .some((word, i) => LIES_AHEAD.test(word.text) && lowerAt(words, i + 2) !== 'have');
  if (SAYS.at(words, at - 1) || SAYS.at(words, at - 2)) return false;
  for (let i = at - 1; i >= Math.max(0, at - REACH); i -= 1) {
    const word = words[i];
    if (!word || ENDS_CLAUSE.holds(word)) return false;
    if (LIES_AHEAD.test(word.text)) return lowerAt(words, i + 1) !== 'have';
  }
  return false;
}

/** The same date, whole and after publication: news otherwise looks back to the last one, and no further than the day it is printed. */
export function turnedAhead(
  words: readonly Word[],
  at: number,
  moment: Moment,
  published: Day | null,
): Moment {
  const { start, end, to } = moment;
  if (published === null || end === null || hasYear(words, at, to)) return moment;
  if (moment.accuracy === 'day')
    return start === end ? { ...moment, ...dayAhead(words, at, end, published, to) } : moment;
  const { year, month } = partsOf(start ?? end);
  if (moment.accuracy === 'month') {
    const later = lastOfMonth(year, month) < published ? year + 1 : year;
    return { ...moment, start: firstOfMonth(later, month), end: lastOfMonth(later, month) };
  }
  if (moment.accuracy === 'year') return { ...moment, end: lastOfMonth(year, 12) };
  return start === null ? moment : { ...moment, end: Math.max(end, start + 6) };
}

function dayAhead(
  words: readonly Word[],
  at: number,
  day: Day,
  published: Day,
  to: number,
): { start: Day; end: Day } {
  const isWeekday = words.slice(at, to).some((word) => weekdayNamed(word) !== null);
  const later = day >= published ? day : isWeekday ? day + 7 : addMonths(day, 12);
  return { start: later, end: later };
}

function hasYear(words: readonly Word[], at: number, to: number): boolean {
  return words.slice(at, to).some((word) => /^\d{4}$/.test(word.text));
}

/** Words before the date in "by the end of June", "by end-June": how many from `at` on. */
export function endOf(words: readonly Word[], at: number): number {
  const from = lowerAt(words, at) === 'the' ? at + 1 : at;
  return lowerAt(words, from) === 'end' && lowerAt(words, from + 1) === 'of' ? from + 2 - at : 0;
}
