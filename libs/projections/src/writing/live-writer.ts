import type { PoolClient } from 'pg';
import { versionedTable, type Row, type ViewTable } from '../view-table.js';
import { firstRows } from './first-rows.js';
import type { ForgettingWriter, Retirement } from './view-writer.js';

/** Writes into tables with keys and indexes, each call one statement, in the caller's transaction. */
export class LiveWriter implements ForgettingWriter {
  constructor(
    private readonly client: PoolClient,
    private readonly version: number,
  ) {}

  async insertFirst(table: ViewTable, rows: readonly Row[]): Promise<void> {
    const { firstBy } = table;
    if (firstBy === null) throw new Error(`The rows of ${table.name} are replaced, not begun.`);
    await this.write(
      table,
      firstRows(table, rows),
      `${replaceAll(table)} WHERE EXCLUDED.${firstBy} < held.${firstBy}`,
    );
  }

  async upsert(table: ViewTable, rows: readonly Row[]): Promise<void> {
    await this.write(table, rows, replaceAll(table));
  }

  async load(
    table: ViewTable,
    workspace: string,
    column: string,
    values: readonly string[],
    first?: number,
  ): Promise<Row[]> {
    if (values.length === 0) return [];
    const columns = Object.entries(table.columns).map(([name, type]) =>
      type.startsWith('timestamptz') ? `to_json(${name}) AS ${name}` : name,
    );
    const from = rowsHolding(versionedTable(table, this.version), table, column, first);
    const { rows } = await this.client.query<Row>(`SELECT ${columns.join(', ')} ${from}`, [
      workspace,
      [...new Set(values)],
    ]);
    return rows;
  }

  async remove(
    table: ViewTable,
    workspace: string,
    column: string,
    values: readonly string[],
  ): Promise<void> {
    if (values.length === 0) return;
    await this.client.query(
      `DELETE FROM ${versionedTable(table, this.version)} WHERE workspace = $1 AND ${column} = ANY($2)`,
      [workspace, [...values]],
    );
  }

  async retire(table: ViewTable, retirements: readonly Retirement[]): Promise<void> {
    for (const mark of ['superseded_seq', 'withdrawn_seq'] as const) {
      const rows = retirements.filter((retirement) => retirement.mark === mark);
      if (rows.length === 0) continue;
      await this.client.query(
        markSql(
          table,
          this.version,
          mark,
          'json_to_recordset($1::json) AS retirement(workspace text, article_id uuid, report_id uuid, seq bigint)',
        ),
        [JSON.stringify(rows, bigintAsText)],
      );
    }
  }

  private async write(table: ViewTable, rows: readonly Row[], onConflict: string): Promise<void> {
    if (rows.length === 0) return;
    const names = Object.keys(table.columns).join(', ');
    const record = Object.entries(table.columns).map(([column, type]) => `${column} ${baseType(type)}`);
    await this.client.query(
      `INSERT INTO ${versionedTable(table, this.version)} AS held (${names})
       SELECT ${names} FROM json_to_recordset($1::json) AS row(${record.join(', ')})
       ON CONFLICT (${table.primaryKey.join(', ')}) ${onConflict}`,
      [JSON.stringify(rows, bigintAsText)],
    );
  }
}

/** SQL: the rows of the workspace of $1 whose column holds one of the values of $2; with `first`, so many of each, by `seq`. */
export function rowsHolding(name: string, table: ViewTable, column: string, first?: number): string {
  if (first === undefined) return `FROM ${name} WHERE workspace = $1 AND ${column} = ANY($2)`;
  const type = baseType(table.columns[column] ?? 'text');
  return `FROM unnest($2::${type}[]) AS asked (wanted) CROSS JOIN LATERAL (
    SELECT * FROM ${name} WHERE workspace = $1 AND ${column} = asked.wanted ORDER BY seq LIMIT ${first}) AS held`;
}

/** Sets a mark in the rows that the retirements of `source` retire: of those after a row the first counts. */
export function markSql(table: ViewTable, version: number, mark: Retirement['mark'], source: string): string {
  const name = versionedTable(table, version);
  return `UPDATE ${name} AS report SET ${mark} = first.seq
    FROM (SELECT held.workspace, held.report_id, min(retirement.seq) AS seq
          FROM ${source}
          JOIN ${name} held
            ON held.workspace = retirement.workspace AND held.article_id = retirement.article_id AND held.seq < retirement.seq
           AND (retirement.report_id IS NULL OR held.report_id = retirement.report_id)
          WHERE held.${mark} IS NULL
          GROUP BY held.workspace, held.report_id) AS first
    WHERE report.workspace = first.workspace AND report.report_id = first.report_id`;
}

function replaceAll(table: ViewTable): string {
  const assignments = Object.keys(table.columns)
    .filter((column) => !table.primaryKey.includes(column))
    .map((column) => `${column} = EXCLUDED.${column}`);
  return `DO UPDATE SET ${assignments.join(', ')}`;
}

const baseType = (type: string): string => type.replace(/ NOT NULL$/, '');

const bigintAsText = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value;
