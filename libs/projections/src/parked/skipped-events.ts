import type { Pool, PoolClient } from 'pg';
import type { Projection } from '../projection.js';

/** A decision that a view does without an event, for as long as its code is what it was then. */
export interface SkippedEvent {
  readonly view: string;
  readonly codeVersion: number;
  readonly workspace: string;
  readonly seq: bigint;
  readonly stream: string;
  readonly type: string;
  readonly reason: string;
  readonly error: string | null;
  readonly skippedBy: string;
  readonly skippedAt: Date;
}

/** Of the events after `from` up to `to`, those that the view does without: live and in every rebuild alike. */
export async function skippedSeqs(
  db: Pool | PoolClient,
  { name, codeVersion }: Projection,
  workspace: string,
  from: bigint,
  to: bigint,
): Promise<Set<bigint>> {
  const { rows } = await db.query<{ seq: string }>(
    `SELECT seq::text FROM views.skipped_event
     WHERE view = $1 AND code_version = $2 AND workspace = $3 AND seq > $4 AND seq <= $5`,
    [name, codeVersion, workspace, from.toString(), to.toString()],
  );
  return new Set(rows.map(({ seq }) => BigInt(seq)));
}

export async function readSkipped(db: Pool, workspace: string, view?: string): Promise<SkippedEvent[]> {
  const { rows } = await db.query<SkippedEvent>(
    `SELECT view, code_version AS "codeVersion", workspace, seq, stream, type, reason, error,
            skipped_by AS "skippedBy", skipped_at AS "skippedAt"
     FROM views.skipped_event WHERE workspace = $1 AND ($2::text IS NULL OR view = $2) ORDER BY view, seq`,
    [workspace, view ?? null],
  );
  return rows;
}
