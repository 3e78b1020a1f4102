import type { Pool } from 'pg';
import { inTransaction, type HeldLease, type LeaseSettings } from '#platform';

/** A lease that is given back is taken this soon. */
const LONGEST_WAIT_MS = 500;

export interface Lease {
  readonly process: string;
  readonly workspace: string;
  readonly holder: string;
  /** One higher with each change of hands: whoever writes under a lower one is refused. */
  readonly epoch: bigint;
}

/** The lease, or the milliseconds to wait before asking again. Only the database's clock counts. */
export async function takeLease(
  pool: Pool,
  process: string,
  workspace: string,
  { holder, milliseconds }: LeaseSettings,
): Promise<Lease | number> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ epoch: bigint }>(
      `INSERT INTO linking.lease AS held (process, workspace, holder, epoch, expires_at)
       VALUES ($1, $2, $3, 1, clock_timestamp() + $4 * interval '1 millisecond')
       ON CONFLICT (process, workspace) DO UPDATE
         SET holder = EXCLUDED.holder, epoch = held.epoch + 1, expires_at = EXCLUDED.expires_at
         WHERE held.expires_at <= clock_timestamp()
       RETURNING epoch`,
      [process, workspace, holder, milliseconds],
    );
    const [taken] = rows;
    if (!taken) return LONGEST_WAIT_MS;
    // After this no batch of an earlier holder can be committed; one that is being committed is waited for.
    await client.query('UPDATE linking.process SET epoch = $3 WHERE process = $1 AND workspace = $2', [
      process,
      workspace,
      taken.epoch,
    ]);
    return { process, workspace, holder, epoch: taken.epoch };
  });
}

/** The lease as `holdLease` renews it and gives it back. */
export function heldLease(pool: Pool, lease: Lease, milliseconds: number): HeldLease {
  const { process, workspace, holder, epoch } = lease;
  const extend = async (until: string): Promise<boolean> => {
    const { rowCount } = await pool.query(
      `UPDATE linking.lease SET expires_at = ${until}
       WHERE process = $1 AND workspace = $2 AND holder = $3 AND epoch = $4`,
      [process, workspace, holder, epoch],
    );
    return rowCount === 1;
  };
  return {
    of: { process },
    renew: () => extend(`clock_timestamp() + ${milliseconds} * interval '1 millisecond'`),
    release: async () => void (await extend(`'-infinity'`)),
  };
}
