import type { PoolClient } from 'pg';

/** A table of a view. Its columns are declared once: DDL, inserts and comparisons are all derived from them. */
export interface ViewTable {
  readonly name: string;
  /** Column -> SQL type, in order. */
  readonly columns: Readonly<Record<string, string>>;
  readonly primaryKey: readonly string[];
  /** Index definitions behind ON table, such as `USING gin (place_words)`. */
  readonly indexes: readonly string[];
  /** Columns that a fold looks rows up by, with what it has them in the order of behind a comma: indexed from the first row on, in a rebuild too. */
  readonly loadedBy?: readonly string[];
  /** The columns that say of which rows of other tables these are a part: `Projection.refold` is told what an erasure took. */
  readonly madeInto?: readonly string[];
  /**
   * For tables that only `insertFirst` writes: of rows with one key, that with the lowest value here stays. So rows that several
   * streams would begin come out the same in whatever order the streams are read. Null: rows are replaced as events come.
   */
  readonly firstBy: string | null;
  /** Rows of one key come from many events, so that most of them are repeats. */
  readonly shared?: true;
  /** Its rows are what the first report of a key makes of them; after an erasure the next one begins them. */
  readonly begunBy?: {
    readonly table: ViewTable;
    readonly key: string;
    readonly row: (report: Row) => Row;
  };
  /** Its rows are decisions, some of which an erasure names that stand in no stream of the article. */
  readonly ofDecisions?: true;
  /** Its rows say that articles were erased, and hold no word of them: they stay. */
  readonly tellsErasures?: true;
  /** Its rows are reports: they carry the marks of `retire`. */
  readonly retired?: true;
}

export type Row = Readonly<Record<string, unknown>>;

/** The table of one version of the view: versions stand side by side while one is rebuilt. */
export const versionedTable = (table: Pick<ViewTable, 'name'>, version: number): string =>
  `views.${table.name}_v${version}`;

/** Retirements that a version being filled has yet to mark in its rows. */
export const retirementTable = (table: ViewTable, version: number): string =>
  `${versionedTable(table, version)}_retirement`;

/** The name queries use: an SQL view over the live version's table. */
export const liveTable = (table: ViewTable): string => `views.${table.name}`;

export async function createTable(client: PoolClient, table: ViewTable, version: number): Promise<void> {
  await createBareTable(client, table, version);
  await addKey(client, table, version);
  await addLookups(client, table, version);
  await addIndexes(client, table, version);
}

/** Without indexes, to be filled fast; with its key and what its fold looks up by only where rows are replaced. */
export async function createFillTable(client: PoolClient, table: ViewTable, version: number): Promise<void> {
  await createBareTable(client, table, version);
  if (table.firstBy === null) await addKey(client, table, version);
  await addLookups(client, table, version);
  if (!table.retired) return;
  await client.query(
    `CREATE TABLE ${retirementTable(table, version)} (workspace text NOT NULL, article_id uuid NOT NULL, report_id uuid, seq bigint NOT NULL, mark text NOT NULL)`,
  );
}

async function createBareTable(client: PoolClient, table: ViewTable, version: number): Promise<void> {
  const columns = Object.entries(table.columns).map(([column, type]) => `${column} ${type}`);
  await client.query(`CREATE TABLE ${versionedTable(table, version)} (${columns.join(', ')})`);
}

export async function addKey(client: PoolClient, table: ViewTable, version: number): Promise<void> {
  await client.query(
    `ALTER TABLE ${versionedTable(table, version)} ADD PRIMARY KEY (${table.primaryKey.join(', ')})`,
  );
}

async function addLookups(
  client: PoolClient,
  { name, loadedBy = [] }: ViewTable,
  version: number,
): Promise<void> {
  for (const column of loadedBy)
    await client.query(`CREATE INDEX ON ${versionedTable({ name }, version)} (workspace, ${column})`);
}

export async function addIndexes(client: PoolClient, table: ViewTable, version: number): Promise<void> {
  for (const index of table.indexes)
    await client.query(`CREATE INDEX ON ${versionedTable(table, version)} ${index}`);
}

export async function dropTable(client: PoolClient, table: ViewTable, version: number): Promise<void> {
  await client.query(
    `DROP TABLE IF EXISTS ${retirementTable(table, version)}, ${versionedTable(table, version)}`,
  );
}

export async function pointLiveTable(client: PoolClient, table: ViewTable, version: number): Promise<void> {
  await client.query(`DROP VIEW IF EXISTS ${liveTable(table)}`);
  await client.query(`CREATE VIEW ${liveTable(table)} AS SELECT * FROM ${versionedTable(table, version)}`);
  await client.query(`GRANT SELECT ON ${liveTable(table)} TO claimtrail_reader`);
}
