import type { Pool, PoolClient } from 'pg';
import { endWhenIdle, inTransaction, type HeldLease } from '#platform';
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

/** A lease that is given back is taken this soon. */
const LONGEST_WAIT_MS = 500;

/** How long to wait before asking again for a lease that somebody else holds. */
export const waitForLease = (freeIn: number): number => Math.min(freeIn + 1, LONGEST_WAIT_MS);

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

/** The lease as `holdLease` renews it and gives it back. */
export function heldLease(pool: Pool, lease: Lease, milliseconds: number): HeldLease {
  const { view, workspace, purpose, holder, epoch } = lease;
  const extend = async (until: string): Promise<boolean> => {
    const { rowCount } = await pool.query(
      `UPDATE views.lease SET expires_at = ${until}
       WHERE view = $1 AND workspace = $2 AND purpose = $3 AND holder = $4 AND epoch = $5`,
      [view, workspace, purpose, holder, epoch.toString()],
    );
    return rowCount === 1;
  };
  return {
    of: { view },
    renew: () => extend(`clock_timestamp() + ${milliseconds} * interval '1 millisecond'`),
    release: async () => void (await extend(`'-infinity'`)),
  };
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
