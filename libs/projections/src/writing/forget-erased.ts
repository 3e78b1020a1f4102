import type { PoolClient } from 'pg';
import type { Projection } from '../projection.js';
import type { Erasure } from '../reports/erasures.js';
import { versionedTable, type Row, type ViewTable } from '../view-table.js';
import { LiveWriter } from './live-writer.js';

/** A version of a view, and the code that wrote it. */
export interface StoredVersion {
  readonly version: number;
  readonly codeVersion: number;
}

const ERASURES = 'json_to_recordset($2::json) AS erasure(article_id uuid, seq bigint, seqs json)';
const RANGES = `json_to_recordset($2::json) AS erasure(seqs json), json_array_elements(erasure.seqs) AS range`;

/**
 * Takes all that erased events left in the tables of one version, in the caller's transaction: the rows of their articles, and what
 * began with one of those and other articles have a part in, which begins then with the next report. Needs the tables' keys.
 */
export async function forgetErased(
  client: PoolClient,
  projection: Projection,
  { version, codeVersion }: StoredVersion,
  workspace: string,
  erasures: readonly Erasure[],
): Promise<void> {
  const values = [workspace, JSON.stringify(erasures, bigintAsText)];
  const tables = await tablesOf(client, projection, version);
  const isOurs = codeVersion === projection.codeVersion;
  const taken = new Map<string, readonly Row[]>();
  for (const table of tables.filter(ofArticles)) {
    const { rows } = await client.query<Row>(
      `DELETE FROM ${versionedTable(table, version)} AS held ${erasedRows(table)} RETURNING ${(table.madeInto ?? ['NULL']).join(', ')}`,
      values,
    );
    taken.set(table.name, rows);
  }
  for (const table of tables) {
    if (!table.begunBy) continue;
    const { rows } = await client.query<Row>(
      `DELETE FROM ${versionedTable(table, version)} AS held USING ${RANGES}
       WHERE held.workspace = $1 AND held.${table.firstBy} BETWEEN (range ->> 0)::bigint AND (range ->> 1)::bigint
       RETURNING held.${table.begunBy.key} AS key`,
      values,
    );
    if (isOurs)
      await beginAgain(
        client,
        table,
        version,
        workspace,
        rows.map(({ key }) => key as string),
      );
  }
  if (isOurs)
    await projection.refold?.(
      workspace,
      (table, column) => valuesIn(taken.get(table.name) ?? [], column),
      new LiveWriter(client, version),
    );
}

const valuesIn = (rows: readonly Row[], column: string): string[] => [
  ...new Set(rows.map((row) => row[column] as string | null).filter((value) => value !== null)),
];

/** Whether the version holds anything of the erased articles; of one that is being filled, its keys are not needed. */
export async function holdsErased(
  client: PoolClient,
  projection: Projection,
  version: number,
  workspace: string,
  erasures: readonly Erasure[],
): Promise<boolean> {
  const values = [workspace, JSON.stringify(erasures, bigintAsText)];
  for (const table of (await tablesOf(client, projection, version)).filter(ofArticles)) {
    const { rowCount } = await client.query(
      `SELECT FROM ${versionedTable(table, version)} AS held, ${erasedRows(table).replace('USING ', '')} LIMIT 1`,
      values,
    );
    if (rowCount) return true;
  }
  return false;
}

const ofArticles = ({ columns, tellsErasures }: ViewTable): boolean =>
  'article_id' in columns && !tellsErasures;

const erasedRows = ({ columns, ofDecisions }: ViewTable): string => {
  const seq = `held.${'seq' in columns ? 'seq' : 'first_seq'}`;
  const ofArticle = `held.article_id = erasure.article_id AND ${seq} < erasure.seq`;
  const named = `EXISTS (SELECT FROM json_array_elements(erasure.seqs) AS range
    WHERE ${seq} BETWEEN (range ->> 0)::bigint AND (range ->> 1)::bigint)`;
  return `USING ${ERASURES} WHERE held.workspace = $1 AND (${ofDecisions ? `${ofArticle} OR ${named}` : ofArticle})`;
};

/** Older code had other tables. */
async function tablesOf(client: PoolClient, { tables }: Projection, version: number): Promise<ViewTable[]> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT name FROM unnest($1::text[]) AS name WHERE to_regclass(name) IS NOT NULL',
    [tables.map((table) => versionedTable(table, version))],
  );
  const there = new Set(rows.map(({ name }) => name));
  return tables.filter((table) => there.has(versionedTable(table, version)));
}

async function beginAgain(
  client: PoolClient,
  table: ViewTable,
  version: number,
  workspace: string,
  keys: readonly string[],
): Promise<void> {
  const { begunBy } = table;
  if (!begunBy || keys.length === 0) return;
  const { rows } = await client.query<Row>(
    `SELECT DISTINCT ON (${begunBy.key}) * FROM ${versionedTable(begunBy.table, version)}
     WHERE workspace = $1 AND ${begunBy.key} = ANY($2::uuid[]) ORDER BY ${begunBy.key}, seq`,
    [workspace, keys],
  );
  const names = Object.keys(table.columns).join(', ');
  const record = Object.entries(table.columns).map(
    ([name, type]) => `${name} ${type.replace(/ NOT NULL$/, '')}`,
  );
  await client.query(
    `INSERT INTO ${versionedTable(table, version)} (${names})
     SELECT ${names} FROM json_to_recordset($1::json) AS row(${record.join(', ')})`,
    [JSON.stringify(rows.map(begunBy.row), bigintAsText)],
  );
}

const bigintAsText = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value;
