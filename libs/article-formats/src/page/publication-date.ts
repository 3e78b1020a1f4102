/** A date that a page or feed gives: as the log takes it, or what is wrong with it. */
export type GivenDate = { readonly date: string } | { readonly problem: string };

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;
const RFC_822 =
  /^(?:[A-Za-z]{3},?\s+)?(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(GMT|UTC?|Z|[+-]\d{4})$/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MAX_LENGTH = 60;
const DAY_MS = 86_400_000;
/** Newspapers begin about here; what is older is a mistake. */
const FIRST_YEAR = 1600;

/**
 * Reads ISO 8601 dates and times and those of RFC 822. A time without a zone gives its day alone: the hour would be a guess. A day
 * that does not exist, lies after tomorrow or is a computer's zero is a problem.
 */
export function readDate(value: string, now: Date): GivenDate {
  const given = value.trim();
  const parts = given.length <= MAX_LENGTH ? (isoParts(given) ?? rfc822Parts(given)) : null;
  if (!parts) return { problem: `"${given.slice(0, MAX_LENGTH)}" is no date that can be read` };
  const { day, time, zone } = parts;
  const exists = new Date(`${day}T00:00:00Z`);
  const date = time && zone ? `${day}T${time}${zone}` : day;
  if (
    Number.isNaN(exists.getTime()) ||
    exists.toISOString().slice(0, 10) !== day ||
    Number.isNaN(Date.parse(date))
  )
    return { problem: `"${given}" is a date that does not exist` };
  if (exists.getTime() > now.getTime() + DAY_MS) return { problem: `"${given}" lies in the future` };
  if (exists.getTime() === 0 || exists.getUTCFullYear() < FIRST_YEAR)
    return { problem: `"${given}" is no day of publication` };
  return { date };
}

/** True where two dates cannot be of one moment, whatever their zones: days that lie more than one apart. */
export const conflict = (one: string, other: string): boolean =>
  Math.abs(Date.parse(one.slice(0, 10)) - Date.parse(other.slice(0, 10))) > DAY_MS;

interface Parts {
  readonly day: string;
  readonly time: string | null;
  readonly zone: string | null;
}

function isoParts(given: string): Parts | null {
  const match = ISO.exec(given);
  if (!match) return null;
  const [, year, month, dayOfMonth, hour, minute, second = '00', zone] = match;
  const time = hour === undefined ? null : `${hour}:${minute}:${second}`;
  return { day: `${year}-${month}-${dayOfMonth}`, time, zone: zoneOf(zone) };
}

function rfc822Parts(given: string): Parts | null {
  const match = RFC_822.exec(given);
  if (!match) return null;
  const [, dayOfMonth = '', name = '', year, hour = '', minute, second = '00', zone] = match;
  const month = MONTHS.indexOf(name.toLowerCase()) + 1;
  if (month === 0) return null;
  const day = `${year}-${`${month}`.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  return { day, time: `${hour.padStart(2, '0')}:${minute}:${second}`, zone: zoneOf(zone) };
}

function zoneOf(zone: string | undefined): string | null {
  if (zone === undefined) return null;
  if (/^[A-Za-z]/.test(zone)) return 'Z';
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}
