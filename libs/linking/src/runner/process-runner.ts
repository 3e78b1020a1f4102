import type { Pool, PoolClient } from 'pg';
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
import type { DecisionProcess, Queries, StateNames } from './decision-process.js';
import { appendDecided, appendWaiting, keepDecided, type Waiting } from './outbox.js';
import { beginPosition, movePosition, readPosition, type Position, type Standing } from './position.js';
import { heldLease, takeLease, type Lease } from './process-lease.js';
import { ReadAhead } from './read-ahead.js';
import { readBatch, type Batch } from './read-batch.js';
import { TrailingWork } from './trailing-work.js';

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
  private readonly writing = new TrailingWork<Standing>();
  /** To where in the log what is being appended was decided. */
  private readonly appending = new TrailingWork<bigint>();
  private decidedAhead = 0;
  /** What the state that was decided ahead and written last is called, before it was written and in the tables. */
  private written: { readonly name: string; readonly stored: string } | null = null;

  constructor(private readonly options: ProcessRunnerOptions) {
    const { process, store, workspace } = options;
    this.lease = leaseSettings(options.lease);
    const { batchSize = DEFAULT_BATCH_SIZE } = options;
    this.reading = new ReadAhead((from, head) => readBatch(store, process, workspace, from, head, batchSize));
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
      this.follow(lease, ours).finally(() => this.end()),
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
      await this.end();
      throw error;
    }
  }

  private async advance(lease: Lease | null): Promise<boolean> {
    const { process, store, pool, workspace } = this.options;
    const onItsWay = this.writing.to;
    const position = onItsWay ?? (await this.position());
    if (!onItsWay && this.appending.to !== position.seq) {
      await this.appending.settle();
      await appendDecided(pool, store, process, workspace);
    }
    if (position.folding && position.seq >= position.foldedTo) return this.endFolding(position, lease);
    const head = position.folding ? position.foldedTo : await store.head(workspace);
    if (position.seq >= head) return this.settle();
    const batch = await this.reading.next(position, head);
    if (!batch.folding && process.canDecideAhead?.(batch.events))
      await this.decideAhead(batch, position, lease);
    else await this.decideInTurn(batch, position, lease);
    return true;
  }

  /** Decides while the batch before is being written, and leaves this one on its way. */
  private async decideAhead({ events, to }: Batch, from: Standing, lease: Lease | null): Promise<void> {
    const { process, store: reader, pool: client, workspace } = this.options;
    const writes: ((client: Queries) => Promise<void>)[] = [];
    const state = { before: from.state, after: `${from.state}+${++this.decidedAhead}` };
    const decided = await process.decide(events, {
      ...{ workspace, client, reader, folding: false, state },
      write: (work) => void writes.push(work),
      written: () => this.writing.ended(),
    });
    await this.writing.settle();
    const target = { ...from, seq: to, state: state.after };
    const write = async (): Promise<void> => {
      const waiting = await this.move(from, target, lease, async (tables, { after }) => {
        for (const work of writes) await work(tables);
        this.written = { name: target.state, stored: after };
        return keepDecided(tables, process, workspace, decided);
      });
      await this.appending.settle();
      this.append(waiting, to);
    };
    this.writing.start(target, write());
  }

  private async decideInTurn(
    { events, to, folding }: Batch,
    from: Standing,
    lease: Lease | null,
  ): Promise<void> {
    const { process, store: reader, workspace } = this.options;
    await this.writing.settle();
    // What people decided is compared with what the process itself has in the log by now.
    if (events.some(({ type }) => (process.folds as readonly string[]).includes(type)))
      await this.appending.settle();
    const waiting = await this.move(from, { seq: to, folding }, lease, async (client, state) => {
      if (events.length === 0) return [];
      const decided = await process.decide(events, { workspace, client, reader, folding, state });
      return folding ? [] : keepDecided(client, process, workspace, decided);
    });
    await this.appending.settle();
    this.append(waiting, to);
  }

  /** Moves the position, with what `work` writes. @throws {PositionMoved} where somebody else moved it or wrote the state since */
  private move<T>(
    from: Standing,
    to: Pick<Position, 'seq' | 'folding'>,
    lease: Lease | null,
    work: (client: PoolClient, state: StateNames) => Promise<T>,
  ): Promise<T> {
    const { process, pool, workspace } = this.options;
    const stored = from.state === this.written?.name ? this.written.stored : from.state;
    return inTransaction(pool, async (client) => {
      if (lease) await endWhenIdle(client, this.lease.milliseconds);
      const state = await movePosition(client, process, workspace, from, to, lease?.epoch ?? null, stored);
      if (!state) throw new PositionMoved();
      return work(client, state);
    });
  }

  /** After what was being appended stands in the log. */
  private append(waiting: readonly Waiting[], to: bigint): void {
    const { process, store, pool, workspace } = this.options;
    if (waiting.length > 0) this.appending.start(to, appendWaiting(pool, store, process, workspace, waiting));
  }

  /** True where something was on its way and has arrived. */
  private async settle(): Promise<boolean> {
    const wrote = await this.writing.settle();
    const appended = await this.appending.settle();
    return wrote || appended;
  }

  /** Waits until nothing is on its way. What did not arrive is decided again, or stays in the outbox. */
  private async end(): Promise<void> {
    await this.writing.end();
    await this.appending.end();
  }

  /** From here on it decides, beginning behind the last event that its decisions in the log were caused by. */
  private async endFolding(position: Standing, lease: Lease | null): Promise<boolean> {
    await this.move(position, { seq: position.decidedTo, folding: false }, lease, () => Promise.resolve());
    return true;
  }

  /** Called as the batch that wrote it called it, where nothing has written it since. @throws {ProcessOfOtherVersion} */
  private async position(): Promise<Standing> {
    const { process, store, pool, workspace } = this.options;
    const known = await readPosition(pool, process, workspace);
    if (!known) {
      await beginPosition(pool, store, process, workspace);
      return this.position();
    }
    if (known.version !== process.version)
      throw new ProcessOfOtherVersion(process.name, known.version, process.version);
    return known.state === this.written?.stored ? { ...known, state: this.written.name } : known;
  }
}
