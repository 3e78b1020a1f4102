import type { AppendSignal } from './append-signal.js';
import { LogGap } from './errors.js';
import { filterCondition } from './event-filter.js';
import type { LogBatch, StoredEvent, Subscription } from './event-store.js';
import { DEFAULT_PAGE } from './read-events.js';

/** Milliseconds between looks at a log that does not grow: from `first`, doubling, to `longest`. */
export interface PollDelays {
  readonly first: number;
  readonly longest: number;
}

/** Where no notice comes, what other processes append is seen after `longest` at the latest; a poll costs one index look-up. */
export const DEFAULT_POLL_DELAYS: PollDelays = { first: 10, longest: 500 };

/** What comes after a seq, `limit` events at most; `to` is that seq itself where the log does not go on. */
export type ReadAfter = (afterSeq: bigint, limit: number) => Promise<LogBatch>;

/**
 * Follows a log. "seq > cursor" is all it takes: seq is handed out under the workspace's head row, which stays locked to
 * the commit, so a lower seq is never committed after a higher one. Where numbers come from a sequence it is not so:
 * tails of concurrent writers lost 11-27 % of their events, and ordering by transaction id lost all after a restore.
 */
export async function* follow(
  workspace: string,
  subscription: Subscription,
  read: ReadAfter,
  appended: AppendSignal,
  delays: PollDelays,
): AsyncGenerator<StoredEvent[]> {
  for await (const { events } of followBatches(workspace, subscription, read, appended, delays)) {
    if (events.length > 0) yield [...events];
  }
}

/** The same with how far each batch is, and with those that the filter left empty. */
export async function* followBatches(
  workspace: string,
  subscription: Subscription,
  read: ReadAfter,
  appended: AppendSignal,
  delays: PollDelays,
): AsyncGenerator<LogBatch> {
  const { signal, batchSize = DEFAULT_PAGE } = subscription;
  let cursor = subscription.afterSeq ?? 0n;
  let delay = delays.first;
  while (!signal.aborted) {
    const seen = appended.count(workspace);
    const batch = await unlessAborted(read(cursor, batchSize), signal);
    if (!batch) return;
    if (batch.to === cursor) {
      await appended.wait(workspace, seen, delay, signal);
      delay = Math.min(delay * 2, delays.longest);
      continue;
    }
    if (filterCondition(subscription) === '') checkDense(workspace, batch.events, cursor + 1n);
    cursor = batch.to;
    delay = delays.first;
    yield batch;
  }
}

function checkDense(workspace: string, events: readonly StoredEvent[], firstSeq: bigint): void {
  let expected = firstSeq;
  for (const { seq } of events) {
    if (seq !== expected) throw new LogGap(workspace, expected, seq);
    expected++;
  }
}

/** Undefined as soon as the signal aborts; the promise is then left to end by itself. */
async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  let stop: () => void = () => undefined;
  const aborted = new Promise<undefined>((resolve) => {
    stop = () => resolve(undefined);
    signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([promise, aborted]);
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
