import type { StoredEvent } from './event-store.js';

/** `recorded_at` as milliseconds: cheaper than text to read, and free of the session's time zone. */
export const EVENT_COLUMNS = `seq, stream_id, version, event_id, type, schema_version,
  (date_part('epoch', recorded_at) * 1000)::bigint, occurred_at, actor, causation_id, correlation_id, data, meta`;

/** EVENT_COLUMNS as the server sends them. */
export type EventRow = [
  seq: string,
  stream: string,
  version: string,
  eventId: string,
  type: string,
  schemaVersion: string,
  recordedAt: string,
  occurredAt: string | null,
  actor: string,
  causationId: string | null,
  correlationId: string | null,
  data: string,
  meta: string,
];

export function toStoredEvent(workspace: string, row: EventRow): StoredEvent {
  return {
    workspace,
    seq: BigInt(row[0]),
    stream: row[1],
    version: Number(row[2]),
    eventId: row[3],
    type: row[4],
    schemaVersion: Number(row[5]),
    recordedAt: new Date(Number(row[6])),
    occurredAt: row[7],
    actor: row[8],
    causationId: row[9],
    correlationId: row[10],
    data: JSON.parse(row[11]) as unknown,
    meta: JSON.parse(row[12]) as Record<string, unknown>,
  };
}
