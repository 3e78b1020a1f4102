import '../shift-clock.js';
import 'reflect-metadata';
import { setTimeout as delay } from 'node:timers/promises';
import { PostgresEventStore } from '#event-store';
import { createLogger, loadConfig, openDatabase, stopRequested } from '#platform';
import { ProjectionRunner, type Projection } from '#projections';
import { WORKSPACE } from '../../support/invented-articles.js';
import { allViews } from './all-views.js';

// One of several workers that keep the views level: arguments DATABASE_URL, lease in milliseconds, events a batch.
// Asked to end, it says how many events its views were given.

const LONGEST_RETRY_MS = 500;

const [url = '', leaseMs = '', batchSize = ''] = process.argv.slice(2);
const say = (message: object) => process.stdout.write(`${JSON.stringify(message)}\n`);
const logger = createLogger('silent');
const stopped = stopRequested();
const database = await openDatabase(loadConfig({ DATABASE_URL: url }), logger);
const store = new PostgresEventStore(database);
const stop = new AbortController();
const given: Record<string, number> = {};

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  delay(Math.min(milliseconds, LONGEST_RETRY_MS), undefined, { signal }).catch(() => undefined);

const counted = (view: Projection): Projection => ({
  ...view,
  apply: (batch, writer) => {
    given[view.name] = (given[view.name] ?? 0) + batch.length;
    return view.apply(batch, writer);
  },
});

const runners = allViews.map((view) =>
  new ProjectionRunner({
    projection: counted(view),
    reader: store,
    pool: database.writer,
    workspace: WORKSPACE,
    logger,
    batchSize: Number(batchSize),
    pause,
    lease: { milliseconds: Number(leaseMs) },
  }).run(stop.signal),
);
say({ event: 'ready' });
await stopped;
stop.abort();
await Promise.all(runners);
await store.close();
await database.close();
say({ event: 'ended', given });
