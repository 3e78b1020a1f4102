import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type { ClientBase, Pool } from 'pg';
import type { Logger } from '#platform';
import { InvalidRead, PartitionLost } from '../errors.js';
import type { EventFilter, LogBatch, StoredEvent, Subscription } from '../event-store.js';
import { PartitionLeases, type PartitionLease } from './partition-leases.js';

/** Events of one partition in a row. */
export interface PartitionBatch {
  readonly partition: number;
  /** One higher with each member that took the partition: a fencing token for what is written elsewhere. */
  readonly epoch: bigint;
  readonly events: readonly StoredEvent[];
  /**
   * Moves the checkpoint behind this batch; done by itself after `handle` where `handle` did not. Within a transaction of
   * the same database, effect and checkpoint stand or fall together: each event then counts exactly once.
   * @throws {PartitionLost}
   */
  commit(client?: Pick<ClientBase, 'query'>): Promise<void>;
}

export interface ConsumerOptions {
  readonly workspace: string;
  /** Its name; all members give the same one, and the same number of partitions. */
  readonly group: string;
  /** 1 to 256, for as long as the group is there: at most so many members have work at once. */
  readonly partitions: number;
  /** What it does with events. Where it fails, it gets the same ones again. */
  readonly handle: (batch: PartitionBatch) => Promise<void>;
  readonly filter?: EventFilter;
  readonly batchSize?: number;
  readonly logger?: Logger;
  readonly member?: string;
  /** A member that is killed is replaced this long after its last sign of life. */
  readonly leaseMs?: number;
  /** Injected so that tests decide when time passes. */
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
}

/** Follows a log as `followBatches` does. */
type Follow = (workspace: string, subscription: Subscription) => AsyncIterable<LogBatch>;

const MOST_PARTITIONS = 256;
const LEASE_MS = 5_000;
/** Rounds within the time of a lease: two may fail before it is lost. */
const ROUNDS = 3;
const RETRY_MS = 500;
/** Positions without an event for a partition after which its checkpoint moves all the same. */
const QUIET_POSITIONS = 10_000n;

interface Work {
  readonly lease: PartitionLease;
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

/**
 * One member of a group that shares a log by streams. Each partition is read by one member at a time, in order, behind a
 * checkpoint of its own; members come and go, and a killed one's partitions pass on when its leases run out.
 */
export class ConsumerGroupMember {
  private readonly leases: PartitionLeases;
  private readonly working = new Map<number, Work>();
  private readonly leaseMs: number;
  private readonly wait: NonNullable<ConsumerOptions['wait']>;

  constructor(
    pool: Pool,
    private readonly follow: Follow,
    private readonly options: ConsumerOptions,
  ) {
    const { workspace, group: name, partitions, leaseMs = LEASE_MS } = options;
    if (!Number.isInteger(partitions) || partitions < 1 || partitions > MOST_PARTITIONS)
      throw new InvalidRead(`A group has 1 to ${MOST_PARTITIONS} partitions; ${partitions} were asked for.`);
    const member = options.member ?? `${hostname()}/${process.pid}/${randomUUID().slice(0, 8)}`;
    this.leases = new PartitionLeases(pool, { workspace, name, partitions }, member, leaseMs);
    this.leaseMs = leaseMs;
    this.wait = options.wait ?? pause;
  }

  /** Until the signal aborts; gives its partitions back then. */
  async run(): Promise<void> {
    const { signal, logger } = this.options;
    await this.leases.join();
    while (!signal.aborted) {
      await this.round().catch((error: unknown) =>
        logger?.warn({ err: error }, 'The partitions of a group could not be shared out; trying again'),
      );
      await this.wait(this.leaseMs / ROUNDS, signal);
    }
    await Promise.all([...this.working.values()].map(({ lease }) => this.giveBack(lease)));
    await this.leases.leave().catch(() => undefined);
  }

  private async round(): Promise<void> {
    const { held, share } = await this.leases.round();
    const epochs = new Map(held.map(({ partition, epoch }) => [partition, epoch]));
    for (const { lease, stop } of this.working.values())
      if (epochs.get(lease.partition) !== lease.epoch) stop.abort();
    const inOrder = held.toSorted((a, b) => a.partition - b.partition);
    // Of the surplus nothing is begun: what was given back may still be on its way to the database.
    for (const lease of inOrder.slice(0, share)) if (!this.working.has(lease.partition)) this.start(lease);
    // Not awaited: a batch that takes long must not keep the other leases from being renewed.
    for (const lease of inOrder.slice(share)) void this.giveBack(lease);
  }

  private start(lease: PartitionLease): void {
    const stop = new AbortController();
    const signal = AbortSignal.any([this.options.signal, stop.signal]);
    const done = this.work(lease, signal).finally(() => {
      if (this.working.get(lease.partition)?.lease === lease) this.working.delete(lease.partition);
    });
    this.working.set(lease.partition, { lease, stop, done });
  }

  /** Lets another take the partition, after the batch at hand. */
  private async giveBack(lease: PartitionLease): Promise<void> {
    const work = this.working.get(lease.partition);
    work?.stop.abort();
    await work?.done;
    await this.leases.release(lease).catch(() => undefined);
  }

  private async work(lease: PartitionLease, signal: AbortSignal): Promise<void> {
    const { logger, group } = this.options;
    while (!signal.aborted) {
      try {
        await this.followPartition(lease, signal);
      } catch (error) {
        const { partition } = lease;
        if (error instanceof PartitionLost) {
          logger?.warn({ group, partition }, 'Another member took over a partition');
          return;
        }
        logger?.error({ err: error, group, partition }, 'A batch failed; it will be given again');
        await pause(RETRY_MS, signal);
      }
    }
  }

  private async followPartition(lease: PartitionLease, signal: AbortSignal): Promise<void> {
    const { workspace, filter, batchSize, partitions: of } = this.options;
    const partition = { number: lease.partition, of };
    let committed = await this.leases.checkpoint(lease);
    const subscription = { ...filter, partition, afterSeq: committed, batchSize, signal };
    for await (const { events, to } of this.follow(workspace, subscription)) {
      if (events.length > 0) await this.handle(lease, events, to);
      else if (to - committed < QUIET_POSITIONS) continue;
      else await this.leases.commit(lease, to);
      committed = to;
    }
  }

  private async handle(lease: PartitionLease, events: readonly StoredEvent[], to: bigint): Promise<void> {
    const { partition, epoch } = lease;
    let isCommitted = false;
    const commit: PartitionBatch['commit'] = async (client) => {
      await this.leases.commit(lease, to, client);
      isCommitted = true;
    };
    await this.options.handle({ partition, epoch, events, commit });
    if (!isCommitted) await commit();
  }
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  delay(milliseconds, undefined, { signal }).catch(() => undefined);
