import type { FigureReported } from '#domain';

/**
 * What of its time makes a figure one claim with another. Days count from 1970-01-01.
 *
 * - `window`: a period of its own ("on Monday", "between 3 and 9 May"): the same window is the same claim.
 * - `since`: a running count with a beginning ("since Saturday"): the same beginning is the same claim.
 * - `running`: no beginning is named (a toll, a stock): one series of days that lie close. `recent`: it is of some days up to then
 *   ("in recent days"), so the beginning that others name may be its own.
 * - `undated`: nothing to compare it by.
 */
export type TimeAnchor =
  | { readonly kind: 'window'; readonly day: number; readonly end: number }
  | { readonly kind: 'since'; readonly day: number }
  | { readonly kind: 'running'; readonly day: number; readonly recent?: true }
  | { readonly kind: 'undated' };

type Dated = Pick<FigureReported, 'measure' | 'period' | 'asOf'>;

/**
 * A disaster is one event: a window this near to its report is told of the event, not of a part of it. But what is said of a day alone, or of
 * so many hours, is what these added: never what the event came to.
 */
const EVENT_DAYS = 45;
const OF_ITS_OWN =
  /\balone$|\b(?:one|a|(?:a )?single) day\b|\b(?:past|last|previous) (?:day|night|\d+ hours|twenty-four hours)\b/i;
const RECENT = /\b(?:recent|(?:past|last) (?:few|several|couple of)) days\b/i;

/** @param assertedOn when the article was published or the words were said: YYYY-MM-DD or a time */
export function timeAnchor(figure: Dated, assertedOn: string | null, isDisaster: boolean): TimeAnchor {
  const asserted = dayNumber(assertedOn);
  if (figure.measure === 'stock') return running(dayNumber(figure.asOf) ?? asserted);
  if (!figure.period || figure.period.text === '') return running(asserted);
  return ofPeriod(figure.period, asserted, isDisaster);
}

function ofPeriod(
  { start, end, text }: NonNullable<Dated['period']>,
  asserted: number | null,
  isDisaster: boolean,
): TimeAnchor {
  const [first, last] = [dayNumber(start), dayNumber(end)];
  const isOfItsEvent = asserted !== null && isOfEvent(first ?? last, asserted);
  if (isDisaster && isOfItsEvent && !OF_ITS_OWN.test(text)) return running(asserted);
  // Words for a time that cannot be resolved are no licence to take the day of the report.
  if (first === null) return upTo(last, text);
  if (isRunning(text)) return { kind: 'since', day: first };
  // "Monday's attack": what it has come to by now is told of its day.
  return { kind: 'window', day: first, end: last ?? first };
}

/** The words of a period that counts on from its beginning: its end is only the day on which that was told. */
export const RUNNING = /^(?:ever )?since\b|^from\b(?!.*\b(?:to|until|till)\b)/is;

export const isRunning = (text: string): boolean => RUNNING.test(text);

const upTo = (day: number | null, text: string): TimeAnchor =>
  day !== null && RECENT.test(text) ? { kind: 'running', day, recent: true } : running(day);

const isOfEvent = (day: number | null, asserted: number): boolean =>
  day !== null && asserted - day <= EVENT_DAYS;

const running = (day: number | null): TimeAnchor =>
  day === null ? { kind: 'undated' } : { kind: 'running', day };

const DAY_MS = 86_400_000;

const dayNumber = (date: string | null): number | null =>
  date === null ? null : Math.floor(Date.parse(date.length === 10 ? `${date}T00:00:00Z` : date) / DAY_MS);
