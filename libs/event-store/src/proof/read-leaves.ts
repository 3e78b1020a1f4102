import type { Pool } from 'pg';
import { toEventStoreError } from '../postgres-error.js';
import { asText } from '../raw-values.js';
import type { LeafFields } from './leaf.js';

/**
 * The server hashes the payloads, so that they need not travel: what stands in the log is what is hashed. `recorded_at` has
 * milliseconds; the leaf takes the microseconds that the column could hold, so that none can be changed unseen.
 */
const LEAF_COLUMNS = `seq, event_id, stream_id, version, type, schema_version,
  (date_part('epoch', recorded_at) * 1000000)::bigint, occurred_at, actor, causation_id, correlation_id,
  encode(sha256(convert_to(data::text, 'UTF8')), 'hex'), encode(sha256(convert_to(meta::text, 'UTF8')), 'hex')`;

const LEAVES = {
  name: 'event_store.leaves',
  text: `SELECT ${LEAF_COLUMNS} FROM event_store.event
    WHERE workspace = $1 AND seq > $2 AND seq <= $2::bigint + $3::bigint ORDER BY seq`,
};

type LeafRow = [
  seq: string,
  eventId: string,
  stream: string,
  version: string,
  type: string,
  schemaVersion: string,
  recordedAt: string,
  occurredAt: string | null,
  actor: string,
  causationId: string | null,
  correlationId: string | null,
  dataSha256: string,
  metaSha256: string,
];

/** The leaves of the events after a seq, `limit` at most. */
export async function readLeaves(
  reader: Pool,
  workspace: string,
  afterSeq: number,
  limit: number,
): Promise<LeafFields[]> {
  try {
    const values = [workspace, afterSeq, limit];
    const { rows } = await reader.query<LeafRow>({ ...LEAVES, values, rowMode: 'array', types: asText });
    return rows.map((row) => toLeaf(workspace, row));
  } catch (error) {
    throw toEventStoreError(error);
  }
}

const toLeaf = (workspace: string, row: LeafRow): LeafFields => ({
  workspace,
  seq: Number(row[0]),
  eventId: row[1],
  stream: row[2],
  version: Number(row[3]),
  type: row[4],
  schemaVersion: Number(row[5]),
  recordedAtMicroseconds: Number(row[6]),
  occurredAt: row[7],
  actor: row[8],
  causationId: row[9],
  correlationId: row[10],
  dataSha256: row[11],
  metaSha256: row[12],
});
