import { eventStoreMigrations, PostgresEventStore } from '#event-store';
import type { Database } from '#platform';
import { projectionMigrations, projections, rebuildView, registerViews, type Projection } from '#projections';
import type { BenchContext } from './context.js';
import { measure, type Rival } from './measure.js';
import { print } from './print.js';
import { BENCH_WORKSPACE, loggedArticles } from './rebuild-log.js';
import { copyReadyRows, pureSql, upsertRowByRow } from './rebuild-rivals.js';
import { ViewWatch } from './view-watch.js';

const DEFAULT_EVENTS = 200_000;
const QUICK_EVENTS = 5_000;
const APPENDS_AT_ONCE = 64;

/** Rebuilds of each view, with reads going on, beside what writes the same rows. Rates are events of the log a second. */
export async function bench(context: BenchContext): Promise<void> {
  const database = await context.openOurs('rebuild', [...eventStoreMigrations, ...projectionMigrations]);
  const store = new PostgresEventStore(database);
  context.atEnd(() => store.close());
  await registerViews(database.writer, projections);
  await fillLog(store, context.events ?? (context.quick ? QUICK_EVENTS : DEFAULT_EVENTS));
  await database.login.query('VACUUM ANALYZE');
  const watch = new ViewWatch(database, BENCH_WORKSPACE);
  const rivals = projections.flatMap((projection) => rivalsOf(projection, database, store, watch));
  const rows = await measure(rivals, { rounds: context.rounds, only: context.only });
  watch.tell();
  print(context.name, rows);
}

async function fillLog(store: PostgresEventStore, events: number): Promise<void> {
  const waiting = new Set<Promise<unknown>>();
  for (const { stream, events: told } of loggedArticles(events)) {
    const streams = [{ stream, expectedVersion: 'any' as const, events: told }];
    const append = store.append({ workspace: BENCH_WORKSPACE, actor: 'bench', streams });
    waiting.add(append.finally(() => waiting.delete(append)));
    if (waiting.size >= APPENDS_AT_ONCE) await append;
  }
  await Promise.all(waiting);
}

function rivalsOf(
  projection: Projection,
  database: Database,
  store: PostgresEventStore,
  watch: ViewWatch,
): Rival[] {
  const theirs = [
    { versus: 'row-by-row upserts', goal: 15, write: upsertRowByRow },
    { versus: 'COPY of ready rows, keys after', goal: 0.6, write: copyReadyRows },
    ...(projection.name === 'figure-timeline'
      ? [{ versus: 'pure SQL into a shadow table', goal: 0.6, write: pureSql }]
      : []),
  ];
  let asked = 0;
  let measured = 0;
  // Once a round: the rivals of a view are compared with the same rebuild.
  const ours = async () => {
    if (asked++ % theirs.length === 0) measured = await rebuildRate(projection, database, store, watch);
    return measured;
  };
  return theirs.map(({ versus, goal, write }) => ({
    case: projection.name,
    versus,
    goal,
    unit: 'events/s',
    ours,
    theirs: async () => {
      const head = Number(await store.head(BENCH_WORKSPACE));
      await database.login.query('CHECKPOINT');
      return head / (await write(database, projection));
    },
  }));
}

async function rebuildRate(
  projection: Projection,
  database: Database,
  store: PostgresEventStore,
  watch: ViewWatch,
): Promise<number> {
  const head = Number(await store.head(BENCH_WORKSPACE));
  await database.login.query('CHECKPOINT');
  const began = performance.now();
  await watch.during(projection, () =>
    rebuildView({ projection, reader: store, pool: database.writer, workspaces: [BENCH_WORKSPACE] }),
  );
  return (head / (performance.now() - began)) * 1000;
}
