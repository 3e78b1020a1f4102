import { LoggedEvent } from '../logged-event.js';

/** The order in which `decodeEvent` finds the columns. */
export const REPLAY_COLUMNS = `seq, stream_id, version, event_id, type, schema_version, recorded_at, occurred_at, actor,
  causation_id, correlation_id, data, meta`;

const FIELD_COUNT = 2;
const LENGTH = 4;
const INT4 = LENGTH + 4;
const INT8 = LENGTH + 8;
const UUID = LENGTH + 16;
const TWO_32 = 2 ** 32;
/** PostgreSQL counts microseconds from 2000-01-01. */
const EPOCH_MS = 946_684_800_000;

/** One row of a binary COPY: the number of fields, then each behind its length in 4 bytes (-1: NULL). */
export function decodeEvent(workspace: string, row: Buffer, from: number): LoggedEvent {
  let at = from + FIELD_COUNT;
  const seq = BigInt(int64(row, at + LENGTH));
  at += INT8;
  let end = at + LENGTH + int32(row, at);
  const stream = row.toString('utf8', at + LENGTH, end);
  at = end;
  const version = int32(row, at + LENGTH);
  at += INT4;
  const eventId = row.toString('hex', at + LENGTH, at + UUID);
  at += UUID;
  end = at + LENGTH + int32(row, at);
  const type = row.toString('utf8', at + LENGTH, end);
  at = end;
  const schemaVersion = int32(row, at + LENGTH);
  at += INT4;
  const recordedAtMs = Math.floor(int64(row, at + LENGTH) / 1000) + EPOCH_MS;
  at += INT8;
  const occurredAt = nullableText(row, at);
  at = endOf(row, at);
  end = endOf(row, at);
  const actor = row.toString('utf8', at + LENGTH, end);
  at = end;
  const causationId = nullableText(row, at);
  at = endOf(row, at);
  const correlationId = nullableText(row, at);
  at = endOf(row, at);
  end = endOf(row, at);
  const data = row.toString('utf8', at + LENGTH, end);
  const meta = row.toString('utf8', end + LENGTH, endOf(row, end));
  const head = { seq, stream, version, eventId, type, schemaVersion, recordedAtMs };
  return new LoggedEvent(workspace, { ...head, occurredAt, actor, causationId, correlationId }, data, meta);
}

const endOf = (row: Buffer, at: number): number => at + LENGTH + Math.max(int32(row, at), 0);

function nullableText(row: Buffer, at: number): string | null {
  const length = int32(row, at);
  return length < 0 ? null : row.toString('utf8', at + LENGTH, at + LENGTH + length);
}

/** Inlined by the engine where Buffer's own readers, which check their argument's kind first, are not. */
const int32 = (row: Buffer, at: number): number =>
  ((row[at] as number) << 24) |
  ((row[at + 1] as number) << 16) |
  ((row[at + 2] as number) << 8) |
  (row[at + 3] as number);

const int64 = (row: Buffer, at: number): number => int32(row, at) * TWO_32 + (int32(row, at + 4) >>> 0);
