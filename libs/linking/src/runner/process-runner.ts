import type { Pool } from 'pg';
import type { EventAppender, EventReader } from '#event-store';
import {
  endWhenIdle,
  FailuresInARow,
  holdLease,
  inTransaction,
  leaseSettings,
  type LeaseSettings,
  type Logger,
} from '#platform';
import { ProcessOfOtherVersion } from '../errors.js';
import type { DecisionProcess } from './decision-process.js';
import { appendDecided, appendWaiting, keepDecided, type Waiting } from './outbox.js';
import { beginPosition, movePosition, readPosition, type Position } from './position.js';
import { heldLease, takeLease, type Lease } from './process-lease.js';
import { ReadAhead } from './read-ahead.js';
import { readBatch, type Batch } from './read-batch.js';
import { TrailingAppend } from './trailing-append.js';

/** Larger ones cost fewer statements a report; what is around one of these takes some tens of megabytes. */
const DEFAULT_BATCH_SIZE = 5_000;

/** Another runner moved the position: not an error, start again from where it stands now. */
class PositionMoved extends Error {}

export interface ProcessRunnerOptions {
  readonly process: DecisionProcess;
  readonly store: EventReader & EventAppender;
  readonly pool: Pool;
  readonly workspace: string;
  readonly logger: Logger;
  readonly batchSize?: number;
  /** Waits between retries; injected so that tests need not. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly lease?: Partial<LeaseSettings>;
}

/** Keeps the decisions of one process level with the log, as one of any number of runners of which one has the lease. */
export class ProcessRunner {
  private readonly failures = new FailuresInARow();
  private readonly lease: LeaseSettings;
  private readonly reading: ReadAhead;
  private readonly trailing: TrailingAppend;

  constructor(private readonly options: ProcessRunnerOptions) {
    const { process, store, pool, workspace } = options;
    this.lease = leaseSettings(options.lease);
    const { batchSize = DEFAULT_BATCH_SIZE } = options;
    this.reading = new ReadAhead((from, head) => readBatch(store, process, workspace, from, head, batchSize));
    this.trailing = new TrailingAppend((waiting) => appendWaiting(pool, store, process, workspace, waiting));
  }

  /** Follows the log until `signal` aborts; ends after the batch that is being written. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.lead(signal);
      } catch (error) {
        if (signal.aborted) return;
        const { process, logger, pause } = this.options;
        const { retryInMs, isNews } = this.failures.add(error);
        if (isNews)
          logger.error(
            { err: error, process: process.name, retryInMs },
            'A process that decides stopped. It is tried again until it goes on',
          );
        await pause(retryInMs, signal);
      }
    }
  }

  /** Decides on all that the log has, then returns. Needs no lease: the position keeps a batch from being decided twice. */
  async catchUp(): Promise<void> {
    for (;;) {
      try {
        if (!(await this.step(null))) return;
      } catch (error) {
        if (!(error instanceof PositionMoved)) throw error;
      }
    }
  }

  private async lead(signal: AbortSignal): Promise<void> {
    const { process, pool, workspace, logger } = this.options;
    await this.position();
    const lease = await takeLease(pool, process.name, workspace, this.lease);
    if (typeof lease === 'number') return this.lease.wait(lease, signal);
    const held = heldLease(pool, lease, this.lease.milliseconds);
    await holdLease(held, this.lease, logger, signal, (ours) =>
      this.follow(lease, ours).finally(() => this.trailing.end()),
    );
  }

  private async follow(lease: Lease, signal: AbortSignal): Promise<void> {
    const { store, workspace } = this.options;
    while (!signal.aborted) {
      const moved = await this.step(lease).catch((error: unknown) => {
        if (!(error instanceof PositionMoved)) throw error;
        return null;
      });
      if (moved === null) return;
      this.failures.end();
      if (moved) continue;
      const { seq: afterSeq } = await this.position();
      const news = store.subscribe(workspace, { afterSeq, batchSize: 1, signal })[Symbol.asyncIterator]();
      await news.next();
      await news.return?.();
    }
  }

  /** One batch; false where the process is level with the log. */
  private async step(lease: Lease | null): Promise<boolean> {
    try {
      return await this.advance(lease);
    } catch (error) {
      await this.trailing.end();
      throw error;
    }
  }

  private async advance(lease: Lease | null): Promise<boolean> {
    const { process, store, pool, workspace } = this.options;
    const position = await this.position();
    if (!this.trailing.coversUpTo(position.seq)) {
      await this.trailing.settle();
      await appendDecided(pool, store, process, workspace);
    }
    if (position.folding && position.seq >= position.foldedTo) return this.endFolding(position, lease);
    const head = position.folding ? position.foldedTo : await store.head(workspace);
    if (position.seq >= head) return this.trailing.settle();
    const batch = await this.reading.next(position, head);
    // What people decided is compared with what the process itself has in the log by now.
    if (batch.events.some(({ type }) => (process.folds as readonly string[]).includes(type)))
      await this.trailing.settle();
    const waiting = await this.decide(batch, position, lease);
    await this.trailing.settle();
    this.trailing.start(waiting, batch.to);
    return true;
  }

  private async decide(
    { events, to, folding }: Batch,
    from: Position,
    lease: Lease | null,
  ): Promise<Waiting[]> {
    const { process, store: reader, pool, workspace } = this.options;
    return inTransaction(pool, async (client) => {
      if (lease) await endWhenIdle(client, this.lease.milliseconds);
      const next = { seq: to, folding };
      const state = await movePosition(client, process, workspace, from, next, lease?.epoch ?? null);
      if (!state) throw new PositionMoved();
      if (events.length === 0) {
        process.pass?.(state);
        return [];
      }
      const decided = await process.decide(events, { workspace, client, reader, folding, state });
      return folding ? [] : keepDecided(client, process, workspace, decided);
    });
  }

  /** From here on it decides, beginning behind the last event that its decisions in the log were caused by. */
  private async endFolding(position: Position, lease: Lease | null): Promise<boolean> {
    const { process, pool, workspace } = this.options;
    await inTransaction(pool, async (client) => {
      const next = { seq: position.decidedTo, folding: false };
      if (!(await movePosition(client, process, workspace, position, next, lease?.epoch ?? null)))
        throw new PositionMoved();
    });
    return true;
  }

  /** @throws {ProcessOfOtherVersion} */
  private async position(): Promise<Position> {
    const { process, store, pool, workspace } = this.options;
    const known = await readPosition(pool, process, workspace);
    if (!known) {
      await beginPosition(pool, store, process, workspace);
      return this.position();
    }
    if (known.version !== process.version)
      throw new ProcessOfOtherVersion(process.name, known.version, process.version);
    return known;
  }
}
