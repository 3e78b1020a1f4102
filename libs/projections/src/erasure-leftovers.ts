import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '#platform';
import type { Projection } from './projection.js';
import { cancelRebuild } from './rebuild/cancel-rebuild.js';
import type { Erasure } from './reports/erasures.js';
import { holdsErased } from './writing/forget-erased.js';

/** A version of a view that still has rows of erased articles. */
export interface Leftover {
  readonly view: string;
  readonly version: number;
}

/**
 * Looks for rows of erased articles once the views are level with the log. A rebuild that was left half-way with some is given up; what
 * else has some was written by other code, which alone may change it: those are given back.
 */
export async function findLeftovers(
  pool: Pool,
  projections: readonly Projection[],
  workspace: string,
  erasures: readonly Erasure[],
): Promise<Leftover[]> {
  const left: Leftover[] = [];
  for (const projection of projections) {
    const { rows } = await pool.query<{ version: number; state: string }>(
      'SELECT version, state FROM views.view_version WHERE view = $1 ORDER BY version',
      [projection.name],
    );
    for (const { version, state } of rows) {
      const holds = await inTransaction(pool, (client) =>
        holdsErased(client, projection, version, workspace, erasures),
      );
      if (holds && state === 'building') await cancelRebuild({ projection, pool });
      else if (holds) left.push({ view: projection.name, version });
    }
  }
  return left;
}

/** Lets the server forget the rows that were taken out, and the words in its statistics of them. */
export async function reclaimViews(writer: Pool): Promise<void> {
  const { rows } = await writer.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'views' AND tableowner = current_user`,
  );
  for (const { name } of rows) {
    await writer.query(`VACUUM (ANALYZE) ${name}`);
    await inTransaction(writer, (client) => renewEmptyStatistics(client, name));
  }
}

/** A value of each type that no column of a view refuses. */
const BLANKS: Readonly<Record<string, string>> = {
  uuid: `'00000000-0000-0000-0000-000000000000'`,
  json: `'null'`,
  timestamptz: `'epoch'`,
  bool: 'false',
  text: `''`,
};

/** ANALYZE keeps what it knew of a table that is empty by now: it is shown a row without words, which nobody else sees. */
async function renewEmptyStatistics(client: PoolClient, name: string): Promise<void> {
  const { rows: held } = await client.query(`SELECT FROM ${name} LIMIT 1`);
  if (held.length > 0) return;
  const { rows: columns } = await client.query<{ name: string; type: string; isList: boolean }>(
    `SELECT format('%I', attname) AS name, typname AS type, typcategory = 'A' AS "isList"
     FROM pg_attribute JOIN pg_type ON pg_type.oid = atttypid
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attnotnull`,
    [name],
  );
  const values = columns.map(({ type, isList }) => (isList ? `'{}'` : (BLANKS[type] ?? '0')));
  const { rows } = await client.query<{ ctid: string }>(
    `INSERT INTO ${name} (${columns.map((column) => column.name).join(', ')}) VALUES (${values.join(', ')}) RETURNING ctid`,
  );
  await client.query(`ANALYZE ${name}`);
  await client.query(`DELETE FROM ${name} WHERE ctid = $1`, [rows[0]?.ctid]);
}
