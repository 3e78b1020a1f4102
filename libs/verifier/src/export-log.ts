import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { ExportUnreadable } from './errors.js';
import { LeafWriter } from './leaf-writer.js';
import { PageBuilder, type LogPage } from './log-page.js';
import { sha256, type Sha256 } from './merkle.js';
import { rawMembers, type Span } from './raw-members.js';

const PAGE = 8_192;
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.(\d{1,6}))?Z$/;

/**
 * Reads and hashes an export: NDJSON, an event a line from the first one on, as `claimtrail events` writes it. `data` and
 * `meta` are hashed as they are written.
 * @throws {ExportUnreadable}
 */
export async function* exportLog(path: string, workspace: string): AsyncGenerator<LogPage> {
  const input = createReadStream(path, 'utf8');
  const pages = new PageBuilder();
  const hasher = new LineHasher(workspace);
  let line = 0;
  try {
    for await (const text of createInterface({ input, crlfDelay: Infinity })) {
      line++;
      if (text.trim() === '') continue;
      if (!hasher.add(text, pages) || pages.size === PAGE) yield pages.take();
    }
  } catch (error) {
    throw new ExportUnreadable(`${path}, line ${line}: ${(error as Error).message}.`, { cause: error });
  }
  yield pages.take();
}

/** One line at a time: its members by name, their values as they are written. */
class LineHasher {
  private readonly leaf = new LeafWriter();
  private line = '';
  private members = new Map<string, Span>();

  constructor(private readonly workspace: string) {}

  add(line: string, pages: PageBuilder): boolean {
    const members = rawMembers(line);
    if (!members) throw new Error('it is not a JSON object');
    this.line = line;
    this.members = members;
    if (members.has('workspace') && this.text('workspace') !== this.workspace) {
      throw new Error(`it is an event of workspace "${this.text('workspace')}", not of "${this.workspace}"`);
    }
    return pages.add(this.integer('seq'), this.text('stream') ?? '', this.integer('version'), () =>
      this.hash(),
    );
  }

  private hash(): Sha256 {
    const eventId = Buffer.from((this.text('eventId') ?? '').replaceAll('-', ''), 'hex');
    if (eventId.length !== 16) throw new Error('eventId is not a UUID');
    return this.leaf
      .start()
      .text(this.workspace)
      .int64(this.integer('seq'))
      .copy(eventId, 0, eventId.length)
      .text(this.text('stream'))
      .int32(this.integer('version'))
      .text(this.text('type'))
      .int32(this.integer('schemaVersion'))
      .int64(microseconds(this.text('recordedAt')))
      .text(this.text('occurredAt'))
      .text(this.text('actor'))
      .text(this.text('causationId'))
      .text(this.text('correlationId'))
      .digest(sha256(this.raw('data')))
      .digest(sha256(this.raw('meta')))
      .hash();
  }

  private raw(name: string): string {
    const span = this.members.get(name);
    if (!span) throw new Error(`${name} is missing`);
    return this.line.slice(...span);
  }

  private text(name: string): string | null {
    const value: unknown = JSON.parse(this.raw(name));
    if (value === null || typeof value === 'string') return value;
    throw new Error(`${name} is not a text`);
  }

  private integer(name: string): number {
    const value = Number(this.raw(name).replaceAll('"', ''));
    if (Number.isSafeInteger(value)) return value;
    throw new Error(`${name} is not a whole number`);
  }
}

function microseconds(time: string | null): number {
  const match = ISO_TIME.exec(time ?? '');
  if (!match) throw new Error(`recordedAt is not a UTC time: ${time}`);
  const seconds = Date.parse(`${(time ?? '').slice(0, 19)}Z`) / 1000;
  return seconds * 1_000_000 + Number((match[1] ?? '').padEnd(6, '0'));
}
