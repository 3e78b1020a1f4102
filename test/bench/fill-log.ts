import type { Database } from '#platform';
import { benchEvents, EVENTS_A_STREAM } from './events.js';

const DISTINCT = 2_000;

/** Fills a workspace's log with so many of the bench's events, as appends would have left it, and lets the server settle. */
export async function fillLog({ login }: Database, workspace: string, count: number): Promise<void> {
  const events = benchEvents(DISTINCT);
  await login.query(
    `INSERT INTO event_store.event (workspace, seq, stream_id, version, event_id, type, schema_version, recorded_at,
       occurred_at, actor, causation_id, correlation_id, data, meta)
     SELECT $1, s, 'article-' || (s - 1) / ${EVENTS_A_STREAM}, (s - 1) % ${EVENTS_A_STREAM} + 1, gen_random_uuid(), 'FigureReported',
       1, date_trunc('milliseconds', clock_timestamp()), '2026-03-09', 'bench', NULL, NULL,
       ($2::text[])[(s - 1) % ${DISTINCT} + 1]::json, ($3::text[])[(s - 1) % ${DISTINCT} + 1]::json
       FROM generate_series(1, $4::bigint) AS s`,
    [
      workspace,
      events.map(({ data }) => JSON.stringify(data)),
      events.map(({ meta }) => JSON.stringify(meta)),
      count,
    ],
  );
  await login.query(
    `INSERT INTO event_store.workspace_head (workspace, seq, recorded_at) VALUES ($1, $2, clock_timestamp())`,
    [workspace, count],
  );
  await login.query('VACUUM (FREEZE, ANALYZE) event_store.event');
}
