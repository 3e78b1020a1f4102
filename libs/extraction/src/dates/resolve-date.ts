import type { DateAccuracy } from '#domain';
import { dayOf, firstOfMonth, lastOfMonth, partsOf, weekdayOf, type Day } from './calendar.js';
import type { WrittenDate } from './date-words.js';

/** First and last day, both included; null = open or not known without a publication day. */
export interface Span {
  readonly start: Day | null;
  readonly end: Day | null;
  readonly accuracy: DateAccuracy;
}

/** A date this many days after publication may be an announcement; one further ahead without a year was the year before. */
export const ANNOUNCED_AHEAD = 31;

/**
 * The days a written date covers, seen from the publication day. News looks back: a weekday is the last one up to that day
 * (`before`: strictly before it), a date without a year the last such date.
 */
export function resolveDate(date: WrittenDate, published: Day | null, before = false): Span | null {
  if (date.day !== null) return resolveMonthDay(date, published, before);
  if (date.weekday !== null) return resolveWeekday(date.weekday, published, before);
  if (date.month !== null) return resolveMonth(date.month, date.year, published);
  return date.year === null ? null : resolveYear(date.year, published);
}

function resolveWeekday(weekday: number, published: Day | null, before: boolean): Span {
  if (published === null) return { start: null, end: null, accuracy: 'day' };
  const back = (weekdayOf(published) - weekday + 7) % 7;
  const day = published - (back === 0 && before ? 7 : back);
  return { start: day, end: day, accuracy: 'day' };
}

function resolveMonthDay(date: WrittenDate, published: Day | null, before: boolean): Span | null {
  const { year, month, day } = date;
  if (month === null || day === null) return null;
  if (year === null && published === null) return dayOf(2000, month, day) === null ? null : unknownDay();
  const at = year !== null ? dayOf(year, month, day) : nearestPast(month, day, published ?? 0, before);
  return at === null ? null : { start: at, end: at, accuracy: 'day' };
}

/** The latest such day of a year that is not after publication, an announcement's few days apart. */
function nearestPast(month: number, day: number, published: Day, before: boolean): Day | null {
  const { year } = partsOf(published);
  const latest = published + (before ? 0 : ANNOUNCED_AHEAD);
  const days = [year + 1, year, year - 1].map((candidate) => dayOf(candidate, month, day));
  return days.find((candidate) => candidate !== null && candidate <= latest) ?? null;
}

function unknownDay(): Span {
  return { start: null, end: null, accuracy: 'day' };
}

function resolveMonth(month: number, written: number | null, published: Day | null): Span {
  if (written !== null) return monthSpan(written, month, null);
  if (published === null) return { start: null, end: null, accuracy: 'month' };
  const now = partsOf(published);
  return monthSpan(month > now.month ? now.year - 1 : now.year, month, published);
}

function monthSpan(year: number, month: number, latest: Day | null): Span {
  const end = lastOfMonth(year, month);
  return {
    start: firstOfMonth(year, month),
    end: latest === null ? end : Math.min(end, latest),
    accuracy: 'month',
  };
}

function resolveYear(year: number, published: Day | null): Span {
  const end = lastOfMonth(year, 12);
  const running = published !== null && partsOf(published).year === year;
  return { start: firstOfMonth(year, 1), end: running ? published : end, accuracy: 'year' };
}
