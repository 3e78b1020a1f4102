import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { CannotResume } from '../errors.js';
import { byteLines } from '../lines.js';
import { copyEvents, RECORD, type ExportedKey, type ExportStart } from './export-format.js';
import { countErased, type LogToExport } from './log-to-export.js';

/** How far an interrupted export came: whole lines only. */
export interface ResumePoint {
  /** The file is cut to these. */
  readonly bytes: number;
  readonly started: boolean;
  readonly lastSeq: bigint;
  readonly events: number;
  readonly erased: number;
  readonly keys: number;
  readonly lastKey: string;
}

interface Record {
  readonly type: string;
  readonly seq?: string;
  readonly datadigest?: string;
  readonly data: unknown;
}

const LINE_FEED = 10;
const CONTROL = Buffer.from('{"specversion":"1.0","type":"claimtrail.export.');
const ERASED = Buffer.from(',"datadigest":"');

/**
 * Reads what an interrupted export left, line by line.
 * @throws {CannotResume} it is an export of another log, or of other events, or the log is not the one it was
 */
export async function findResumePoint(
  path: string,
  client: PoolClient,
  log: LogToExport,
): Promise<{ point: ResumePoint; hash: Hash }> {
  const found = new PartialExport();
  for await (const lines of byteLines(createReadStream(path) as AsyncIterable<Buffer>)) {
    if (!lines.every((line) => found.take(line))) break;
  }
  const { bytes, start, events, erased, keys, lastKey } = found;
  const lastSeq = events === 0 ? 0n : log.fromSeq + BigInt(events) - 1n;
  if (start) checkStart(path, start, log);
  if (lastSeq > 0n) await checkLastEvent(path, client, log, lastSeq, found.lastEvent);
  if ((await countErased(client, log.workspace, log.fromSeq, lastSeq)) !== erased) {
    throw new CannotResume(
      `Events were erased since ${path} was begun, and it still holds their words. Remove it and export anew.`,
    );
  }
  const point = { bytes, started: start !== undefined, lastSeq, events, erased, keys, lastKey };
  return { point, hash: found.hash };
}

class PartialExport {
  readonly hash = createHash('sha256');
  bytes = 0;
  start: ExportStart | undefined;
  events = 0;
  erased = 0;
  keys = 0;
  lastKey = '';
  lastEvent: Buffer = Buffer.alloc(0);

  /** False where what is whole ends. */
  take(line: Buffer): boolean {
    if (line.at(-1) !== LINE_FEED || !this.read(line)) return false;
    this.hash.update(line);
    this.bytes += line.length;
    return true;
  }

  private read(line: Buffer): boolean {
    const record = isRare(line) ? (JSON.parse(line.toString()) as Record) : undefined;
    if (record && record.seq === undefined) return this.readControl(record);
    this.events++;
    if (record?.datadigest !== undefined) this.erased++;
    this.lastEvent = line;
    return true;
  }

  private readControl({ type, data }: Record): boolean {
    if (type === RECORD.start) this.start = data as ExportStart;
    if (type === RECORD.key) {
      this.keys++;
      this.lastKey = (data as ExportedKey).key;
    }
    return type !== RECORD.end;
  }
}

/** Only these are looked into. */
const isRare = (line: Buffer): boolean =>
  line.subarray(0, CONTROL.length).equals(CONTROL) || line.includes(ERASED);

function checkStart(path: string, start: ExportStart, log: LogToExport): void {
  const wanted = { workspace: log.workspace, origin: log.origin, firstSeq: String(log.fromSeq) };
  for (const [field, value] of Object.entries(wanted)) {
    const has = start[field as keyof typeof wanted];
    if (has !== value) {
      throw new CannotResume(
        `${path} is an export with ${field} "${has}", not "${value}". Remove it, or give another file.`,
      );
    }
  }
}

async function checkLastEvent(
  path: string,
  client: PoolClient,
  { workspace, origin }: LogToExport,
  seq: bigint,
  line: Buffer,
): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of client.query(copyTo(copyEvents(workspace, origin, seq, seq))))
    parts.push(part as Buffer);
  if (Buffer.concat(parts).equals(line)) return;
  throw new CannotResume(
    `Event ${seq} in ${path} is not the one of this log: it is an export of another database. Remove it, or give another file.`,
  );
}
