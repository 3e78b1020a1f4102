import type { Pool, PoolClient } from 'pg';
import { NoRebuild } from '../errors.js';

/** One version of a view, as `claimtrail rebuild VIEW --status` shows it. */
export interface VersionStatus {
  readonly version: number;
  readonly codeVersion: number;
  readonly state: 'building' | 'live' | 'retired';
  /** filling: copying rows; keyed: indexes are built, it follows the log. */
  readonly phase: 'filling' | 'keyed';
  readonly request: 'pause' | 'cancel' | null;
  readonly applied: bigint;
  readonly head: bigint;
  /** Events a second since the process that fills it began. */
  readonly rate: number;
  readonly startedAt: Date | null;
  readonly updatedAt: Date | null;
  /** The process that is rebuilding it now. */
  readonly holder: string | null;
}

export type RebuildRequest = 'pause' | 'cancel';

export interface Progress {
  readonly applied: bigint;
  readonly head: bigint;
  readonly rate: number;
}

export async function versionStatus(db: Pool, view: string): Promise<VersionStatus[]> {
  const { rows } = await db.query<VersionStatus>(
    `SELECT version, code_version AS "codeVersion", state, phase, request, applied, head, rate,
            started_at AS "startedAt", updated_at AS "updatedAt",
            CASE WHEN state = 'building' THEN (SELECT holder FROM views.lease
              WHERE lease.view = $1 AND purpose = 'rebuild' AND expires_at > clock_timestamp()) END AS holder
     FROM views.view_version WHERE view = $1 ORDER BY version`,
    [view],
  );
  return rows;
}

/** Asks whoever rebuilds the view to pause or cancel; null takes the request back. @throws {NoRebuild} */
export async function requestOfRebuild(
  db: Pool,
  view: string,
  request: RebuildRequest | null,
): Promise<void> {
  const { rowCount } = await db.query(
    `UPDATE views.view_version SET request = $2 WHERE view = $1 AND state = 'building'`,
    [view, request],
  );
  if (rowCount === 0) throw new NoRebuild(view);
}

export async function readRequest(db: Pool, view: string, version: number): Promise<RebuildRequest | null> {
  const { rows } = await db.query<{ request: RebuildRequest | null }>(
    'SELECT request FROM views.view_version WHERE view = $1 AND version = $2',
    [view, version],
  );
  const [row] = rows;
  // A version that is gone was cancelled by another process.
  return row ? row.request : 'cancel';
}

export async function saveProgress(
  client: PoolClient,
  view: string,
  version: number,
  { applied, head, rate }: Progress,
): Promise<void> {
  await client.query(
    `UPDATE views.view_version SET applied = $3, head = $4, rate = $5, updated_at = now() WHERE view = $1 AND version = $2`,
    [view, version, applied.toString(), head.toString(), rate],
  );
}
