import { CAPITAL, wordKind, type Word } from '../words/words.js';

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

/** A month's name or its abbreviation; capitals tell "May" and "March" from the verbs. */
export const MONTH = wordKind(
  (lower, text, bits) => ((bits & CAPITAL) !== 0 && MONTHS.has(lower)) || isMiddle(lower, text),
);
/** A weekday's name or its abbreviation, capitalised. */
export const WEEKDAY = wordKind((lower, _, bits) => (bits & CAPITAL) !== 0 && WEEKDAYS.has(lower));

/** Leads a month to its days 11 to 20. */
const MID = /^mid-/;

/** 1 to 12 for the word of a month. */
export function monthOf(word: Word | undefined): number | null {
  return word && (word.is & MONTH) !== 0 ? (MONTHS.get(word.lower.replace(MID, '')) ?? null) : null;
}

/** "mid-February" is one word. */
const isMiddle = (lower: string, text: string): boolean =>
  lower.startsWith('mid-') && MONTHS.has(lower.replace(MID, '')) && /-\p{Lu}/u.test(text);

/** 0 (Monday) to 6 (Sunday) for the word of a weekday. */
export function weekdayNamed(word: Word | undefined): number | null {
  return word && (word.is & WEEKDAY) !== 0 ? (WEEKDAYS.get(word.lower) ?? null) : null;
}

/** A date as written: what it leaves open is null. `to` is the index after its last word. */
export interface WrittenDate {
  readonly to: number;
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly weekday: number | null;
}

/** A date without its weekday. All are made in one shape. */
function written(to: number, year: number | null, month: number | null, day: number | null): WrittenDate {
  return { to, year, month, day, weekday: null };
}

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
  return date && date.day !== null
    ? { to: date.to, year: date.year, month: date.month, day: date.day, weekday }
    : { to: at + 1, year: null, month: null, day: null, weekday };
}

function isoDate(words: readonly Word[], at: number): WrittenDate | null {
  const [month, day] = [words[at + 2], words[at + 4]];
  if (words[at + 1]?.text !== '-' || words[at + 3]?.text !== '-' || !month || !day) return null;
  const read = yearOf(words[at]);
  if (read === null || !/^\d{2}$/.test(month.text) || !/^\d{2}$/.test(day.text)) return null;
  return written(at + 5, read, Number(month.text), Number(day.text));
}

/** "1 December 2016", "the 3rd of May", "3 May". */
function dayMonth(words: readonly Word[], at: number): WrittenDate | null {
  const from = words[at]?.lower === 'the' ? at + 1 : at;
  const read = monthDay(words, from);
  if (!read) return null;
  const named = words[read.to]?.lower === 'of' ? read.to + 1 : read.to;
  const month = monthOf(words[named]);
  if (month === null) return null;
  const { to, year } = trailingYear(words, named + 1);
  return written(to, year, month, read.day);
}

/** "March 9, 2012", "Mar. 9", "March 2015", "March". */
function monthFirst(words: readonly Word[], at: number): WrittenDate | null {
  const month = monthOf(words[at]);
  if (month === null) return null;
  const named = words[at + 1]?.text === '.' && !words[at + 1]?.spaced && (words[at]?.text.length ?? 9) < 5;
  const next = named ? at + 2 : at + 1;
  const year = yearOf(words[next]);
  if (year !== null) return written(next + 1, year, month, null);
  const read = monthDay(words, next);
  if (!read) return written(at + 1, null, month, null);
  const behind = trailingYear(words, read.to);
  return written(behind.to, behind.year, month, read.day);
}

function trailingYear(words: readonly Word[], at: number): { year: number | null; to: number } {
  const from = words[at]?.text === ',' ? at + 1 : at;
  const year = yearOf(words[from]);
  return year === null ? { year: null, to: at } : { year, to: from + 1 };
}
