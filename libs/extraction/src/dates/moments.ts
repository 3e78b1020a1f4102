import { isKind, lowerAt, wordKind, type Word } from '../words/words.js';
import { addMonths, firstOfMonth, lastOfMonth, partsOf, weekdayOf, type Day } from './calendar.js';
import { MONTH, monthOf, readDate, WEEKDAY, weekdayNamed, yearOf } from './date-words.js';
import { resolveDate, type Span } from './resolve-date.js';
import { WordList } from '../words/word-list.js';

/** A time a sentence names without a preposition, and the index after its last word. */
export interface Moment extends Span {
  readonly to: number;
}

const DAY_PARTS = new WordList([
  'morning',
  'afternoon',
  'evening',
  'night',
  'midday',
  'noon',
  'midnight',
  'dawn',
]);
const NEARBY_DAYS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['yesterday', [-1, -1]],
  ['today', [0, 0]],
  ['tonight', [0, 0]],
  ['tomorrow', [1, 1]],
  ['overnight', [-1, 0]],
]);
const SHIFTS: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['previous', -1],
  ['past', -1],
  ['this', 0],
  ['next', 1],
]);
const SEASONS = new Set(['spring', 'summer', 'autumn', 'winter']);
const LEADS = new WordList(['late', 'early', 'earlier', 'later', 'mid', 'only', 'just']);

/** Words a moment begins with, behind its leads. */
const OPENS = wordKind((lower, _, bits) => {
  if ((bits & (MONTH | WEEKDAY)) !== 0 || /^\d/.test(lower) || lower === 'the') return true;
  return NEARBY_DAYS.has(lower) || SHIFTS.has(lower);
});

/** All moments are made here, in one shape. */
function momentOf({ accuracy }: Span, start: Day | null, end: Day | null, to: number): Moment {
  return { start, end, accuracy, to };
}

/** Reads the moment that begins at word `at`. `before`: a weekday is meant strictly before the publication day ("since Monday"). */
export function readMoment(
  words: readonly Word[],
  at: number,
  published: Day | null,
  before = false,
): Moment | null {
  const ofPart = dayPartOf(words, at);
  const from = skipLead(words, ofPart ?? at);
  if (!isKind(words, from, OPENS)) return null;
  const core =
    monthOfYear(words, from, published) ??
    nearbyDay(words, from, published) ??
    shiftedUnit(words, from, published) ??
    dated(words, from, published, before);
  if (!core) return null;
  const to = trailing(words, core.to);
  const isMiddle = lowerAt(words, from).startsWith('mid-');
  if (core.accuracy !== 'month' || (from === at && !isMiddle))
    return momentOf(core, core.start, core.end, to);
  const part = partOfMonth(core, isMiddle ? 'mid' : lowerAt(words, from - 1));
  return momentOf(core, part.start, part.end, to);
}

/** "the morning of", "evening of" -> the index after it. */
function dayPartOf(words: readonly Word[], at: number): number | null {
  const from = words[at]?.lower === 'the' ? at + 1 : at;
  return DAY_PARTS.at(words, from) && words[from + 1]?.lower === 'of' ? from + 2 : null;
}

function skipLead(words: readonly Word[], at: number): number {
  if (!LEADS.at(words, at)) return at;
  return words[at + 1]?.lower === 'on' || words[at + 1]?.text === '-' ? at + 2 : at + 1;
}

function trailing(words: readonly Word[], at: number): number {
  const part = DAY_PARTS.at(words, at) ? at + 1 : at;
  const next = lowerAt(words, part);
  return next === 'alone' || next === 'only' ? part + 1 : part;
}

function nearbyDay(words: readonly Word[], at: number, published: Day | null): Moment | null {
  const first = lowerAt(words, at);
  const next = words[at + 1]?.lower ?? '';
  if (first === 'this' && DAY_PARTS.has(next)) return around(published, 0, 0, at + 2);
  if (first === 'last' && next === 'night') return around(published, -1, 0, at + 2);
  const days = NEARBY_DAYS.get(first);
  return days ? around(published, days[0], days[1], at + 1) : null;
}

function around(published: Day | null, from: number, until: number, to: number): Moment {
  if (published === null) return { start: null, end: null, accuracy: 'day', to };
  return { start: published + from, end: published + until, accuracy: 'day', to };
}

/** "last week", "this month", "next year", "last Tuesday", "last March", "the previous week". */
function shiftedUnit(words: readonly Word[], at: number, published: Day | null): Moment | null {
  const from = words[at]?.lower === 'the' ? at + 1 : at;
  const shift = SHIFTS.get(lowerAt(words, from));
  if (shift === undefined) return null;
  const unit = words[from + 1];
  if (weekdayNamed(unit) !== null || monthOf(unit) !== null)
    return shiftedName(words, from + 1, shift, published);
  const span = unitSpan(unit?.lower ?? '', shift, published);
  return span && momentOf(span, span.start, span.end, from + 2);
}

/** A season begins half a year apart north and south, so its days are left open. */
function unitSpan(unit: string, shift: number, published: Day | null): Span | null {
  return SEASONS.has(unit)
    ? { start: null, end: null, accuracy: 'month' }
    : calendarUnit(unit, shift, published);
}

/** "June this year", "March last year". */
function monthOfYear(words: readonly Word[], at: number, published: Day | null): Moment | null {
  const month = monthOf(words[at]);
  if (month === null || published === null || lowerAt(words, at + 2) !== 'year') return null;
  const shift = SHIFTS.get(lowerAt(words, at + 1));
  if (shift === undefined) return null;
  const year = partsOf(published).year + shift;
  const end = lastOfMonth(year, month);
  const start = firstOfMonth(year, month);
  return {
    start,
    end: shift === 0 ? Math.max(start, Math.min(end, published)) : end,
    accuracy: 'month',
    to: at + 3,
  };
}

function shiftedName(
  words: readonly Word[],
  at: number,
  shift: number,
  published: Day | null,
): Moment | null {
  const date = readDate(words, at);
  const span = date && resolveDate(date, published, shift < 0);
  if (!date || !span) return null;
  if (shift <= 0 || span.start === null || span.end === null)
    return momentOf(span, span.start, span.end, date.to);
  const ahead = date.weekday === null ? 0 : 7;
  return momentOf(span, span.start + ahead, span.end + ahead, date.to);
}

/** "the year" behind "by the end of": the one that runs on the publication day. */
export function runningUnit(words: readonly Word[], at: number, published: Day | null): Moment | null {
  if (lowerAt(words, at) !== 'the') return null;
  const span = calendarUnit(lowerAt(words, at + 1), 0, published);
  return span && momentOf(span, span.start, span.end, at + 2);
}

/** The calendar week (Monday to Sunday), weekend, month or year, counted from the running one and cut at publication. */
function calendarUnit(unit: string, shift: number, published: Day | null): Span | null {
  if (!['week', 'weekend', 'month', 'year'].includes(unit)) return null;
  const accuracy = unit === 'weekend' ? 'week' : (unit as 'week' | 'month' | 'year');
  if (published === null) return { start: null, end: null, accuracy };
  const [start, end] = unitDays(unit, shift, published);
  return { start: Math.min(start, end), end: shift === 0 ? Math.min(end, published) : end, accuracy };
}

function unitDays(unit: string, shift: number, published: Day): [Day, Day] {
  const { year, month } = partsOf(published);
  if (unit === 'year') return [firstOfMonth(year + shift, 1), lastOfMonth(year + shift, 12)];
  if (unit === 'month') return [firstOfMonth(year, month + shift), lastOfMonth(year, month + shift)];
  const monday = published - weekdayOf(published) + 7 * shift;
  if (unit === 'week') return [monday, monday + 6];
  const saturday = shift === 0 && monday + 5 > published ? monday - 2 : monday + 5;
  return [saturday, saturday + 1];
}

/** A written date; a bare year counts only where the caller's preposition has led here, which `readPeriod` sees to. */
function dated(words: readonly Word[], at: number, published: Day | null, before: boolean): Moment | null {
  const date = readDate(words, at);
  const span = date && resolveDate(date, published, before);
  return date && span && momentOf(span, span.start, span.end, date.to);
}

/** A bare year, "2014", at word `at`. */
export function readYear(words: readonly Word[], at: number, published: Day | null): Moment | null {
  const year = yearOf(words[at]);
  const span =
    year === null ? null : resolveDate({ to: at, year, month: null, day: null, weekday: null }, published);
  return span && momentOf(span, span.start, span.end, at + 1);
}

/** Early = days 1 to 10, mid = 11 to 20, late = 21 to the end. */
function partOfMonth(span: Span, lead: string | undefined): { start: Day | null; end: Day | null } {
  const { start, end } = span;
  if (start === null || end === null) return { start, end };
  if (lead === 'early') return { start, end: Math.min(end, start + 9) };
  if (lead === '-' || lead === 'mid')
    return { start: Math.min(start + 10, end), end: Math.min(end, start + 19) };
  return lead === 'late' ? { start: Math.min(start + 20, end), end } : { start, end };
}

/** The days from `count` units ago up to publication: "the past 24 hours" reaches into the day before. */
export function lastUnits(count: number, unit: string, published: Day): Day | null {
  if (unit.startsWith('hour')) return published - Math.ceil(count / 24);
  if (unit.startsWith('day')) return published - Math.ceil(count);
  if (unit.startsWith('week')) return published - Math.ceil(7 * count);
  if (unit.startsWith('fortnight')) return published - Math.ceil(14 * count);
  if (unit.startsWith('month')) return addMonths(published, -Math.ceil(count));
  return unit.startsWith('year') ? addMonths(published, -Math.ceil(12 * count)) : null;
}
