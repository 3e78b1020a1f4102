import type { Pool } from 'pg';

/** The tables of which any row holds the word, in any column, and those whose statistics do. */
export async function tablesHolding(login: Pool, word: string): Promise<string[]> {
  const { rows } = await login.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const holding: string[] = [];
  for (const { name } of rows) {
    const { rowCount } = await login.query(
      `SELECT FROM ${name} AS held WHERE strpos(held::text, $1) > 0 LIMIT 1`,
      [word],
    );
    if (rowCount) holding.push(name);
  }
  const { rows: statistics } = await login.query<{ name: string }>(
    `SELECT DISTINCT format('statistics of %I.%I', schemaname, tablename) AS name FROM pg_stats
     WHERE strpos(most_common_vals::text, $1) > 0 OR strpos(histogram_bounds::text, $1) > 0
        OR strpos(most_common_elems::text, $1) > 0 ORDER BY 1`,
    [word],
  );
  return [...holding, ...statistics.map(({ name }) => name)];
}
