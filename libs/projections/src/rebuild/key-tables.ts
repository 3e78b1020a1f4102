import type { PoolClient } from 'pg';
import { inSavepoint } from '#platform';
import type { Projection } from '../projection.js';
import { addIndexes, addKey, retirementTable, versionedTable, type ViewTable } from '../view-table.js';
import { markSql } from '../writing/live-writer.js';

const UNIQUE_VIOLATION = '23505';
/** For the first plans: reading the usual sample of these wide rows takes five times as long. Autovacuum looks again soon. */
const SAMPLED = 20;

/**
 * Turns the tables that `FillWriter` filled into those `LiveWriter` writes: without repeats, with retired rows marked, with keys
 * and indexes. In one transaction with the phase: killed on the way, it starts over.
 */
export async function keyTables(client: PoolClient, projection: Projection, version: number): Promise<void> {
  const { rowCount } = await client.query(
    `UPDATE views.view_version SET phase = 'keyed', updated_at = now() WHERE view = $1 AND version = $2 AND phase = 'filling'`,
    [projection.name, version],
  );
  if (rowCount === 0) return;
  await client.query(
    `SET LOCAL maintenance_work_mem = '256MB'; SET LOCAL default_statistics_target = ${SAMPLED}`,
  );
  for (const table of projection.tables) await keyTable(client, table, version);
}

async function keyTable(client: PoolClient, table: ViewTable, version: number): Promise<void> {
  if (table.firstBy !== null) await keyFilledTable(client, table, table.firstBy, version);
  if (table.retired) await markRetired(client, table, version);
  await addIndexes(client, table, version);
  await client.query(`ANALYZE ${versionedTable(table, version)} (${searched(table).join(', ')})`);
}

/** Columns that are asked for; of JSON nothing is, and reading a sample of it costs a second. */
const searched = ({ columns }: ViewTable): string[] =>
  Object.keys(columns).filter((column) => !columns[column]?.startsWith('json'));

/** Repeats are rare but in shared tables: building the key finds them for nothing. */
async function keyFilledTable(
  client: PoolClient,
  table: ViewTable,
  firstBy: string,
  version: number,
): Promise<void> {
  try {
    await inSavepoint(client, () => addKey(client, table, version));
  } catch (error) {
    if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error;
    await dropRepeats(client, table, firstBy, version);
    await addKey(client, table, version);
  }
}

async function dropRepeats(
  client: PoolClient,
  table: ViewTable,
  firstBy: string,
  version: number,
): Promise<void> {
  const name = versionedTable(table, version);
  await client.query(
    `DELETE FROM ${name} AS filled USING (
       SELECT ctid, row_number() OVER (PARTITION BY ${table.primaryKey.join(', ')} ORDER BY ${firstBy}, ctid) AS place FROM ${name}
     ) AS repeated WHERE filled.ctid = repeated.ctid AND repeated.place > 1`,
  );
}

async function markRetired(client: PoolClient, table: ViewTable, version: number): Promise<void> {
  const retirements = retirementTable(table, version);
  await client.query(`ANALYZE ${retirements}`);
  for (const mark of ['superseded_seq', 'withdrawn_seq'] as const) {
    const source = `(SELECT workspace, article_id, report_id, seq FROM ${retirements} WHERE mark = '${mark}') AS retirement`;
    await client.query(markSql(table, version, mark, source));
  }
  await client.query(`DROP TABLE ${retirements}`);
}
