import type { Pool } from 'pg';
import type { AppendOutcome } from './append-outcome.js';
import type { EncodedAppend, EncodedEvent, EncodedStream } from './encode-append.js';
import type { ExpectedVersion } from './event-store.js';
import { asText } from './raw-values.js';

const MAX_INTEGER = 2 ** 31 - 1;

interface Statement {
  readonly name: string;
  readonly text: string;
}

const statement = (name: string, parameters: number): Statement => ({
  name: `event_store.${name}`,
  text: `SELECT event_store.${name}(${Array.from({ length: parameters }, (_, i) => `$${i + 1}`).join()})`,
});

const APPEND_EVENT = statement('append_event', 12);
const APPEND_EVENTS = statement('append_events', 23);

/**
 * Appends a batch in the hope that nothing stands in its way. Null, and nothing written, where something does or where
 * the batch is not of the plain kind: a stream named twice, one that is only checked, a key given twice.
 */
export async function appendOptimistically(
  writer: Pool,
  batch: readonly EncodedAppend[],
): Promise<AppendOutcome[] | null> {
  const [first] = batch;
  if (!first || !isPlain(batch)) return null;
  const [stream] = first.streams;
  const isLone = batch.length === 1 && first.eventCount === 1 && first.key === null;
  if (isLone && stream) return appendEvent(writer, first, stream);
  return appendEvents(writer, batch);
}

function isPlain(batch: readonly EncodedAppend[]): boolean {
  const streams = new Set<string>();
  const keys = new Set<string>();
  for (const append of batch) {
    if (append.key !== null && keys.size === keys.add(append.key).size) return false;
    for (const { stream, events } of append.streams) {
      if (events.length === 0 || streams.size === streams.add(stream).size) return false;
    }
  }
  return true;
}

async function appendEvent(
  writer: Pool,
  { workspace, actor, causationId, correlationId }: EncodedAppend,
  { stream, expectedVersion, events }: EncodedStream,
): Promise<AppendOutcome[] | null> {
  const { type, schemaVersion, eventId, occurredAt, data, meta } = events[0] as EncodedEvent;
  const expected = typeof expectedVersion === 'number' ? expectedVersion : EXPECTED[expectedVersion];
  const numbers = await call(writer, APPEND_EVENT, [
    ...[workspace, stream, expected, actor, causationId, correlationId],
    ...[type, schemaVersion, eventId, occurredAt, data, meta],
  ]);
  const [seq, version] = numbers ?? [];
  if (seq === undefined) return null;
  return [{ outcome: 'appended', firstSeq: BigInt(seq), lastSeq: BigInt(seq), versions: [Number(version)] }];
}

const EXPECTED: Readonly<Record<Exclude<ExpectedVersion, number>, number>> = {
  no_stream: 0,
  any: -1,
  stream_exists: -2,
};

async function appendEvents(writer: Pool, batch: readonly EncodedAppend[]): Promise<AppendOutcome[] | null> {
  const numbers = await call(writer, APPEND_EVENTS, toArguments(batch));
  if (!numbers) return null;
  const [before, ...versions] = numbers;
  let seq = BigInt(before ?? 0);
  let streams = 0;
  return batch.map((append) => {
    const firstSeq = seq + 1n;
    seq += BigInt(append.eventCount);
    const from = streams;
    streams += append.streams.length;
    return {
      outcome: 'appended',
      firstSeq,
      lastSeq: seq,
      versions: versions.slice(from, streams).map(Number),
    };
  });
}

/** '{1,2}' -> ['1', '2'] */
async function call(writer: Pool, { name, text }: Statement, values: unknown[]): Promise<string[] | null> {
  const { rows } = await writer.query<[numbers: string | null]>({
    ...{ name, text, values },
    rowMode: 'array',
    types: asText,
  });
  return rows[0]?.[0]?.slice(1, -1).split(',') ?? null;
}

function toArguments(batch: readonly EncodedAppend[]): unknown[] {
  const streams = batch.flatMap((append) => append.streams.map((stream) => ({ append, stream })));
  const events = streams.flatMap(({ stream }) => stream.events);
  const bounds = streams.map(({ stream }) => versionsAfter(stream));
  const lasts = runningSums(streams.map(({ stream }) => stream.events.length));
  return [
    batch[0]?.workspace,
    events.length,
    streams.map(({ stream }) => stream.stream),
    literal(bounds.map(([least]) => least)),
    literal(bounds.map(([, most]) => most)),
    literal(lasts),
    literal(streams.map(({ stream }) => stream.events.length)),
    streams.map(({ append }) => append.actor),
    streams.map(({ append }) => append.causationId),
    streams.map(({ append }) => append.correlationId),
    literal(streams.flatMap(({ stream }, i) => stream.events.map(() => i + 1))),
    events.map(({ type }) => type),
    literal(events.map(({ schemaVersion }) => schemaVersion)),
    literal(events.map(({ eventId }) => eventId)),
    events.map(({ occurredAt }) => occurredAt),
    `[${events.map(({ data }) => data).join()}]`,
    `[${events.map(({ meta }) => meta).join()}]`,
    ...keyArguments(batch),
  ];
}

function keyArguments(batch: readonly EncodedAppend[]): unknown[] {
  const eventEnds = runningSums(batch.map(({ eventCount }) => eventCount));
  const streamEnds = runningSums(batch.map(({ streams }) => streams.length));
  const keyed = batch.flatMap(({ key, hash, eventCount, streams }, i) => {
    const [lastEvent = 0, lastStream = 0] = [eventEnds[i], streamEnds[i]];
    const [firstEvent, firstStream] = [lastEvent - eventCount + 1, lastStream - streams.length + 1];
    return key === null ? [] : [{ key, hash, firstEvent, lastEvent, firstStream, lastStream }];
  });
  return [
    keyed.map(({ key }) => key),
    keyed.map(({ hash }) => hash),
    literal(keyed.map(({ firstEvent }) => firstEvent)),
    literal(keyed.map(({ lastEvent }) => lastEvent)),
    literal(keyed.map(({ firstStream }) => firstStream)),
    literal(keyed.map(({ lastStream }) => lastStream)),
  ];
}

/** The least and the most that the stream's version may be afterwards, if it stood where it was expected. */
function versionsAfter({ expectedVersion, events }: EncodedStream): [least: number, most: number] {
  const count = events.length;
  if (expectedVersion === 'any') return [count, MAX_INTEGER];
  if (expectedVersion === 'stream_exists') return [count + 1, MAX_INTEGER];
  const after = count + (expectedVersion === 'no_stream' ? 0 : expectedVersion);
  return [after, after];
}

function runningSums(counts: readonly number[]): number[] {
  let sum = 0;
  return counts.map((count) => (sum += count));
}

/** An array of numbers or UUIDs, which need no quotes: pg's own way looks at each character. */
const literal = (items: readonly (number | string)[]): string => `{${items.join()}}`;
