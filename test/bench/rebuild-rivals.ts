import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Database } from '#platform';
import { liveTable, type Projection, type ViewTable } from '#projections';
import { BENCH_WORKSPACE } from './rebuild-log.js';

/** Rows whose upserts are timed; the time of all is reckoned from them. */
const UPSERTED = 2_000;
const TARGET = 'views.bench_target';

/** Seconds to write the rows of a view one by one into its keyed and indexed tables, each in a transaction of its own. */
export async function upsertRowByRow(database: Database, { tables }: Projection): Promise<number> {
  let seconds = 0;
  for (const table of tables)
    seconds += await withTarget(database, table, true, async (client) => {
      const { rows: all } = await client.query<{ rows: number }>(
        `SELECT count(*)::int AS rows FROM ${liveTable(table)}`,
      );
      const rows = await sample(client, table);
      if (rows.length === 0) return 0;
      const columns = Object.keys(table.columns);
      const text = `INSERT INTO ${TARGET} (${columns.join(', ')}) VALUES (${columns.map((_, n) => `$${n + 1}`).join(', ')})
        ON CONFLICT (${table.primaryKey.join(', ')}) DO UPDATE SET ${columns.map((name) => `${name} = EXCLUDED.${name}`).join(', ')}`;
      const began = performance.now();
      for (const values of rows) await client.query({ name: `upsert-${table.name}`, text, values });
      return (((performance.now() - began) / 1000) * (all[0]?.rows ?? 0)) / rows.length;
    });
  return seconds;
}

async function sample(client: PoolClient, table: ViewTable): Promise<unknown[][]> {
  const columns = Object.keys(table.columns).map((name) => `${name}::text`);
  const { rows } = await client.query<unknown[]>({
    text: `SELECT ${columns.join(', ')} FROM ${liveTable(table)} LIMIT ${UPSERTED}`,
    rowMode: 'array',
  });
  return rows;
}

/** Seconds to copy rows that are ready, in a file, into tables without indexes and to build those after. */
export async function copyReadyRows(database: Database, { tables }: Projection): Promise<number> {
  let seconds = 0;
  for (const table of tables) {
    const file = join(tmpdir(), `claimtrail-bench-${process.pid}-${table.name}.copy`);
    try {
      await withTarget(database, table, false, async (client) => {
        const rows = client.query(copyTo(`COPY (SELECT * FROM ${liveTable(table)}) TO STDOUT`));
        await pipeline(rows, createWriteStream(file));
      });
      seconds += await withTarget(database, table, false, (client) =>
        timed(async () => {
          await pipeline(
            createReadStream(file, { highWaterMark: 1 << 18 }),
            client.query(copyFrom(`COPY ${TARGET} FROM STDIN`)),
          );
          await addKeys(client, table);
        }),
      );
    } finally {
      await rm(file, { force: true });
    }
  }
  return seconds;
}

/** Seconds to write figure reports by one statement over the log, ids by md5 and words by lower(), and the keys after. */
export async function pureSql(database: Database, { tables }: Projection): Promise<number> {
  const [table] = tables;
  if (!table) return 0;
  return withTarget(database, table, false, (client) =>
    timed(async () => {
      await client.query(FIGURES_IN_ONE_STATEMENT, [BENCH_WORKSPACE]);
      await addKeys(client, table);
    }),
  );
}

const FIGURES_IN_ONE_STATEMENT = `
INSERT INTO ${TARGET} (workspace, report_id, article_id, revision, seq, event_id, recorded_at, published_at, asserted_at, outlet, speaker,
  speaker_role, speaker_kind, speaker_id, speaker_words, origin, origin_id, attribution, quote, sentence, rule, superseded_seq, claim_id,
  metric, measure, term, category, value, max, quantifier, unit, unit_text, population, status, cause, places, place_words, period, as_of)
SELECT event.workspace, "reportId", "articleId", revision, seq, event_id, recorded_at, occurred_at, occurred_at::timestamptz, names[1], names[2],
  roles[2], kinds[2], md5(names[2])::uuid, string_to_array(lower(names[2]), ' '), names[count], md5(names[count])::uuid, attribution, quote,
  sentence, rule, NULL, md5(concat_ws('/', metric, measure, unit, population, cause, words[1], period ->> 'start'))::uuid,
  metric, measure, term, category, value, max, quantifier, unit, "unitText", population, status, cause, places, words, period, "asOf"
FROM event_store.event AS event
  CROSS JOIN LATERAL json_to_record(data) AS figure ("reportId" uuid, "articleId" uuid, revision int, attribution json, quote json,
    sentence json, rule text, metric text, measure text, term text, category text, value float8, max float8, quantifier text, unit text,
    "unitText" text, population text, status text, cause text, places json, period json, "asOf" text)
  CROSS JOIN LATERAL (SELECT array_agg(name) AS names, array_agg(role) AS roles, array_agg(kind) AS kinds, count(*)::int AS count
    FROM json_to_recordset(attribution) AS link (name text, role text, kind text)) AS chain
  CROSS JOIN LATERAL (SELECT coalesce(array_agg(lower(text)), '{}') AS words FROM json_to_recordset(places) AS place (text text)) AS named
WHERE event.workspace = $1 AND type = 'FigureReported'`;

async function withTarget<T>(
  database: Database,
  table: ViewTable,
  keyed: boolean,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const columns = Object.entries(table.columns).map(([name, type]) => `${name} ${type}`);
  const client = await database.login.connect();
  try {
    await client.query(`CREATE TABLE ${TARGET} (${columns.join(', ')})`);
    if (keyed) await addKeys(client, table);
    return await work(client);
  } finally {
    await client.query(`DROP TABLE IF EXISTS ${TARGET}`);
    client.release();
  }
}

async function addKeys(client: PoolClient, { primaryKey, indexes }: ViewTable): Promise<void> {
  await client.query(`SET maintenance_work_mem = '256MB'`);
  await client.query(`ALTER TABLE ${TARGET} ADD PRIMARY KEY (${primaryKey.join(', ')})`);
  for (const index of indexes) await client.query(`CREATE INDEX ON ${TARGET} ${index}`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
