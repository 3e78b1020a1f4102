import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import { inTransaction, type Logger } from '#platform';

/** A worker that is killed is replaced this long after its last sign of life. */
const DEFAULT_LEASE_MS = 5_000;
/** Two renewals may fail before a lease is lost. */
const RENEWALS = 3;
const LONGEST_WAIT_MS = 500;

export interface LeaseOptions {
  readonly holder: string;
  readonly milliseconds: number;
  /** Injected so that tests decide when time passes. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

export const leaseOptions = (given: Partial<LeaseOptions> = {}): LeaseOptions => ({
  holder: `${hostname()}/${process.pid}/${randomUUID().slice(0, 8)}`,
  milliseconds: DEFAULT_LEASE_MS,
  wait: (milliseconds, signal) => delay(milliseconds, undefined, { signal }).catch(() => undefined),
  ...given,
});

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
  { holder, milliseconds }: LeaseOptions,
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

/** Runs `work` while renewing its lease, and gives it back. The signal it gets aborts when `signal` does or the lease was lost. */
export async function holdLease(
  pool: Pool,
  lease: Lease,
  { milliseconds, wait }: LeaseOptions,
  logger: Logger,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const done = new AbortController();
  const lost = new AbortController();
  const renewing = (async () => {
    while (!done.signal.aborted) {
      await wait(milliseconds / RENEWALS, done.signal);
      if (done.signal.aborted) return;
      const ours = await extend(pool, lease, `clock_timestamp() + ${milliseconds} * interval '1 millisecond'`)
        // A database that does not answer is no loss yet: the epoch guards what is written meanwhile.
        .catch(() => true);
      if (ours) continue;
      logger.warn({ process: lease.process }, 'Another worker took over a process');
      return lost.abort();
    }
  })();
  try {
    await work(AbortSignal.any([signal, lost.signal]));
  } finally {
    done.abort();
    await renewing;
    await extend(pool, lease, `'-infinity'`).catch((error: unknown) =>
      logger.warn({ err: error, process: lease.process }, 'A lease could not be given back; it will run out'),
    );
  }
}

async function extend(pool: Pool, { process, workspace, holder, epoch }: Lease, until: string) {
  const { rowCount } = await pool.query(
    `UPDATE linking.lease SET expires_at = ${until}
     WHERE process = $1 AND workspace = $2 AND holder = $3 AND epoch = $4`,
    [process, workspace, holder, epoch],
  );
  return rowCount === 1;
}
