import { isUtf8 } from 'node:buffer';
import { ERASED_DATA, ERASURE_TYPE, readErasure } from './erasures.js';
import { exportLines } from './export-lines.js';
import { LeafWriter } from './leaf-writer.js';
import { PageBuilder, type LogPage } from './log-page.js';
import { sha256, type Sha256 } from './merkle.js';

const PAGE = 8_192;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.(\d{6})Z$/;
const SHA256_HEX = /^[0-9a-f]{64}$/;
const DATA = Buffer.from(',"data":');
const BASE64_DATA = Buffer.from(',"data_base64":"');
const CONTROL_TYPE = 'claimtrail.export.';

/**
 * Reads and hashes the events of an export (docs/export.md), from the first one on. Data is hashed as it is written.
 * @throws {ExportUnreadable}
 */
export async function* exportLog(path: string, workspace: string): AsyncGenerator<LogPage> {
  const pages = new PageBuilder();
  const hasher = new LineHasher(workspace, pages);
  const lines = exportLines(path, (line) => hasher.take(line));
  while (!(await lines.next()).done) if (pages.size >= PAGE) yield pages.take();
  yield pages.take();
}

/** One line at a time: the members before its data as values, the data as it is written. */
class LineHasher {
  private readonly leaf = new LeafWriter();
  private readonly metas = new Map<string, Sha256>();
  private envelope: Readonly<Record<string, unknown>> = {};

  constructor(
    private readonly workspace: string,
    private readonly pages: PageBuilder,
  ) {}

  take(line: Buffer): void {
    if (!isUtf8(line)) throw new Error('it is not UTF-8');
    const { envelope, data } = cutLine(line);
    this.envelope = envelope;
    if (envelope['seq'] === undefined) return this.passControl();
    if (envelope['workspace'] !== this.workspace) {
      throw new Error(`it is an event of workspace "${this.text('workspace')}", not of "${this.workspace}"`);
    }
    const seq = Number(this.text('seq'));
    if (!Number.isSafeInteger(seq)) throw new Error('seq is not a whole number');
    this.pages.add(seq, this.text('subject'), this.integer('streamversion'), () => this.hash(seq, data));
  }

  private passControl(): void {
    if (this.text('type').startsWith(CONTROL_TYPE)) return;
    throw new Error('it is neither an event nor another record of an export');
  }

  private hash(seq: number, data: Buffer): Sha256 {
    const eventId = Buffer.from(this.text('id').replaceAll('-', ''), 'hex');
    if (eventId.length !== 16) throw new Error('id is not a UUID');
    return this.leaf
      .start()
      .text(this.workspace)
      .int64(seq)
      .copy(eventId, 0, eventId.length)
      .text(this.text('subject'))
      .int32(this.integer('streamversion'))
      .text(this.text('type'))
      .int32(this.integer('schemaversion'))
      .int64(microseconds(this.text('time')))
      .text(this.optional('occurredat'))
      .text(this.text('actor'))
      .text(this.optional('causationid'))
      .text(this.optional('correlationid'))
      .digest(this.hashData(seq, data))
      .digest(this.hashMeta())
      .hash();
  }

  /** The digest that was kept stands in for erased data, and for no other. */
  private hashData(seq: number, data: Buffer): Sha256 {
    if (this.envelope['type'] === ERASURE_TYPE) this.pages.addErasure(readErasure(seq, data.toString()));
    const kept = this.optional('datadigest');
    if (kept === null || data.toString() !== ERASED_DATA) return sha256(data);
    if (!SHA256_HEX.test(kept)) throw new Error('datadigest is not a SHA-256');
    this.pages.addErased(seq);
    return Buffer.from(kept, 'hex').toString('latin1');
  }

  private hashMeta(): Sha256 {
    const meta = this.text('meta');
    const known = this.metas.get(meta);
    if (known !== undefined) return known;
    const hash = sha256(meta);
    if (this.metas.size < 1_000) this.metas.set(meta, hash);
    return hash;
  }

  private text(name: string): string {
    const value = this.envelope[name];
    if (typeof value === 'string') return value;
    throw new Error(`${name} is missing or not a text`);
  }

  private optional(name: string): string | null {
    return this.envelope[name] === undefined ? null : this.text(name);
  }

  private integer(name: string): number {
    const value = this.envelope[name];
    if (Number.isSafeInteger(value)) return value as number;
    throw new Error(`${name} is not a whole number`);
  }
}

/**
 * Cuts a line before its data, the last member. Those before it are texts and numbers, and a quote within a text is written \",
 * so the first `,"data":` is the member. What somebody puts behind it would count as data, and give another hash.
 */
function cutLine(line: Buffer): { envelope: Record<string, unknown>; data: Buffer } {
  const end = line.lastIndexOf('}');
  const plain = line.indexOf(DATA);
  const encoded = line.indexOf(BASE64_DATA);
  const isPlain = encoded === -1 || (plain !== -1 && plain < encoded);
  const at = isPlain ? plain : encoded;
  if (at === -1 || end < at) throw new Error('it is no record of an export');
  const envelope = JSON.parse(`${line.toString('utf8', 0, at)}}`) as Record<string, unknown>;
  if (isPlain) return { envelope, data: line.subarray(at + DATA.length, end) };
  return { envelope, data: Buffer.from(line.toString('latin1', at + BASE64_DATA.length, end - 1), 'base64') };
}

function microseconds(time: string): number {
  const match = TIME.exec(time);
  const seconds = Date.parse(`${time.slice(0, 19)}Z`) / 1000;
  if (!match || Number.isNaN(seconds)) throw new Error(`time is not a UTC time with six decimals: ${time}`);
  return seconds * 1_000_000 + Number(match[1]);
}
