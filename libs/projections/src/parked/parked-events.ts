import type { Pool, PoolClient } from 'pg';
import type { LeftOut } from '../runner/isolate-failures.js';
import type { CheckpointKey } from '../runner/checkpoint.js';

/** An event that a version of a view could not fold, or that waits behind one of its stream. */
export interface ParkedEvent {
  readonly view: string;
  readonly version: number;
  readonly workspace: string;
  readonly seq: bigint;
  /** The partition: later events of it wait, other streams go on. */
  readonly stream: string;
  readonly streamVersion: number;
  readonly type: string;
  readonly reason: 'failed' | 'behind';
  readonly error: string | null;
  readonly stack: string | null;
  readonly attempts: number;
  readonly parkedAt: Date;
  readonly triedAt: Date;
}

const COLUMNS = `view, version, workspace, seq, stream, stream_version AS "streamVersion", type, reason, error, stack, attempts,
  parked_at AS "parkedAt", tried_at AS "triedAt"`;

export interface ParkedFilter {
  readonly workspace: string;
  readonly view?: string;
  readonly version?: number;
  readonly seq?: bigint;
  readonly stream?: string;
}

/** Parked events in the order of the log. */
export async function readParked(db: Pool | PoolClient, filter: ParkedFilter): Promise<ParkedEvent[]> {
  const { rows } = await db.query<ParkedEvent>(
    `SELECT ${COLUMNS} FROM views.parked_event
     WHERE workspace = $1 AND ($2::text IS NULL OR view = $2) AND ($3::int IS NULL OR version = $3)
       AND ($4::bigint IS NULL OR seq = $4) AND ($5::text IS NULL OR stream = $5)
     ORDER BY view, version, seq`,
    [
      filter.workspace,
      filter.view ?? null,
      filter.version ?? null,
      filter.seq?.toString() ?? null,
      filter.stream ?? null,
    ],
  );
  return rows;
}

/** Streams of which something is parked. */
export async function parkedStreams(client: PoolClient, key: CheckpointKey): Promise<Set<string>> {
  const { rows } = await client.query<{ stream: string }>(
    'SELECT DISTINCT stream FROM views.parked_event WHERE view = $1 AND version = $2 AND workspace = $3',
    [key.view, key.version, key.workspace],
  );
  return new Set(rows.map(({ stream }) => stream));
}

/** Parks what was left out of a batch; what is parked already has been tried once more. */
export async function parkEvents(
  client: PoolClient,
  { view, version, workspace }: CheckpointKey,
  leftOut: readonly LeftOut[],
): Promise<void> {
  if (leftOut.length === 0) return;
  const rows = leftOut.map(({ event, failure }) => ({
    seq: event.seq.toString(),
    stream: event.stream,
    stream_version: event.version,
    type: event.type,
    reason: failure ? 'failed' : 'behind',
    error: failure?.message.replaceAll('\0', '') ?? null,
    stack: failure?.stack?.replaceAll('\0', '') ?? null,
    attempts: failure ? 1 : 0,
  }));
  await client.query(
    `INSERT INTO views.parked_event AS held (view, version, workspace, seq, stream, stream_version, type, reason, error, stack, attempts)
     SELECT $1, $2, $3, seq, stream, stream_version, type, reason, error, stack, attempts
     FROM json_to_recordset($4::json) AS parked(seq bigint, stream text, stream_version int, type text, reason text, error text, stack text, attempts int)
     ON CONFLICT (view, version, workspace, seq) DO UPDATE SET reason = EXCLUDED.reason, error = EXCLUDED.error,
       stack = EXCLUDED.stack, attempts = held.attempts + EXCLUDED.attempts, tried_at = now()`,
    [view, version, workspace, JSON.stringify(rows)],
  );
}

export async function unparkEvents(
  client: PoolClient,
  { view, version, workspace }: CheckpointKey,
  seqs: readonly bigint[],
): Promise<void> {
  if (seqs.length === 0) return;
  await client.query(
    'DELETE FROM views.parked_event WHERE view = $1 AND version = $2 AND workspace = $3 AND seq = ANY($4::bigint[])',
    [view, version, workspace, seqs.map(String)],
  );
}

/** Takes back the stop of a rebuild that came past it. */
export async function unparkUpTo(
  client: PoolClient,
  { view, version, workspace }: CheckpointKey,
  seq: bigint,
): Promise<void> {
  await client.query(
    'DELETE FROM views.parked_event WHERE view = $1 AND version = $2 AND workspace = $3 AND seq <= $4',
    [view, version, workspace, seq.toString()],
  );
}
