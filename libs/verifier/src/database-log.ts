import { escapeLiteral, type Pool } from 'pg';
import { copyRows } from './copy-rows.js';
import { ERASED_DATA, ERASURE_TYPE, readErasure, type Erasure } from './erasures.js';
import { LeafWriter } from './leaf-writer.js';
import { PageBuilder, type LogPage } from './log-page.js';
import { sha256, type Sha256 } from './merkle.js';

const PAGE = 8_192;
const COPY_HEADER = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
const COPY_HEADER_BYTES = COPY_HEADER.length + 8;
const FIELDS = 14;
const [TYPE, DATA, META, KEPT_DIGEST] = [4, 11, 12, 13] as const;
const NO_VALUE = -1;
/** PostgreSQL counts microseconds from 2000-01-01, the leaf from 1970-01-01. */
const EPOCH_MICROSECONDS = 946_684_800_000_000;
const TWO_32 = 2 ** 32;
const SHORT_TEXT = 64;

/**
 * Where a page is a good part of a small log, the planner reads the whole table and sorts it, which measured half as fast
 * as the primary key, whose order is the one wanted. For the statements of one query only.
 */
const ALONG_THE_KEY = [
  'enable_seqscan = off',
  'enable_bitmapscan = off',
  'enable_sort = off',
  'max_parallel_workers_per_gather = 0',
]
  .map((setting) => `SET LOCAL ${setting};`)
  .join(' ');

const pageQuery = (workspace: string, after: number, until: number): string =>
  `${ALONG_THE_KEY} COPY (SELECT e.seq, e.event_id, e.stream_id, e.version, e.type, e.schema_version, e.recorded_at, e.occurred_at, e.actor,
     e.causation_id, e.correlation_id, e.data, e.meta, p.data_digest
     FROM event_store.event e
     LEFT JOIN event_store.erased_payload p
       ON p.workspace = e.workspace AND p.seq = e.seq AND p.seq > ${after} AND p.seq <= ${until}
     WHERE e.workspace = ${escapeLiteral(workspace)} AND e.seq > ${after} AND e.seq <= ${until} ORDER BY e.seq)
   TO STDOUT (FORMAT binary)`;

const LATER_ERASURES = `SELECT seq::text, data::text FROM event_store.event
  WHERE workspace = $1 AND seq > $2 AND type = '${ERASURE_TYPE}' ORDER BY seq`;

/** Reads and hashes the events up to seq `until`, one page ahead; of later ones only what they say of erasures made meanwhile. */
export async function* databaseLog(pool: Pool, workspace: string, until: number): AsyncGenerator<LogPage> {
  const rows = new RowHasher(workspace);
  const read = async (after: number): Promise<LogPage> => {
    const client = await pool.connect();
    try {
      await copyRows(client, pageQuery(workspace, after, Math.min(after + PAGE, until)), rows.take);
      return rows.page();
    } finally {
      client.release();
    }
  };
  let next = read(0);
  for (let after = PAGE; ; after += PAGE) {
    const page = await next;
    const isLast = page.gap !== undefined || after >= until;
    if (!isLast) next = read(after);
    // Its error is met at the await above; without this, a reader that stops early would leave it to nobody.
    next.catch(() => undefined);
    yield page;
    if (!isLast) continue;
    yield { leaves: [], erased: [], erasures: await laterErasures(pool, workspace, until) };
    return;
  }
}

async function laterErasures(pool: Pool, workspace: string, until: number): Promise<Erasure[]> {
  const { rows } = await pool.query<{ seq: string; data: string }>(LATER_ERASURES, [workspace, until]);
  return rows.map(({ seq, data }) => readErasure(Number(seq), data));
}

/** Where the fields of the row at hand begin; each begins with its length in 4 bytes. */
class RowHasher {
  private readonly leaf = new LeafWriter();
  private readonly pages = new PageBuilder();
  private readonly starts = new Array<number>(FIELDS + 1).fill(0);
  private readonly shortTexts = new Map<string, Sha256>();

  constructor(private readonly workspace: string) {}

  page(): LogPage {
    return this.pages.take();
  }

  readonly take = (message: Buffer): void => {
    const hasHeader = message.subarray(0, COPY_HEADER.length).equals(COPY_HEADER);
    const from = hasHeader ? COPY_HEADER_BYTES : 0;
    if (from === message.length || message.readInt16BE(from) !== FIELDS) return;
    this.findFields(message, from + 2);
    const seq = readInt64(message, this.start(0) + 4);
    const stream = message.toString('utf8', this.start(2) + 4, this.start(3));
    this.pages.add(seq, stream, message.readInt32BE(this.start(3) + 4), () => this.hashRow(message, seq));
  };

  private findFields(row: Buffer, from: number): void {
    let at = from;
    for (let field = 0; field < FIELDS; field++) {
      this.starts[field] = at;
      at += 4 + Math.max(row.readInt32BE(at), 0);
    }
    this.starts[FIELDS] = at;
  }

  private start(field: number): number {
    return this.starts[field] as number;
  }

  /** Texts travel as the leaf holds them: a length of 4 bytes (all ones: NULL), then the UTF-8. */
  private hashRow(row: Buffer, seq: number): Sha256 {
    const recordedAt = readInt64(row, this.start(6) + 4) + EPOCH_MICROSECONDS;
    return this.leaf
      .start()
      .text(this.workspace)
      .copy(row, this.start(0) + 4, this.start(1))
      .copy(row, this.start(1) + 4, this.start(2))
      .copy(row, this.start(2), this.start(3))
      .copy(row, this.start(3) + 4, this.start(4))
      .copy(row, this.start(4), this.start(5))
      .copy(row, this.start(5) + 4, this.start(6))
      .int64(recordedAt)
      .copy(row, this.start(7), this.start(11))
      .digest(this.hashData(row, seq))
      .digest(this.hashText(row, META))
      .hash();
  }

  /** The hash that was kept stands in for erased data, and for no other: words that stand there are hashed as they stand. */
  private hashData(row: Buffer, seq: number): Sha256 {
    const [from, to] = [this.start(DATA) + 4, this.start(DATA + 1)];
    if (this.holds(row, TYPE, ERASURE_TYPE))
      this.pages.addErasure(readErasure(seq, row.toString('utf8', from, to)));
    const isKept = row.readInt32BE(this.start(KEPT_DIGEST)) !== NO_VALUE;
    if (!isKept || !this.holds(row, DATA, ERASED_DATA)) return this.hashText(row, DATA);
    this.pages.addErased(seq);
    return row.toString('latin1', this.start(KEPT_DIGEST) + 4, this.start(KEPT_DIGEST + 1));
  }

  private holds(row: Buffer, field: number, text: string): boolean {
    const from = this.start(field) + 4;
    return (
      this.start(field + 1) - from === text.length &&
      row.toString('latin1', from, from + text.length) === text
    );
  }

  /** Short texts come again and again ("{}" above all), so their hashes are kept. */
  private hashText(row: Buffer, field: number): Sha256 {
    const [from, to] = [this.start(field) + 4, this.start(field + 1)];
    if (to - from > SHORT_TEXT) return sha256(row.subarray(from, to));
    const text = row.toString('latin1', from, to);
    const known = this.shortTexts.get(text);
    if (known !== undefined) return known;
    const hash = sha256(row.subarray(from, to));
    if (this.shortTexts.size < 1_000) this.shortTexts.set(text, hash);
    return hash;
  }
}

const readInt64 = (bytes: Buffer, at: number): number =>
  bytes.readInt32BE(at) * TWO_32 + bytes.readUInt32BE(at + 4);
