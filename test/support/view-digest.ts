import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { versionedTable, type Projection } from '#projections';

/** Every row of every table of a version of a view, in key order, as one hash. */
export async function viewDigest(pool: Pool, projection: Projection, version: number): Promise<string> {
  const hash = createHash('sha256');
  for (const table of projection.tables) {
    const { rows } = await pool.query<{ row: string }>(
      `SELECT t::text AS row FROM ${versionedTable(table, version)} t ORDER BY ${table.primaryKey.join(', ')}`,
    );
    for (const { row } of rows) hash.update(`${table.name} ${row}\n`);
  }
  return hash.digest('hex');
}
