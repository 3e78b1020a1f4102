import type { PoolClient } from 'pg';
import { retirementTable, versionedTable, type Row, type ViewTable } from '../view-table.js';
import { copyIn } from './copy-in.js';
import { copyStatement, CopyText } from './copy-text.js';
import { keyOf } from './first-rows.js';
import type { LiveWriter } from './live-writer.js';
import type { Retirement, ViewWriter } from './view-writer.js';

/** Keys remembered a table: enough to leave out most repeats, little enough to keep memory flat. */
const REMEMBERED_KEYS = 250_000;

const RETIREMENT_COLUMNS = {
  workspace: 'text',
  article_id: 'uuid',
  report_id: 'uuid',
  seq: 'bigint',
  mark: 'text',
};

/** Keys of shared rows that pages before have written, so that their repeats need not be sent. */
export class SentKeys {
  private readonly keys = new Map<ViewTable, Set<string>>();

  /** Whether the row is the first of its key, as far as is remembered. A rebuild reads in the order of the log. */
  isFirst(table: ViewTable, row: Row): boolean {
    let keys = this.keys.get(table);
    if (!keys || keys.size >= REMEMBERED_KEYS) this.keys.set(table, (keys = new Set()));
    const key = keyOf(table, row);
    if (keys.has(key)) return false;
    keys.add(key);
    return true;
  }

  /** Where a page that was to write them is not written. */
  forget(): void {
    this.keys.clear();
  }
}

/**
 * What the fold of one page writes into the tables of a version that nobody reads yet, held as bytes until its transaction sends
 * them: no connection is needed to fold. Rows are copied in without a look at what is there; `keyTables` later drops the repeats, marks what
 * is retired and builds keys and indexes. Ten times as fast as `LiveWriter`.
 */
export class FilledPage implements ViewWriter {
  private readonly copies = new Map<string, CopyText>();

  constructor(
    private readonly version: number,
    private readonly sent: SentKeys,
    /** For tables whose rows are replaced: those are written at once, under their keys. */
    private readonly keyed?: LiveWriter,
  ) {}

  /** Whether a view can be folded before the page before is written: none of its rows depends on another. */
  static canHold = (tables: readonly ViewTable[]): boolean => tables.every(({ firstBy }) => firstBy !== null);

  insertFirst(table: ViewTable, rows: readonly Row[]): Promise<void> {
    const copy = this.copyInto(versionedTable(table, this.version), table.columns);
    for (const row of rows) if (!table.shared || this.sent.isFirst(table, row)) copy.add(row);
    return Promise.resolve();
  }

  retire(table: ViewTable, retirements: readonly Retirement[]): Promise<void> {
    if (retirements.length === 0) return Promise.resolve();
    const copy = this.copyInto(retirementTable(table, this.version), RETIREMENT_COLUMNS);
    for (const { workspace, article_id, report_id, seq, mark } of retirements)
      copy.add({ workspace, article_id, report_id, seq, mark });
    return Promise.resolve();
  }

  upsert(table: ViewTable, rows: readonly Row[]): Promise<void> {
    return this.atOnce(table).upsert(table, rows);
  }

  load(
    table: ViewTable,
    workspace: string,
    column: string,
    values: readonly string[],
    first?: number,
  ): Promise<Row[]> {
    return this.atOnce(table).load(table, workspace, column, values, first);
  }

  /** Sends what is held, in the transaction of the page. */
  async send(client: PoolClient): Promise<void> {
    for (const [statement, copy] of this.copies) {
      const chunks = copy.end();
      if (chunks.length > 0) await copyIn(client, statement, chunks);
    }
  }

  private copyInto(relation: string, columns: ViewTable['columns']): CopyText {
    const statement = copyStatement(relation, Object.keys(columns));
    let copy = this.copies.get(statement);
    if (!copy) this.copies.set(statement, (copy = new CopyText(columns)));
    return copy;
  }

  private atOnce({ name }: ViewTable): LiveWriter {
    if (this.keyed) return this.keyed;
    throw new Error(`The rows of ${name} are begun, not replaced or looked up: it declares firstBy.`);
  }
}
