import type { Word } from '../words/words.js';
import { dayOf, type Day } from './calendar.js';
import { readDate } from './date-words.js';
import { readPeriod } from './period-readers.js';
import type { Reading } from './period-reading.js';
import { ANNOUNCED_AHEAD } from './resolve-date.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** "December 2016", "20 December 2016", "Dec. 20, 2016": all that is needed of them is month and year. */
const MONTH_BEFORE =
  /\b(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|ober)?\.? (?:\d{1,2}(?:st|nd|rd|th)?, ?)?$/i;
/** A month is no longer, with the day behind it. */
const MONTH_REACH = 30;
const YEAR = /\b(?:18|19|20|21)\d\d\b/g;
/** What lies back is no time that the article is of: "the worst flood since March 2012". */
const LOOKS_BACK = /\bsince (?:\w+ ){0,4}$/i;
const LOOKED_AT = 40;
const HALF_YEAR = 182;

/**
 * A day in the middle of the time that an article without a publication day is of, by the month and year in its title ("Siege of
 * Easttown (November-December 2016)"), the title's year, or the dates with a year in its text. Null where these give none, or years
 * of which nobody can say which one is meant.
 */
export function timeToldBy(title: string | null, text: string): Day | null {
  const ofTitle = title === null ? null : (onlyOne(monthsOf(title)) ?? onlyOne(yearsOf(title)));
  return ofTitle ?? onlyOne(monthsOf(text));
}

interface Told {
  readonly year: number;
  readonly day: Day | null;
}

function monthsOf(text: string): Told[] {
  return [...text.matchAll(YEAR)].flatMap(({ 0: digits, index: year }) => {
    const from = Math.max(0, year - MONTH_REACH);
    const found = MONTH_BEFORE.exec(text.slice(from, year));
    const index = from + (found?.index ?? 0);
    if (!found || LOOKS_BACK.test(text.slice(Math.max(0, index - LOOKED_AT), index))) return [];
    const month = MONTHS.indexOf((found[1] ?? '').slice(0, 3).toLowerCase()) + 1;
    return [{ year: Number(digits), day: dayOf(Number(digits), month, 15) }];
  });
}

const yearsOf = (text: string): Told[] =>
  [...text.matchAll(YEAR)].map(([digits]) => ({ year: Number(digits), day: dayOf(Number(digits), 7, 1) }));

/** The first of several of one year. */
const onlyOne = ([first, ...others]: readonly Told[]): Day | null =>
  first && others.every(({ year }) => year === first.year) ? first.day : null;

/**
 * A phrase of day and month without a year, as "by 20 December", in the year in which it lies nearest to `around`. What is open behind
 * a beginning stays open. Null for all other phrases: "on Monday" could be any.
 */
export function readWithoutYear(
  words: readonly Word[],
  at: number,
  { to }: Reading,
  around: Day,
): Reading | null {
  if (!namesDay(words, at, to)) return null;
  // News looks back: from half a year later the last such day is the nearest one.
  const reading = readPeriod(words, at, around + HALF_YEAR - ANNOUNCED_AHEAD);
  if (!reading) return null;
  const { start, end, rule } = reading;
  const isNear = (day: Day | null): boolean => day === null || Math.abs(day - around) <= HALF_YEAR + 1;
  if (rule === 'since') return isNear(start) ? { ...reading, end: null } : null;
  return isNear(start) && isNear(end) ? reading : null;
}

function namesDay(words: readonly Word[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const date = readDate(words, at);
    if (date?.day && date.month) return true;
  }
  return false;
}
