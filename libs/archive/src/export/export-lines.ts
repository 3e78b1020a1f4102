import { createHash, type Hash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import {
  controlLine,
  copyEvents,
  copyKeys,
  FORMAT_VERSION,
  RECORD,
  type ExportEnd,
} from './export-format.js';
import { countErased, type LogToExport } from './log-to-export.js';
import type { ResumePoint } from './resume-point.js';

/** What came of it. */
export interface Exported {
  readonly events: number;
  readonly lastSeq: bigint;
  /** Events that the newest checkpoint in the export covers; 0: there is none. */
  readonly sealed: number;
}

/** Checkpoints that travel with a log: so many at most, evenly over it, so that what was changed is found to within one. */
const CHECKPOINTS = 100;
const LINE_FEED = 10;

/** Lines that are already in the file, and what is known of them. */
const NOTHING_YET: Omit<ResumePoint, 'bytes'> = {
  lastSeq: 0n,
  events: 0,
  erased: 0,
  keys: 0,
  lastKey: '',
  started: false,
};

/** Writes an export from the snapshot of a transaction, as parts of a file. Memory stays flat. */
export class ExportLines {
  exported: Exported = { events: 0, lastSeq: 0n, sealed: 0 };

  constructor(
    private readonly client: PoolClient,
    private readonly log: LogToExport,
    private readonly begun: Omit<ResumePoint, 'bytes'> = NOTHING_YET,
    /** Has taken the lines that are there. */
    private readonly hash: Hash = createHash('sha256'),
  ) {}

  async *write(): AsyncGenerator<Buffer> {
    const { workspace, origin, fromSeq, clock, ids } = this.log;
    const head = await readHead(this.client, workspace);
    const checkpoints = await readCheckpoints(this.client, workspace, head);
    if (!this.begun.started) yield this.take(this.startLine());
    const first = this.begun.lastSeq === 0n ? fromSeq : this.begun.lastSeq + 1n;
    let events = this.begun.events;
    for await (const part of this.copy(copyEvents(workspace, origin, first, head))) {
      events += countLines(part);
      this.log.onProgress?.({ what: 'events', done: events, total: Number(head - fromSeq) + 1 });
      yield part;
    }
    let keys = this.begun.keys;
    for await (const part of this.copy(copyKeys(workspace, origin, fromSeq, head, this.begun.lastKey))) {
      keys += countLines(part);
      yield part;
    }
    const end: ExportEnd = {
      firstSeq: String(fromSeq),
      lastSeq: String(head),
      events: String(events),
      keys: String(keys),
      erased: String(await countErased(this.client, workspace, fromSeq, head)),
      checkpoints: checkpoints.map(({ note }) => note),
      sha256: this.hash.digest('hex'),
    };
    this.exported = { events, lastSeq: head, sealed: Number(checkpoints.at(-1)?.size ?? 0) };
    yield controlLine(RECORD.end, ids.next(), origin, clock.now(), end);
  }

  private startLine(): Buffer {
    const { workspace, origin, verifierKeys, fromSeq, clock, ids } = this.log;
    const start = {
      formatVersion: FORMAT_VERSION,
      workspace,
      origin,
      firstSeq: String(fromSeq),
      verifierKeys,
    };
    return controlLine(RECORD.start, ids.next(), origin, clock.now(), start);
  }

  private async *copy(sql: string): AsyncGenerator<Buffer> {
    for await (const part of this.client.query(copyTo(sql))) yield this.take(part as Buffer);
  }

  private take(part: Buffer): Buffer {
    this.hash.update(part);
    return part;
  }
}

function countLines(part: Buffer): number {
  let lines = 0;
  for (let at = part.indexOf(LINE_FEED); at !== -1; at = part.indexOf(LINE_FEED, at + 1)) lines++;
  return lines;
}

async function readHead(client: PoolClient, workspace: string): Promise<bigint> {
  const { rows } = await client.query<{ seq: bigint }>(
    'SELECT seq FROM event_store.workspace_head WHERE workspace = $1',
    [workspace],
  );
  return rows[0]?.seq ?? 0n;
}

async function readCheckpoints(
  client: PoolClient,
  workspace: string,
  head: bigint,
): Promise<{ size: bigint; note: string }[]> {
  const { rows } = await client.query<{ size: bigint; note: string }>(
    `SELECT size, note FROM event_store.checkpoint
      WHERE workspace = $1 AND size IN (
        SELECT max(size) FROM event_store.checkpoint WHERE workspace = $1 AND size <= $2
         GROUP BY (size * ${CHECKPOINTS} - 1) / $2::bigint)
      ORDER BY size`,
    [workspace, head || 1n],
  );
  return rows;
}
