import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { ExportDamaged } from '../errors.js';
import {
  FORMAT_VERSION,
  RECORD,
  type ExportedKey,
  type ExportEnd,
  type ExportStart,
} from '../export/export-format.js';
import { byteLines } from '../lines.js';
import { parseEvent, parseEnvelope, type ArrivingEvent } from './parse-event.js';

export type ExportRecord =
  | { readonly kind: 'event'; readonly line: number; readonly event: ArrivingEvent }
  | { readonly kind: 'key'; readonly line: number; readonly key: ExportedKey }
  | { readonly kind: 'start'; readonly line: number; readonly start: ExportStart }
  | { readonly kind: 'end'; readonly line: number; readonly end: ExportEnd };

const LINE_FEED = 10;

/**
 * The records of an export in their order, a few in memory at a time. It begins with its start, ends with its end, and is, byte
 * for byte, what was written: else the reader learns so at the last record.
 * @throws {ExportDamaged} with the line
 */
export async function* readExport(path: string): AsyncGenerator<ExportRecord[]> {
  const reader = new ExportReader();
  try {
    for await (const lines of byteLines(openExport(path))) {
      yield lines.map((line) => reader.take(line));
    }
    reader.finish();
  } catch (error) {
    throw new ExportDamaged(path, reader.line || null, messageOf(error), { cause: error });
  }
}

class ExportReader {
  line = 0;
  private last: ExportRecord['kind'] | undefined;
  /** Told at the end: a line that is wrong by itself says more. */
  private changed: string | undefined;
  private readonly hash = createHash('sha256');

  take(bytes: Buffer): ExportRecord {
    this.line++;
    if (this.last === 'end') throw new Error('something follows the record that ends the export');
    if (bytes.at(-1) !== LINE_FEED) throw new Error('the export breaks off within this line');
    if (!isUtf8(bytes)) throw new Error('it is not UTF-8');
    const record = readRecord(bytes.toString(), this.line);
    this.checkOrder(record.kind);
    if (record.kind === 'end') this.changed = findChange(record.end, this.hash.digest('hex'));
    else this.hash.update(bytes);
    this.last = record.kind;
    return record;
  }

  finish(): void {
    if (this.changed !== undefined) throw new Error(this.changed);
    if (this.last === 'end') return;
    throw new Error('the export ends here, before its last record: it was cut off or is not finished');
  }

  private checkOrder(kind: ExportRecord['kind']): void {
    if ((kind === 'start') !== (this.line === 1))
      throw new Error('an export begins with its one start record');
    if (kind === 'event' && this.last === 'key')
      throw new Error('an event stands among the idempotency keys');
  }
}

function openExport(path: string): AsyncIterable<Buffer> {
  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  if (!path.endsWith('.gz')) return file as AsyncIterable<Buffer>;
  const plain = createGunzip();
  file.on('error', (error) => plain.destroy(error));
  return file.pipe(plain) as AsyncIterable<Buffer>;
}

function readRecord(text: string, line: number): ExportRecord {
  const { envelope, data } = parseEnvelope(text);
  if (envelope.seq !== undefined) return { kind: 'event', line, event: parseEvent(envelope, data) };
  const value: unknown = JSON.parse(data);
  if (envelope.type === RECORD.key) return { kind: 'key', line, key: readKey(value) };
  if (envelope.type === RECORD.end) return { kind: 'end', line, end: readEnd(value) };
  if (envelope.type === RECORD.start) return { kind: 'start', line, start: readStart(value) };
  throw new Error('it is neither an event nor another record of an export');
}

function readStart(value: unknown): ExportStart {
  const start = value as ExportStart;
  if (start.formatVersion !== FORMAT_VERSION) {
    throw new Error(
      `the export is of format ${start.formatVersion}, and this version reads format ${FORMAT_VERSION}`,
    );
  }
  if (typeof start.workspace !== 'string' || !Array.isArray(start.verifierKeys))
    throw new Error('its start record is not whole');
  return start;
}

function readKey(value: unknown): ExportedKey {
  const key = value as ExportedKey;
  const isWhole =
    [key.key, key.requestHash, key.firstSeq, key.lastSeq, key.recordedAt].every(
      (text) => typeof text === 'string',
    ) &&
    Array.isArray(key.versions) &&
    key.versions.every(Number.isInteger) &&
    [key.firstSeq, key.lastSeq].every((seq) => /^\d{1,18}$/.test(seq));
  if (!isWhole) throw new Error('its idempotency key is not whole');
  return key;
}

function readEnd(value: unknown): ExportEnd {
  const end = value as ExportEnd;
  if (!Array.isArray(end.checkpoints) || !/^\d{1,18}$/.test(end.lastSeq))
    throw new Error('its end record is not whole');
  return end;
}

const findChange = ({ sha256 }: ExportEnd, found: string): string | undefined =>
  sha256 === found
    ? undefined
    : `the export was changed after it was written: its SHA-256 is ${found}, and its last record says ${sha256}`;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
