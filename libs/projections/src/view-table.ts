import type { PoolClient } from 'pg';

/** A table of a view. Its columns are declared once: DDL, inserts and comparisons are all derived from them. */
export interface ViewTable {
  readonly name: string;
  /** Column -> SQL type, in order. */
  readonly columns: Readonly<Record<string, string>>;
  readonly primaryKey: readonly string[];
  /** Index definitions behind ON table, such as `USING gin (place_words)`. */
  readonly indexes: readonly string[];
}

export type Row = Readonly<Record<string, unknown>>;

/** The table of one version of the view: versions stand side by side while one is rebuilt. */
export const versionedTable = (table: ViewTable, version: number): string =>
  `views.${table.name}_v${version}`;

/** The name queries use: an SQL view over the live version's table. */
export const liveTable = (table: ViewTable): string => `views.${table.name}`;

export async function createTable(client: PoolClient, table: ViewTable, version: number): Promise<void> {
  const name = versionedTable(table, version);
  const columns = Object.entries(table.columns).map(([column, type]) => `${column} ${type}`);
  await client.query(
    `CREATE TABLE ${name} (${columns.join(', ')}, PRIMARY KEY (${table.primaryKey.join(', ')}))`,
  );
  for (const index of table.indexes) await client.query(`CREATE INDEX ON ${name} ${index}`);
}

export async function pointLiveTable(client: PoolClient, table: ViewTable, version: number): Promise<void> {
  await client.query(`DROP VIEW IF EXISTS ${liveTable(table)}`);
  await client.query(`CREATE VIEW ${liveTable(table)} AS SELECT * FROM ${versionedTable(table, version)}`);
  await client.query(`GRANT SELECT ON ${liveTable(table)} TO claimtrail_reader`);
}

/** Inserts all rows in one statement. Rows whose key is there already are left as they are. */
export async function insertRows(
  client: PoolClient,
  table: ViewTable,
  version: number,
  rows: readonly Row[],
): Promise<void> {
  await writeRows(client, table, version, rows, 'DO NOTHING');
}

/** Inserts all rows in one statement, replacing those whose key is there already. */
export async function upsertRows(
  client: PoolClient,
  table: ViewTable,
  version: number,
  rows: readonly Row[],
): Promise<void> {
  const assignments = Object.keys(table.columns)
    .filter((column) => !table.primaryKey.includes(column))
    .map((column) => `${column} = EXCLUDED.${column}`);
  await writeRows(client, table, version, rows, `DO UPDATE SET ${assignments.join(', ')}`);
}

async function writeRows(
  client: PoolClient,
  table: ViewTable,
  version: number,
  rows: readonly Row[],
  onConflict: string,
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(table.columns).join(', ');
  const record = Object.entries(table.columns).map(([column, type]) => `${column} ${baseType(type)}`);
  await client.query(
    `INSERT INTO ${versionedTable(table, version)} (${names})
     SELECT ${names} FROM json_to_recordset($1::json) AS row(${record.join(', ')})
     ON CONFLICT (${table.primaryKey.join(', ')}) ${onConflict}`,
    [JSON.stringify(rows, bigintAsText)],
  );
}

const baseType = (type: string): string => type.replace(/ NOT NULL$/, '');

const bigintAsText = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value;
