import { escapeLiteral, type Pool, type PoolClient } from 'pg';
import { LogGap } from '../errors.js';
import { filterCondition } from '../event-filter.js';
import type { EventFilter, LogBatch } from '../event-store.js';
import type { LoggedEvent } from '../logged-event.js';
import { CopyOut } from './copy-out.js';
import { EventDecoder, REPLAY_COLUMNS } from './decode-event.js';

/** The events after `afterSeq` up to `until`, in batches of a size. */
export interface CopyRange {
  readonly workspace: string;
  readonly afterSeq: bigint;
  readonly until: bigint;
  readonly batchSize: number;
  readonly filter: EventFilter;
}

/** Positions of one COPY statement: long enough that its start does not count, short enough to hold no snapshot for long. */
const SEGMENT = 16_384;
/** A batch ends early at this size, so that long articles do not fill the memory. */
const BATCH_BYTES = 4 * 1024 * 1024;
/** Batches that stand ready; the socket is paused meanwhile, and so is the server. */
const MOST_READY = 2;
/** A segment's time counts while its reader is busy with what came before. What takes longer is read on by a new one. */
const SEGMENT_TIMEOUT_MS = 60_000;

/**
 * Where a segment is a good part of a small log, the planner reads the whole table and sorts it, which measured half as
 * fast as the primary key, whose order is the one wanted.
 */
const SETTINGS: Readonly<Record<string, string | number>> = {
  statement_timeout: SEGMENT_TIMEOUT_MS,
  enable_seqscan: 'off',
  enable_bitmapscan: 'off',
  enable_sort: 'off',
  max_parallel_workers_per_gather: 0,
};
const SET = Object.entries(SETTINGS)
  .map(([name, value]) => `SET ${name} = ${value}`)
  .join(';');
const RESET = Object.keys(SETTINGS)
  .map((name) => `RESET ${name}`)
  .join(';');

const heardFromQuery = (): void => undefined;

/** Copies a range of the log, segment by segment, on one connection, as far ahead as two batches. */
export class LogCopy {
  private readonly ready: LogBatch[] = [];
  private readonly condition: string;
  private readonly decoder: EventDecoder;
  private events: LoggedEvent[] = [];
  private bytes = 0;
  private position: bigint;
  private flushed: bigint;
  private current: CopyOut | null = null;
  private state: 'running' | 'finished' | 'failed' = 'running';
  private failure: unknown;
  private wake: () => void = () => undefined;

  private constructor(
    private readonly client: PoolClient,
    private readonly range: CopyRange,
  ) {
    this.condition = filterCondition(range.filter);
    this.decoder = new EventDecoder(range.workspace);
    this.position = range.afterSeq;
    this.flushed = range.afterSeq;
  }

  static async start(reader: Pool, range: CopyRange): Promise<LogCopy> {
    const client = await reader.connect();
    // A connection that breaks says so here too; the query that was running on it is told, which is enough.
    client.on('error', heardFromQuery);
    const copy = new LogCopy(client, range);
    void copy.run();
    return copy;
  }

  /** Null at the end, or when the signal aborts. @throws whatever ended the reading, after the batches that came before it */
  async next(signal?: AbortSignal): Promise<LogBatch | null> {
    while (this.ready.length === 0 && this.state === 'running' && !signal?.aborted) await this.change(signal);
    if (signal?.aborted) return null;
    const batch = this.ready.shift();
    if (this.ready.length < MOST_READY) this.current?.resume();
    if (batch) return batch;
    if (this.state === 'failed') throw this.failure;
    return null;
  }

  /** Gives the connection back, or closes it where rows are still on their way. */
  close(): void {
    this.client.off('error', heardFromQuery);
    this.client.release(this.state !== 'finished');
  }

  private async run(): Promise<void> {
    try {
      await this.client.query(SET);
      for (let from = this.range.afterSeq; from < this.range.until;) from = await this.copySegment(from);
      await this.client.query(RESET);
      this.state = 'finished';
    } catch (error) {
      this.failure = error;
      this.state = 'failed';
    }
    this.wake();
  }

  private async copySegment(from: bigint): Promise<bigint> {
    const { until, workspace } = this.range;
    const to = from + this.segment < until ? from + this.segment : until;
    const sql = `COPY (SELECT ${REPLAY_COLUMNS} FROM event_store.event
      WHERE workspace = ${escapeLiteral(workspace)} AND seq > ${from} AND seq <= ${to}${this.condition} ORDER BY seq)
      TO STDOUT (FORMAT binary)`;
    const rows = new CopyOut(sql, this.takeRow);
    this.current = rows;
    if (this.ready.length >= MOST_READY) rows.pause();
    this.client.query(rows);
    await rows.done;
    this.current = null;
    rows.resume();
    if (this.condition === '' && this.position !== to)
      throw new LogGap(workspace, this.position + 1n, to + 1n);
    this.position = to;
    this.flush();
    return to;
  }

  /** Whole batches, so that only the last one is smaller. */
  private get segment(): bigint {
    const { batchSize } = this.range;
    return BigInt(Math.max(Math.floor(SEGMENT / batchSize), 1) * batchSize);
  }

  private readonly takeRow = (row: Buffer, from: number, to: number): void => {
    const event = this.decoder.decode(row, from);
    if (this.condition === '' && event.seq !== this.position + 1n)
      throw new LogGap(this.range.workspace, this.position + 1n, event.seq);
    this.position = event.seq;
    this.events.push(event);
    this.bytes += to - from;
    if (this.events.length >= this.range.batchSize || this.bytes >= BATCH_BYTES) this.flush();
  };

  private flush(): void {
    if (this.position === this.flushed) return;
    this.flushed = this.position;
    this.ready.push({ events: this.events, to: this.position });
    this.events = [];
    this.bytes = 0;
    if (this.ready.length >= MOST_READY) this.current?.pause();
    this.wake();
  }

  private change(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      this.wake = () => {
        signal?.removeEventListener('abort', this.wake);
        resolve();
      };
      signal?.addEventListener('abort', this.wake, { once: true });
    });
  }
}
