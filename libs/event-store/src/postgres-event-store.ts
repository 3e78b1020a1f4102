import type { Pool } from 'pg';
import { uuidv7Generator, type IdGenerator, type Logger } from '#platform';
import { appendBatch } from './append-batch.js';
import { AppendNotices, DEFAULT_NOTICE_DELAYS, type NoticeDelays } from './append-notices.js';
import { AppendQueue, DEFAULT_QUEUE_LIMITS, type QueueLimits } from './append-queue.js';
import { AppendSignal } from './append-signal.js';
import { ConsumerGroupMember, type ConsumerOptions } from './consumer-groups/consumer-group.js';
import { encodeAppend } from './encode-append.js';
import type {
  AppendRequest,
  AppendResult,
  EventAppender,
  EventFilter,
  EventReader,
  LogBatch,
  LogRange,
  ReadPage,
  StoredEvent,
  Subscription,
} from './event-store.js';
import { toEventStoreError } from './postgres-error.js';
import { findEvent, readAfter, readAt, readHead, readPage, readStream } from './read-events.js';
import { readLog } from './replay/read-log.js';
import { DEFAULT_POLL_DELAYS, follow, followBatches, type PollDelays, type ReadAfter } from './subscribe.js';

/** The pools of platform's `Database`: connections that act as claimtrail_writer and as claimtrail_reader. */
export interface EventStorePools {
  readonly writer: Pool;
  /** For appends, with their timeouts; the writer where absent. */
  readonly appender?: Pool;
  readonly reader: Pool;
}

export interface EventStoreOptions {
  readonly ids?: IdGenerator;
  readonly queue?: QueueLimits;
  readonly poll?: PollDelays;
  /** Tells other processes of appends and hears of theirs, over a connection of its own. Absent: they are found by polling. */
  readonly notices?: { readonly logger?: Logger; readonly delays?: Partial<NoticeDelays> };
}

/**
 * The log in PostgreSQL. One instance a process: its appends travel together and wake its subscriptions. Needs the
 * tables of `eventStoreMigrations`. The pools stay their owner's; close the store before them.
 */
export class PostgresEventStore implements EventAppender, EventReader {
  private readonly ids: IdGenerator;
  private readonly poll: PollDelays;
  private readonly queue: AppendQueue;
  private readonly appended = new AppendSignal();
  private readonly notices: AppendNotices | null;

  constructor(
    private readonly pools: EventStorePools,
    {
      ids = uuidv7Generator,
      queue = DEFAULT_QUEUE_LIMITS,
      poll = DEFAULT_POLL_DELAYS,
      notices,
    }: EventStoreOptions = {},
  ) {
    this.ids = ids;
    this.poll = poll;
    this.notices = notices ? this.openNotices(notices) : null;
    this.queue = new AppendQueue((batch) => appendBatch(pools.appender ?? pools.writer, batch), queue);
  }

  async append(request: AppendRequest): Promise<AppendResult> {
    const result = await this.queue.submit(encodeAppend(request, this.ids));
    this.appended.raise(request.workspace);
    this.notices?.announce(request.workspace);
    return result;
  }

  readStream(workspace: string, stream: string, fromVersion?: number): AsyncIterable<StoredEvent> {
    return readStream(this.pools.reader, workspace, stream, fromVersion);
  }

  readLog(workspace: string, range: LogRange = {}): AsyncIterable<LogBatch> {
    return readLog(this.pools.reader, workspace, range);
  }

  readAll(workspace: string, page: ReadPage = {}): Promise<StoredEvent[]> {
    return readPage(this.pools.reader, workspace, page);
  }

  readAt(workspace: string, seqs: readonly bigint[]): Promise<StoredEvent[]> {
    return readAt(this.pools.reader, workspace, seqs);
  }

  findEvent(workspace: string, eventId: string): Promise<StoredEvent | null> {
    return findEvent(this.pools.reader, workspace, eventId);
  }

  head(workspace: string): Promise<bigint> {
    return readHead(this.pools.reader, workspace);
  }

  subscribe(workspace: string, subscription: Subscription): AsyncIterable<StoredEvent[]> {
    this.notices?.listen();
    const read = this.reading(workspace, subscription);
    return follow(workspace, subscription, read, this.appended, this.poll);
  }

  /**
   * Takes part in a group that shares the log by streams, until the signal aborts.
   * @throws {ConsumerGroupDiffers | InvalidRead | EventStoreUnavailable}
   */
  consume(options: ConsumerOptions): Promise<void> {
    this.notices?.listen();
    const follow = (workspace: string, subscription: Subscription) =>
      followBatches(workspace, subscription, this.reading(workspace, subscription), this.appended, this.poll);
    return new ConsumerGroupMember(this.pools.writer, follow, options).run();
  }

  /** For the start of the program: makes the partitions that are due. Gives their number; cheap when there are none. */
  async ensurePartitions(): Promise<number> {
    try {
      const { rows } = await this.pools.writer.query<{ made: number }>(
        'SELECT event_store.ensure_partitions() AS made',
      );
      return rows[0]?.made ?? 0;
    } catch (error) {
      throw toEventStoreError(error);
    }
  }

  /** Refuses new appends, and resolves when all that waited are answered. Subscriptions end by their own signals. */
  async close(): Promise<void> {
    await this.queue.close();
    await this.notices?.close();
  }

  private reading(workspace: string, filter: EventFilter): ReadAfter {
    return (afterSeq, limit) => readAfter(this.pools.reader, workspace, afterSeq, limit, filter);
  }

  private openNotices({ logger, delays }: NonNullable<EventStoreOptions['notices']>): AppendNotices {
    const heard = (workspace?: string) =>
      workspace === undefined ? this.appended.raiseAll() : this.appended.raise(workspace);
    return new AppendNotices(this.pools.writer, heard, logger, { ...DEFAULT_NOTICE_DELAYS, ...delays });
  }
}
