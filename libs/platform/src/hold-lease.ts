import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from './logger.js';

/** A worker that is killed is replaced this long after its last sign of life, and a renewal's wait more. */
const DEFAULT_LEASE_MS = 5_000;
/** How often a lease is renewed within its time: two renewals may fail before it is lost. */
const RENEWALS = 3;

export interface LeaseSettings {
  /** A name no other process has: host, process id and chance. */
  readonly holder: string;
  readonly milliseconds: number;
  /** Injected so that tests decide when time passes. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

export const leaseSettings = (given: Partial<LeaseSettings> = {}): LeaseSettings => ({
  holder: `${hostname()}/${process.pid}/${randomUUID().slice(0, 8)}`,
  milliseconds: DEFAULT_LEASE_MS,
  wait: (milliseconds, signal) => delay(milliseconds, undefined, { signal }).catch(() => undefined),
  ...given,
});

/** A lease in some table, as its holder deals with it. */
export interface HeldLease {
  /** What it is for, as the program's log names it: `{ view: 'article' }`. */
  readonly of: Readonly<Record<string, string>>;
  /** False where it was taken by somebody else. A lease that ran out unnoticed is still ours. */
  readonly renew: () => Promise<boolean>;
  /** Lets another take it at once. */
  readonly release: () => Promise<void>;
}

/**
 * Runs `work` while renewing its lease, and gives it back at the end. The signal that `work` gets aborts when `signal` does, or
 * when the lease was lost. What is written after that is refused by the epoch; stopping early only saves work.
 */
export async function holdLease<T>(
  { of, renew, release }: HeldLease,
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
      const ours = await renew().catch((error: unknown) => {
        logger?.warn({ err: error, ...of }, 'A lease could not be renewed; trying again');
        return true;
      });
      if (ours) continue;
      logger?.warn(of, 'Another worker took over');
      return lost.abort(new Error('The lease was lost.'));
    }
  })();
  try {
    return await work(AbortSignal.any([signal, lost.signal]));
  } finally {
    done.abort();
    await renewing;
    await release().catch((error: unknown) =>
      logger?.warn({ err: error, ...of }, 'A lease could not be given back; it will run out'),
    );
  }
}
