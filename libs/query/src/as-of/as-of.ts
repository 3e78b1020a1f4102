import { InvalidFields } from '#domain';
import type { EventReader } from '#event-store';
import type { AsOf } from '#tracking';

/** The three clocks as they are asked for; one that is left out is not turned back. */
export interface AsOfRequest {
  /** As the record stood: a day (to its end, UTC), an RFC 3339 time, or the seq of an event. */
  readonly recordedBy?: string;
  /** What had been published or uttered by then: a day or a time. */
  readonly assertedBy?: string;
  /** What speaks of this day. */
  readonly validOn?: string;
}

const SEQ = /^\d{1,15}$/;
const DAY = /^(?!0000)\d{4}-\d{2}-\d{2}$/;
/** PostgreSQL takes offsets below 16 hours. */
const TIME = /^(?!0000)\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-](0\d|1[0-5]):[0-5]\d)$/;
const ONE_DAY_MS = 86_400_000;

export const isTurnedBack = (asOf: AsOf): boolean =>
  Object.values(asOf).some((clock) => clock !== undefined && clock !== null);

/**
 * Clocks that are left out, or null as GraphQL may have them, are not turned back.
 * @throws {InvalidFields} a clock is no day, time or seq
 */
export async function resolveAsOf(
  reader: EventReader,
  workspace: string,
  asOf?: AsOfRequest | null,
): Promise<AsOf> {
  const { recordedBy, assertedBy, validOn } = clocksOf(asOf);
  if (assertedBy !== null && !isMoment(assertedBy)) refuse('assertedBy', 'a day or an RFC 3339 time');
  if (validOn !== null && !(DAY.test(validOn) && isMoment(validOn))) refuse('validOn', 'a day, YYYY-MM-DD');
  const recordedSeq = recordedBy === null ? null : await seqRecordedBy(reader, workspace, recordedBy);
  return { recordedSeq, assertedBy, validOn };
}

const clocksOf = (asOf: AsOfRequest | null | undefined) => ({
  recordedBy: asOf?.recordedBy ?? null,
  assertedBy: asOf?.assertedBy ?? null,
  validOn: asOf?.validOn ?? null,
});

/**
 * For questions that a clock has no meaning for: asking with it is an error, for an answer that ignores it would pass for one that does not.
 * @throws {InvalidFields}
 */
export function refuseValidOn(asOf: AsOfRequest | null | undefined, because: string): void {
  if (clocksOf(asOf).validOn !== null)
    throw new InvalidFields('request', { validOn: `has no meaning here: ${because}. Leave it out` });
}

/**
 * The seq that the record's clock is turned back to, for questions about the record alone; null where it is not.
 * @throws {InvalidFields} another clock is asked for
 */
export async function recordedAlone(
  reader: EventReader,
  workspace: string,
  asOf: AsOfRequest | null | undefined,
  because: string,
): Promise<number | null> {
  const asked = clocksOf(asOf);
  const others = (['assertedBy', 'validOn'] as const).filter((clock) => asked[clock] !== null);
  const problem = `has no meaning here: ${because}. Leave it out`;
  if (others.length > 0)
    throw new InvalidFields('request', Object.fromEntries(others.map((clock) => [clock, problem])));
  return (await resolveAsOf(reader, workspace, asOf)).recordedSeq ?? null;
}

const isMoment = (text: string): boolean =>
  (DAY.test(text) || TIME.test(text)) && !Number.isNaN(Date.parse(text)) && isInCalendar(text.slice(0, 10));

/** `Date` takes 30 February for 2 March; the database takes it for an error. */
function isInCalendar(day: string): boolean {
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}

function refuse(field: string, wanted: string): never {
  throw new InvalidFields('request', { [field]: `must be ${wanted}` });
}

/** "By" a day takes all of it in. */
async function seqRecordedBy(reader: EventReader, workspace: string, recordedBy: string): Promise<number> {
  if (SEQ.test(recordedBy)) return Number(recordedBy);
  if (!isMoment(recordedBy)) refuse('recordedBy', 'a day, an RFC 3339 time or the seq of an event');
  const given = Date.parse(recordedBy);
  return lastRecordedBy(reader, workspace, DAY.test(recordedBy) ? given + ONE_DAY_MS - 1 : given);
}

/**
 * The last event before what is "since": the seq that is given, else the last recorded before a day begins (its midnight, UTC), or by a time.
 * @throws {InvalidFields} it is no day, time or seq
 */
export async function seqBeforeSince(reader: EventReader, workspace: string, since: string): Promise<number> {
  if (SEQ.test(since)) return Number(since);
  if (!isMoment(since)) refuse('since', 'a day, an RFC 3339 time or the seq of an event');
  const given = Date.parse(since);
  return lastRecordedBy(reader, workspace, DAY.test(since) ? given - 1 : given);
}

/** The last event recorded by a time, 0 if none was: times never fall as seqs rise, so some twenty looks find it in a million. */
async function lastRecordedBy(reader: EventReader, workspace: string, time: number): Promise<number> {
  let low = 0;
  let high = Number(await reader.head(workspace));
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const [event] = await reader.readAll(workspace, { afterSeq: BigInt(middle - 1), limit: 1 });
    if (event && event.recordedAt.getTime() <= time) low = middle;
    else high = middle - 1;
  }
  return low;
}
