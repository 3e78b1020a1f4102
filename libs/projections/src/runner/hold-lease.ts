import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Logger } from '#platform';
import { leaseHolder, releaseLease, renewLease, type Lease } from './lease.js';

/** A worker that is killed is replaced this long after its last sign of life, and a renewal's wait more. */
const DEFAULT_LEASE_MS = 5_000;
/** How often a lease is renewed within its time: two renewals may fail before it is lost. */
const RENEWALS = 3;
/** A lease that is given back is taken this soon. */
const LONGEST_WAIT_MS = 500;

export interface LeaseSettings {
  readonly holder: string;
  readonly milliseconds: number;
  /** Injected so that tests decide when time passes. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

export const leaseSettings = (given: Partial<LeaseSettings> = {}): LeaseSettings => ({
  holder: leaseHolder(),
  milliseconds: DEFAULT_LEASE_MS,
  wait: (milliseconds, signal) => delay(milliseconds, undefined, { signal }).catch(() => undefined),
  ...given,
});

/** How long to wait before asking again for a lease that somebody else holds. */
export const waitForLease = (freeIn: number): number => Math.min(freeIn + 1, LONGEST_WAIT_MS);

/**
 * Runs `work` while renewing its lease, and gives it back at the end. The signal that `work` gets aborts when `signal` does, or
 * when the lease was lost. What is written after that is refused by the epoch; stopping early only saves work.
 */
export async function holdLease<T>(
  pool: Pool,
  lease: Lease,
  { milliseconds, wait }: LeaseSettings,
  logger: Logger | undefined,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const done = new AbortController();
  const lost = new AbortController();
  const renewing = (async () => {
    while (!done.signal.aborted) {
      await wait(milliseconds / RENEWALS, done.signal);
      if (done.signal.aborted) return;
      // A database that does not answer is no loss yet: the next renewal may succeed, and the fence holds meanwhile.
      const ours = await renewLease(pool, lease, milliseconds).catch((error: unknown) => {
        logger?.warn({ err: error, view: lease.view }, 'A lease could not be renewed; trying again');
        return true;
      });
      if (ours) continue;
      logger?.warn({ view: lease.view }, 'Another worker took over a view');
      return lost.abort(new Error('The lease was lost.'));
    }
  })();
  try {
    return await work(AbortSignal.any([signal, lost.signal]));
  } finally {
    done.abort();
    await renewing;
    await releaseLease(pool, lease).catch((error: unknown) =>
      logger?.warn({ err: error, view: lease.view }, 'A lease could not be given back; it will run out'),
    );
  }
}
