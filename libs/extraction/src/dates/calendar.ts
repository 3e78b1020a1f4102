/** Civil days as whole numbers (days since 1970-01-01, proleptic Gregorian, no time zone), so that arithmetic is plain. */
export type Day = number;

const MS = 86_400_000;

/** The day of a date, or null where there is no such date (30 February). Months count from 1. */
export function dayOf(year: number, month: number, day: number): Day | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? Math.round(date.getTime() / MS) : null;
}

/** The day at the head of an ISO 8601 date or date-time; null where the text is none. */
export function parseDay(iso: string | null | undefined): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:$|T| )/.exec(iso ?? '');
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

export function formatDay(day: Day): string {
  return new Date(day * MS).toISOString().slice(0, 10);
}

export function partsOf(day: Day): { year: number; month: number; day: number } {
  const date = new Date(day * MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 = Monday ... 6 = Sunday (ISO 8601 week). */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

export function firstOfMonth(year: number, month: number): Day {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, 1);
  return Math.round(date.getTime() / MS);
}

export function lastOfMonth(year: number, month: number): Day {
  return firstOfMonth(year, month + 1) - 1;
}

/** The same day of the month `months` earlier or later, or the month's last day where it has none such. */
export function addMonths(day: Day, months: number): Day {
  const at = partsOf(day);
  const first = partsOf(firstOfMonth(at.year, at.month + months));
  const last = lastOfMonth(first.year, first.month);
  return Math.min(firstOfMonth(first.year, first.month) + at.day - 1, last);
}
