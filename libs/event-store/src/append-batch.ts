import type { Pool, PoolClient } from 'pg';
import type { AppendOutcome } from './append-outcome.js';
import { appendOptimistically } from './append-optimistically.js';
import type { EncodedAppend, EncodedStream } from './encode-append.js';
import { EventStoreFailure, IdempotencyConflict, WrongExpectedVersion } from './errors.js';
import type { AppendResult, ExpectedVersion } from './event-store.js';
import { isRefusal, toEventStoreError } from './postgres-error.js';
import { asText } from './raw-values.js';

/** The columns of event_store.append_batch. */
type OutcomeRow = [
  outcome: string,
  firstSeq: string | null,
  lastSeq: string | null,
  versions: string | null,
  conflictStream: string | null,
  actualVersion: string | null,
];

const STATEMENT = {
  name: 'event_store.append_batch',
  text: `SELECT outcome, first_seq, last_seq, versions, conflict_stream, actual_version
    FROM event_store.append_batch($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
};

/**
 * Writes many requests of one workspace in one transaction; each gets its own outcome, in order.
 * Should the server refuse the whole call for something in one request that our checks let through, each request is
 * tried alone, so that its neighbours do not fail with it. A lost connection is never answered with a second try: the
 * first may have been written.
 */
export async function appendBatch(writer: Pool, batch: readonly EncodedAppend[]): Promise<AppendOutcome[]> {
  try {
    return (await appendOptimistically(writer, batch)) ?? (await appendWithAnswers(writer, batch));
  } catch (error) {
    if (batch.length === 1 || !isRefusal(error)) return batch.map(() => toEventStoreError(error));
    const outcomes: AppendOutcome[] = [];
    for (const append of batch) outcomes.push(...(await appendBatch(writer, [append])));
    return outcomes;
  }
}

/**
 * Finds out which requests may be written, writes those and says of each what became of it. Within a transaction, its events are that
 * very transaction's: it opens no other one inside.
 */
export async function appendWithAnswers(
  writer: Pool | PoolClient,
  batch: readonly EncodedAppend[],
): Promise<AppendOutcome[]> {
  const { rows } = await writer.query<OutcomeRow>({
    ...STATEMENT,
    values: toArguments(batch),
    rowMode: 'array',
    types: asText,
  });
  return batch.map((append, i) => toOutcome(append, rows[i]));
}

function toArguments(batch: readonly EncodedAppend[]): unknown[] {
  const streams = batch.flatMap((append) => append.streams);
  const events = streams.flatMap((stream) => stream.events);
  return [
    batch[0]?.workspace,
    batch.map(({ key }) => key),
    batch.map(({ hash }) => hash),
    batch.map(({ actor }) => actor),
    batch.map(({ causationId }) => causationId),
    batch.map(({ correlationId }) => correlationId),
    batch.map((append) => append.streams.length),
    streams.map(({ stream }) => stream),
    streams.map(({ expectedVersion }) => toExpectedNumber(expectedVersion)),
    streams.map((stream) => stream.events.length),
    streams.flatMap((stream, i) => stream.events.map(() => i + 1)),
    events.map(({ type }) => type),
    events.map(({ schemaVersion }) => schemaVersion),
    events.map(({ eventId }) => eventId),
    events.map(({ occurredAt }) => occurredAt),
    `[${events.map(({ data }) => data).join()}]`,
    `[${events.map(({ meta }) => meta).join()}]`,
  ];
}

function toExpectedNumber(expected: ExpectedVersion): number {
  if (typeof expected === 'number') return expected;
  return { no_stream: 0, any: -1, stream_exists: -2 }[expected];
}

function toOutcome(append: EncodedAppend, row: OutcomeRow | undefined): AppendOutcome {
  if (!row) return new EventStoreFailure('The database gave no outcome for a request.');
  const [outcome, firstSeq, lastSeq, versions, conflictStream, actualVersion] = row;
  if (outcome === 'wrong_expected_version') {
    const { stream, expectedVersion } = append.streams[Number(conflictStream) - 1] as EncodedStream;
    return new WrongExpectedVersion(stream, expectedVersion, Number(actualVersion));
  }
  const seqs = { firstSeq: BigInt(firstSeq ?? 0), lastSeq: BigInt(lastSeq ?? 0) };
  if (outcome === 'idempotency_conflict') {
    return new IdempotencyConflict(append.key ?? '', seqs.firstSeq, seqs.lastSeq);
  }
  return { outcome: outcome as AppendResult['outcome'], ...seqs, versions: parseIntegers(versions ?? '{}') };
}

/** '{1,2}' -> [1, 2] */
const parseIntegers = (text: string): number[] => text.slice(1, -1).split(',').map(Number);
