import pg from 'pg';
import { PostgresEventStore, type QueueLimits } from '#event-store';
import type { Database } from '#platform';
import { projections, rebuildView } from '#projections';
import { silent, withChaosDatabase } from '../chaos-database.js';
import { listen } from '../listen.js';
import { pauseFor } from '../race/writers.js';
import type { Figures, Scenario, Sizes } from '../scenario.js';
import { Load } from './load.js';

const WORKSPACE = 'overload';
const WRITERS = 160;
const READERS = 40;
const SLOW_MS = 400;
const QUEUE: QueueLimits = {
  batchEvents: 20,
  batchBytes: 1024 * 1024,
  waitingEvents: 20,
  waitingBytes: 8 * 1024 * 1024,
};
const UNBOUNDED: QueueLimits = { ...QUEUE, waitingEvents: Infinity, waitingBytes: Infinity };
/** Garbage that nobody has collected yet counts too: a busy machine was seen to leave 575 MB of it. */
const MOST_GROWTH_MB = 1_024;
const CONTROL_SECONDS = 2;

export const overload: Scenario = {
  name: 'overload',
  promise:
    'Under more load than it can take, it refuses new writes with 503 and goes on reading; what it took is kept.',
  short: { seconds: 4, rounds: 1 },
  long: { seconds: 60, rounds: 1 },
  run: runOverload,
  broken: (figures) => [...missing(figures), ...wrong(figures)],
};

/** What has to occur, or the test says nothing. */
function missing(figures: Figures): string[] {
  const wanted = ['taken', 'refused', 'read', 'reads_while_writes_stood', 'rebuilds', 'control_taken'];
  return wanted.filter((name) => !figures[name]).map((name) => `${name}: none`);
}

function wrong(figures: Figures): string[] {
  const unwanted = ['refused_without_retry_after', 'otherwise', 'reads_failed', 'lost', 'control_refused'];
  const found = unwanted.filter((name) => figures[name] !== 0).map((name) => `${name}: ${figures[name]}`);
  return (figures['rss_growth_mb'] ?? 0) > MOST_GROWTH_MB ? [...found, 'memory grew without bound'] : found;
}

async function runOverload({ seconds }: Sizes, say: (line: string) => void): Promise<Figures> {
  say(`${WRITERS} who write and ${READERS} who read, on a server that stands still half of the time`);
  const figures = await withChaosDatabase((database) => overloaded(database, QUEUE, seconds));
  say('control: a queue without a bound');
  const control = await withChaosDatabase((database) => overloaded(database, UNBOUNDED, CONTROL_SECONDS));
  return { ...figures, control_taken: control['taken'] ?? 0, control_refused: control['refused'] ?? 0 };
}

async function overloaded(database: Database, queue: QueueLimits, seconds: number): Promise<Figures> {
  const store = new PostgresEventStore(database, { queue });
  const api = await listen(database, store, WORKSPACE);
  const before = process.memoryUsage.rss();
  const deadline = performance.now() + seconds * 1_000;
  const load = new Load(api.url, () => performance.now() >= deadline);
  const rebuilds = rebuildAll(database, store, () => load.isOver());
  const slowDown = standStill(database, load);
  await load.run(WRITERS, READERS);
  await slowDown;
  const figures = load.figures;
  const lost = await countLost(database, load.taken);
  const growth = Math.round((load.peakRss - before) / 2 ** 20);
  const result = { ...figures, lost, rebuilds: await rebuilds, rss_growth_mb: growth };
  await api.close();
  await store.close();
  return result;
}

/** What a disk that is too slow does to appends: they wait for the head of the log, which somebody holds. */
async function standStill({ url }: Database, load: Load): Promise<void> {
  const client = new pg.Client({ connectionString: url, options: '-c role=claimtrail_owner' });
  await client.connect();
  while (!load.isOver()) {
    await client.query('BEGIN');
    await client.query('SELECT FROM event_store.workspace_head FOR UPDATE');
    load.writesStand = true;
    await pauseFor(SLOW_MS);
    load.writesStand = false;
    await client.query('COMMIT');
    await pauseFor(SLOW_MS);
  }
  await client.end();
}

async function rebuildAll(
  { writer: pool }: Database,
  reader: PostgresEventStore,
  isOver: () => boolean,
): Promise<number> {
  let rebuilds = 0;
  while (!isOver()) {
    for (const projection of projections)
      await rebuildView({ projection, reader, pool, workspaces: [WORKSPACE], logger: silent });
    rebuilds += 1;
  }
  return rebuilds;
}

async function countLost({ reader }: Database, taken: readonly string[]): Promise<number> {
  const { rows } = await reader.query<{ lost: bigint }>(
    `SELECT count(*) AS lost FROM unnest($2::text[]) AS id WHERE NOT EXISTS
       (SELECT FROM event_store.stream WHERE workspace = $1 AND stream_id = 'article-' || id)`,
    [WORKSPACE, taken],
  );
  return Number(rows[0]?.lost);
}
