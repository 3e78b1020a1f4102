import { isUtf8 } from 'node:buffer';
import { ERASED_DATA, ERASURE_TYPE, readErasure } from './erasures.js';
import { exportLines } from './export-lines.js';
import { LeafWriter } from './leaf-writer.js';
import { PageBuilder, type LogPage } from './log-page.js';
import { sha256, type Sha256 } from './merkle.js';
import { rawMembers, type Span } from './raw-members.js';

const PAGE = 8_192;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.(\d{6})Z$/;
const SHA256_HEX = /^[0-9a-f]{64}$/;
const CONTROL_TYPE = 'claimtrail.export.';

/**
 * Reads and hashes the events of an export (docs/export.md), from the first one on. Data is hashed as it is written.
 * @throws {ExportUnreadable}
 */
export async function* exportLog(path: string, workspace: string): AsyncGenerator<LogPage> {
  const pages = new PageBuilder();
  const hasher = new LineHasher(workspace, pages);
  for await (const goesOn of exportLines(path, (line) => hasher.take(line))) {
    if (!goesOn || pages.size === PAGE) yield pages.take();
  }
  yield pages.take();
}

/** One line at a time: its members by name, their values as they are written. */
class LineHasher {
  private readonly leaf = new LeafWriter();
  private readonly metas = new Map<string, Sha256>();
  private line = '';
  private members = new Map<string, Span>();

  constructor(
    private readonly workspace: string,
    private readonly pages: PageBuilder,
  ) {}

  /** False where the page ends here. */
  take(bytes: Buffer): boolean {
    if (!isUtf8(bytes)) throw new Error('it is not UTF-8');
    const line = bytes.toString();
    const members = rawMembers(line);
    if (!members) throw new Error('it is not a JSON object');
    this.line = line;
    this.members = members;
    if (!members.has('seq')) return this.passControl();
    if (this.text('workspace') !== this.workspace) {
      throw new Error(`it is an event of workspace "${this.text('workspace')}", not of "${this.workspace}"`);
    }
    const seq = this.integer('seq');
    return this.pages.add(seq, this.text('subject') ?? '', this.integer('streamversion'), () =>
      this.hash(seq),
    );
  }

  private passControl(): boolean {
    if (this.text('type')?.startsWith(CONTROL_TYPE)) return true;
    throw new Error('it is neither an event nor another record of an export');
  }

  private hash(seq: number): Sha256 {
    const eventId = Buffer.from((this.text('id') ?? '').replaceAll('-', ''), 'hex');
    if (eventId.length !== 16) throw new Error('id is not a UUID');
    const type = this.text('type');
    return this.leaf
      .start()
      .text(this.workspace)
      .int64(seq)
      .copy(eventId, 0, eventId.length)
      .text(this.text('subject'))
      .int32(this.integer('streamversion'))
      .text(type)
      .int32(this.integer('schemaversion'))
      .int64(microseconds(this.text('time')))
      .text(this.optional('occurredat'))
      .text(this.text('actor'))
      .text(this.optional('causationid'))
      .text(this.optional('correlationid'))
      .digest(this.hashData(seq, type))
      .digest(this.hashMeta())
      .hash();
  }

  /** The digest that was kept stands in for erased data, and for no other. */
  private hashData(seq: number, type: string | null): Sha256 {
    const data = this.data();
    if (type === ERASURE_TYPE) this.pages.addErasure(readErasure(seq, data.toString()));
    const kept = this.optional('datadigest');
    if (kept === null || data !== ERASED_DATA) return sha256(data);
    if (!SHA256_HEX.test(kept)) throw new Error('datadigest is not a SHA-256');
    this.pages.addErased(seq);
    return Buffer.from(kept, 'hex').toString('latin1');
  }

  private data(): string | Buffer {
    if (this.members.has('data')) return this.raw('data');
    return Buffer.from(this.text('data_base64') ?? '', 'base64');
  }

  private hashMeta(): Sha256 {
    const written = this.raw('meta');
    const known = this.metas.get(written);
    if (known !== undefined) return known;
    const hash = sha256(this.text('meta') ?? '');
    if (this.metas.size < 1_000) this.metas.set(written, hash);
    return hash;
  }

  private raw(name: string): string {
    const span = this.members.get(name);
    if (!span) throw new Error(`${name} is missing`);
    return this.line.slice(...span);
  }

  private text(name: string): string | null {
    const written = this.raw(name);
    const isPlain = written.startsWith('"') && !written.includes('\\');
    const value: unknown = isPlain ? written.slice(1, -1) : JSON.parse(written);
    if (value === null || typeof value === 'string') return value;
    throw new Error(`${name} is not a text`);
  }

  private optional(name: string): string | null {
    return this.members.has(name) ? this.text(name) : null;
  }

  private integer(name: string): number {
    const value = Number(this.raw(name).replaceAll('"', ''));
    if (Number.isSafeInteger(value)) return value;
    throw new Error(`${name} is not a whole number`);
  }
}

function microseconds(time: string | null): number {
  const match = TIME.exec(time ?? '');
  const seconds = Date.parse(`${(time ?? '').slice(0, 19)}Z`) / 1000;
  if (!match || Number.isNaN(seconds)) throw new Error(`time is not a UTC time with six decimals: ${time}`);
  return seconds * 1_000_000 + Number(match[1]);
}
