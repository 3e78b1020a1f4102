import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Pool, PoolClient } from 'pg';
import { endWhenIdle, inTransaction } from './transaction.js';
import { liveVersion } from './view-versions.js';

export type LeasePurpose = 'follow' | 'rebuild';

/** Who may write a view. A rebuild fills every workspace, so its workspace is ''. */
export interface LeaseKey {
  readonly view: string;
  readonly workspace: string;
  readonly purpose: LeasePurpose;
}

export interface Lease extends LeaseKey {
  readonly holder: string;
  /** One higher with each change of hands: whoever writes under a lower one is refused. */
  readonly epoch: bigint;
}

/** Either the lease, or who has it and the milliseconds until it runs out, by the database's clock. */
export type LeaseAnswer =
  { readonly lease: Lease } | { readonly lease: null; readonly holder: string; readonly freeIn: number };

/** A name no other process has: host, process id and chance. */
export const leaseHolder = (): string => `${hostname()}/${process.pid}/${randomUUID().slice(0, 8)}`;

/**
 * Takes a lease that is free or has run out. Only the database's clock is asked, so wrong clocks of workers change nothing. One that
 * follows the log is fenced at once; a rebuild fences the version it fills when it knows which (`fenceVersion`).
 */
export async function takeLease(
  pool: Pool,
  key: LeaseKey,
  holder: string,
  milliseconds: number,
): Promise<LeaseAnswer> {
  return inTransaction(pool, async (client) => {
    await endWhenIdle(client, milliseconds);
    // Against a switch: the version that is live here stays so until the epoch is on its checkpoint.
    const live = await liveVersion(client, key.view, 'FOR SHARE');
    const { rows } = await client.query<{ epoch: string }>(
      `INSERT INTO views.lease AS held (view, workspace, purpose, holder, epoch, expires_at)
       VALUES ($1, $2, $3, $4, 1, clock_timestamp() + $5 * interval '1 millisecond')
       ON CONFLICT (view, workspace, purpose) DO UPDATE
         SET holder = EXCLUDED.holder, epoch = held.epoch + 1, expires_at = EXCLUDED.expires_at
         WHERE held.expires_at <= clock_timestamp()
       RETURNING epoch::text`,
      [key.view, key.workspace, key.purpose, holder, milliseconds],
    );
    const [taken] = rows;
    if (!taken) return whoHolds(client, key);
    const lease = { ...key, holder, epoch: BigInt(taken.epoch) };
    if (live && key.purpose === 'follow') await fenceVersion(client, lease, live.version, [key.workspace]);
    return { lease };
  });
}

/** False where it was taken by somebody else. A lease that ran out unnoticed is still ours. */
export async function renewLease(pool: Pool, lease: Lease, milliseconds: number): Promise<boolean> {
  const { view, workspace, purpose, holder, epoch } = lease;
  const { rowCount } = await pool.query(
    `UPDATE views.lease SET expires_at = clock_timestamp() + $6 * interval '1 millisecond'
     WHERE view = $1 AND workspace = $2 AND purpose = $3 AND holder = $4 AND epoch = $5`,
    [view, workspace, purpose, holder, epoch.toString(), milliseconds],
  );
  return rowCount === 1;
}

/** Lets another take it at once. */
export async function releaseLease(pool: Pool, lease: Lease): Promise<void> {
  const { view, workspace, purpose, holder, epoch } = lease;
  await pool.query(
    `UPDATE views.lease SET expires_at = '-infinity'
     WHERE view = $1 AND workspace = $2 AND purpose = $3 AND holder = $4 AND epoch = $5`,
    [view, workspace, purpose, holder, epoch.toString()],
  );
}

/**
 * Puts the lease's epoch on the version's checkpoints. Waits for a batch that is being committed; after this, none of an earlier
 * holder can be.
 */
export async function fenceVersion(
  client: PoolClient,
  { view, epoch }: Lease,
  version: number,
  workspaces: readonly string[],
): Promise<void> {
  await client.query(
    `INSERT INTO views.checkpoint (view, version, workspace, seq, epoch)
     SELECT $1, $2, workspace, 0, $4 FROM unnest($3::text[]) AS workspace
     ON CONFLICT (view, version, workspace) DO UPDATE SET epoch = EXCLUDED.epoch`,
    [view, version, workspaces, epoch.toString()],
  );
}

async function whoHolds(client: PoolClient, { view, workspace, purpose }: LeaseKey): Promise<LeaseAnswer> {
  const { rows } = await client.query<{ holder: string; freein: number }>(
    `SELECT holder, greatest(0, extract(epoch FROM expires_at - clock_timestamp()) * 1000)::float8 AS freein
     FROM views.lease WHERE view = $1 AND workspace = $2 AND purpose = $3`,
    [view, workspace, purpose],
  );
  return { lease: null, holder: rows[0]?.holder ?? '', freeIn: rows[0]?.freein ?? 0 };
}
