import type { PostgresEventStore } from '#event-store';
import { deterministicId, type Database } from '#platform';

/** As many as an article has figures. */
const EVENTS_AN_APPEND = 10;
const ROWS_A_STATEMENT = 4_000;

/** Microseconds a report of what linking cannot do without, each step alone and with nothing decided. */
export interface Floor {
  readonly read: number;
  readonly load: number;
  readonly write: number;
  readonly append: number;
}

/**
 * The newest reports of a linked log are read as parsed data; as many anchors are loaded; half as many are written once more for
 * another workspace with as many rows of reports, and their decisions are appended there.
 */
export async function linkFloor(
  database: Database,
  store: PostgresEventStore,
  workspace: string,
  reports: number,
): Promise<Floor> {
  const { login } = database;
  const to = `${workspace}-floor-${await store.head(workspace)}`;
  const newest = async (type: string) =>
    (
      await login.query<{ data: string }>(
        `SELECT data::text FROM event_store.event WHERE workspace = $1 AND type = $2 ORDER BY seq DESC LIMIT $3`,
        [workspace, type, reports],
      )
    ).rows.map(({ data }) => JSON.parse(data) as Record<string, unknown>);
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const started = performance.now();
    await work();
    return ((performance.now() - started) * 1_000) / reports;
  };
  const decisions = await newest('ReportLinked');
  return {
    read: await timed(() => newest('FigureReported')),
    load: await timed(() =>
      login.query({
        text: `SELECT anchor_id, block, founded, claim_id, place, anchor, apart FROM linking.figure_anchor
          WHERE workspace = $1 LIMIT $2`,
        values: [workspace, reports],
        rowMode: 'array',
        types: { getTypeParser: () => (value: string) => value },
      }),
    ),
    write: await timed(() => writeRows(database, workspace, to, reports)),
    append: await timed(() => appendAll(store, to, decisions)),
  };
}

/** An anchor for every second report, as new news have it. */
async function writeRows(database: Database, workspace: string, to: string, reports: number): Promise<void> {
  for (let from = 0; from < reports; from += ROWS_A_STATEMENT) {
    const values = [workspace, to, Math.min(ROWS_A_STATEMENT, reports - from), from];
    await database.login.query(
      `INSERT INTO linking.figure_anchor
         (workspace, anchor_id, block, time_kind, day, founded, claim_id, place, anchor, apart, own, around)
       SELECT $2, gen_random_uuid(), block, time_kind, day, founded, claim_id, place, anchor, apart, own, around
       FROM (SELECT * FROM linking.figure_anchor WHERE workspace = $1 LIMIT $3 / 2 OFFSET $4 / 2) AS known`,
      values,
    );
    await database.login.query(
      `INSERT INTO linking.claim_report (process, workspace, report_id, article_id, event_id, seq, anchor_id, claim_id)
       SELECT process, $2, gen_random_uuid(), article_id, event_id, seq, anchor_id, claim_id
       FROM (SELECT * FROM linking.claim_report WHERE workspace = $1 LIMIT $3 OFFSET $4) AS known`,
      values,
    );
  }
}

async function appendAll(
  store: PostgresEventStore,
  workspace: string,
  decisions: readonly Record<string, unknown>[],
): Promise<void> {
  const causes = Array.from({ length: decisions.length / EVENTS_AN_APPEND }, (_, at) =>
    decisions.slice(at * EVENTS_AN_APPEND, (at + 1) * EVENTS_AN_APPEND),
  );
  await Promise.all(
    causes.map((events, at) =>
      store.append({
        workspace,
        actor: 'bench',
        idempotencyKey: deterministicId(workspace, at),
        streams: events.map((data, place) => ({
          stream: `claim-${deterministicId(workspace, at, place)}`,
          expectedVersion: 'any',
          events: [{ type: 'ReportLinked', schemaVersion: 1, data }],
        })),
      }),
    ),
  );
}
