import type { Pool, PoolClient } from 'pg';
import type { EventReader } from '#event-store';
import { isOwn, type DecisionProcess, type StateNames } from './decision-process.js';

/** Where a process stands in one workspace's log. */
export interface Position {
  readonly version: string;
  readonly seq: bigint;
  /** It folds a log that has decisions of its own, and decides nothing. */
  readonly folding: boolean;
  readonly decidedTo: bigint;
  readonly foldedTo: bigint;
}

/** With what its state is called. */
export interface Standing extends Position {
  readonly state: string;
}

export async function readPosition(
  db: Pool | PoolClient,
  { name }: DecisionProcess,
  workspace: string,
): Promise<Standing | null> {
  const { rows } = await db.query<Standing>(
    `SELECT version, seq, folding, decided_to AS "decidedTo", folded_to AS "foldedTo", xmin::text AS state
     FROM linking.process WHERE process = $1 AND workspace = $2`,
    [name, workspace],
  );
  return rows[0] ?? null;
}

/**
 * The first position of a process: the beginning of the log. Where the log has decisions of its own, it is to fold them first, and
 * to go on behind the last event that caused one.
 */
export async function beginPosition(
  pool: Pool,
  reader: EventReader,
  process: DecisionProcess,
  workspace: string,
): Promise<void> {
  const head = await reader.head(workspace);
  const decidedTo = await lastCause(reader, process, workspace, head);
  const folding = decidedTo !== null;
  await pool.query(
    `INSERT INTO linking.process (process, workspace, version, seq, folding, decided_to, folded_to)
     VALUES ($1, $2, $3, 0, $4, $5, $6) ON CONFLICT DO NOTHING`,
    [process.name, workspace, process.version, folding, decidedTo ?? 0n, folding ? head : 0n],
  );
}

async function lastCause(
  reader: EventReader,
  process: DecisionProcess,
  workspace: string,
  until: bigint,
): Promise<bigint | null> {
  let last: bigint | null = null;
  for await (const { events } of reader.readLog(workspace, { types: process.folds, until })) {
    for (const event of events) {
      if (!isOwn(process, event)) continue;
      const causeSeq = BigInt((event.meta['causeSeq'] as string | undefined) ?? event.seq);
      if (last === null || causeSeq > last) last = causeSeq;
    }
  }
  return last;
}

/**
 * The names of the state before and after; null where another runner moved the position, a later lease than `epoch` was taken, or the
 * state is not called `state`. In the transaction that writes the state.
 */
export async function movePosition(
  client: PoolClient,
  { name }: DecisionProcess,
  workspace: string,
  from: Position,
  to: Pick<Position, 'seq' | 'folding'>,
  epoch: bigint | null,
  state: string | null = null,
): Promise<StateNames | null> {
  // Whatever writes the state writes this row: the transaction that wrote it last is what the state is called by.
  const { rows } = await client.query<StateNames>(
    `UPDATE linking.process AS moved SET seq = $5, folding = $6, updated_at = now()
     FROM (SELECT xmin::text AS before FROM linking.process WHERE process = $1 AND workspace = $2 FOR UPDATE) AS known
     WHERE process = $1 AND workspace = $2 AND seq = $3 AND folding = $4 AND version = $7
       AND epoch <= coalesce($8, epoch) AND before = coalesce($9, before)
     RETURNING before, moved.xmin::text AS after`,
    [name, workspace, from.seq, from.folding, to.seq, to.folding, from.version, epoch, state],
  );
  return rows[0] ?? null;
}
