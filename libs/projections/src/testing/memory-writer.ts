import { createHash } from 'node:crypto';
import type { Row, ViewTable } from '../view-table.js';
import { keyOf, orderOf } from '../writing/first-rows.js';
import type { Retirement, ViewWriter } from '../writing/view-writer.js';

/** A view's tables in memory, with the rules of the other writers: folds are tested with it without a database. */
export class MemoryWriter implements ViewWriter {
  private readonly tables = new Map<string, Map<string, Row>>();

  insertFirst(table: ViewTable, rows: readonly Row[]): Promise<void> {
    const held = this.rowsOf(table);
    for (const row of rows) {
      const key = keyOf(table, row);
      const before = held.get(key);
      if (!before || orderOf(table, row) < orderOf(table, before)) held.set(key, row);
    }
    return Promise.resolve();
  }

  upsert(table: ViewTable, rows: readonly Row[]): Promise<void> {
    const held = this.rowsOf(table);
    for (const row of rows) held.set(keyOf(table, row), row);
    return Promise.resolve();
  }

  load(
    table: ViewTable,
    workspace: string,
    column: string,
    values: readonly string[],
    first = Infinity,
  ): Promise<Row[]> {
    const rows = [...this.rowsOf(table).values()];
    const asked = new Set(values);
    const held = rows.filter((row) => row['workspace'] === workspace && asked.has(String(row[column])));
    if (first === Infinity) return Promise.resolve(held);
    held.sort((a, b) => Number(a['seq']) - Number(b['seq']));
    const ofEach = [...asked].flatMap((value) =>
      held.filter((row) => String(row[column]) === value).slice(0, first),
    );
    return Promise.resolve(ofEach);
  }

  retire(table: ViewTable, retirements: readonly Retirement[]): Promise<void> {
    const held = this.rowsOf(table);
    for (const { workspace, article_id, report_id, seq, mark } of retirements) {
      for (const [key, row] of held) {
        if (row['workspace'] !== workspace || row['article_id'] !== article_id) continue;
        if (report_id !== null && row['report_id'] !== report_id) continue;
        if ((row['seq'] as bigint) < seq && row[mark] === null) held.set(key, { ...row, [mark]: seq });
      }
    }
    return Promise.resolve();
  }

  get size(): number {
    return [...this.tables.values()].reduce((sum, rows) => sum + rows.size, 0);
  }

  /** Every row of every table, in key order, as one hash. */
  digest(): string {
    const hash = createHash('sha256');
    for (const [table, rows] of [...this.tables].sort())
      for (const [key, row] of [...rows].sort(([a], [b]) => (a < b ? -1 : 1)))
        hash.update(`${table} ${key} ${JSON.stringify(sortedFields(row), bigintAsText)}\n`);
    return hash.digest('hex');
  }

  private rowsOf(table: ViewTable): Map<string, Row> {
    let rows = this.tables.get(table.name);
    if (!rows) this.tables.set(table.name, (rows = new Map<string, Row>()));
    return rows;
  }
}

const sortedFields = (row: Row): Row => Object.fromEntries(Object.entries(row).sort());

const bigintAsText = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value;
