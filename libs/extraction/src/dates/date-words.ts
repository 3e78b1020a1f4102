import type { Word } from '../words/words.js';
import { isCapital } from '../words/words.js';

const MONTH_NAMES =
  'january february march april may june july august september october november december'.split(' ');
const MONTHS: ReadonlyMap<string, number> = new Map([
  ...MONTH_NAMES.flatMap((name, at): [string, number][] => [
    [name, at + 1],
    [name.slice(0, 3), at + 1],
  ]),
  ['sept', 9],
]);
const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  [
    ['monday', 'mon'],
    ['tuesday', 'tue', 'tues'],
    ['wednesday', 'wed', 'weds'],
    ['thursday', 'thu', 'thur', 'thurs'],
    ['friday', 'fri'],
    ['saturday', 'sat'],
    ['sunday', 'sun'],
  ].flatMap((names, at) => names.map((name): [string, number] => [name, at])),
);

/** 1 to 12 for a month's name or its abbreviation; capitals tell "May" and "March" from the verbs. */
export function monthOf(word: Word | undefined): number | null {
  return word && isCapital(word) ? (MONTHS.get(word.lower) ?? null) : null;
}

/** 0 (Monday) to 6 (Sunday) for a weekday's name or its abbreviation, capitalised. */
export function weekdayNamed(word: Word | undefined): number | null {
  return word && isCapital(word) ? (WEEKDAYS.get(word.lower) ?? null) : null;
}

/** A date as written: what it leaves open is null. `to` is the index after its last word. */
export interface WrittenDate {
  readonly to: number;
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly weekday: number | null;
}

const NOTHING = { year: null, month: null, day: null, weekday: null };

/** A four-digit year that news can speak of. */
export function yearOf(word: Word | undefined): number | null {
  if (word?.kind !== 'number' || !/^\d{4}$/.test(word.text)) return null;
  const year = Number(word.text);
  return year >= 1800 && year <= 2199 ? year : null;
}

/** A day of the month, "3" or "3rd", with the index after it. */
export function monthDay(words: readonly Word[], at: number): { day: number; to: number } | null {
  const word = words[at];
  if (word?.kind !== 'number' || !/^\d{1,2}$/.test(word.text)) return null;
  const day = Number(word.text);
  if (day < 1 || day > 31) return null;
  const next = words[at + 1];
  const ordinal = next && !next.spaced && ['st', 'nd', 'rd', 'th'].includes(next.lower);
  return { day, to: ordinal ? at + 2 : at + 1 };
}

/** The date that begins at word `at`: "Thursday 6 November 2014", "Mar. 9, 2012", "2012-04-06", "March 2015", "Monday". */
export function readDate(words: readonly Word[], at: number): WrittenDate | null {
  const weekday = weekdayNamed(words[at]);
  if (weekday === null) return isoDate(words, at) ?? dayMonth(words, at) ?? monthFirst(words, at);
  let next = at + 1;
  while (words[next]?.text === ',' || words[next]?.text === '.') next += 1;
  const date = dayMonth(words, next) ?? monthFirst(words, next);
  return date && date.day !== null ? { ...date, weekday } : { ...NOTHING, weekday, to: at + 1 };
}

function isoDate(words: readonly Word[], at: number): WrittenDate | null {
  const [year, dash, month, dash2, day] = words.slice(at, at + 5);
  if (dash?.text !== '-' || dash2?.text !== '-' || !month || !day) return null;
  const read = yearOf(year);
  if (read === null || !/^\d{2}$/.test(month.text) || !/^\d{2}$/.test(day.text)) return null;
  return { ...NOTHING, to: at + 5, year: read, month: Number(month.text), day: Number(day.text) };
}

/** "1 December 2016", "the 3rd of May", "3 May". */
function dayMonth(words: readonly Word[], at: number): WrittenDate | null {
  const from = words[at]?.lower === 'the' ? at + 1 : at;
  const read = monthDay(words, from);
  if (!read) return null;
  const named = words[read.to]?.lower === 'of' ? read.to + 1 : read.to;
  const month = monthOf(words[named]);
  if (month === null) return null;
  return { ...NOTHING, day: read.day, month, ...trailingYear(words, named + 1) };
}

/** "March 9, 2012", "Mar. 9", "March 2015", "March". */
function monthFirst(words: readonly Word[], at: number): WrittenDate | null {
  const month = monthOf(words[at]);
  if (month === null) return null;
  const named = words[at + 1]?.text === '.' && !words[at + 1]?.spaced && (words[at]?.text.length ?? 9) < 5;
  const next = named ? at + 2 : at + 1;
  const year = yearOf(words[next]);
  if (year !== null) return { ...NOTHING, month, year, to: next + 1 };
  const read = monthDay(words, next);
  if (!read) return { ...NOTHING, month, to: at + 1 };
  return { ...NOTHING, month, day: read.day, ...trailingYear(words, read.to) };
}

function trailingYear(words: readonly Word[], at: number): { year: number | null; to: number } {
  const from = words[at]?.text === ',' ? at + 1 : at;
  const year = yearOf(words[from]);
  return year === null ? { year: null, to: at } : { year, to: from + 1 };
}
