import { generateKeyPairSync } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { bulkAppend, eventStoreMigrations, noteSigner, PostgresEventStore, Sealer } from '#event-store';
import { createLogger, type Database } from '#platform';
import type { BenchContext } from './context.js';
import { benchStreams } from './bulk-load.js';
import { measure, type Rival } from './measure.js';
import { print } from './print.js';
import { appendFor, type Load } from './writers.js';

const LAG_LIMIT_SECONDS = 2;
const LOOK_EVERY_MS = 20;
const logger = createLogger('warn');

/** What sealing costs the appends beside it, and how far it falls behind a bulk load. */
export async function bench(context: BenchContext): Promise<void> {
  const database = await context.openOurs('sealing', eventStoreMigrations);
  const store = new PostgresEventStore(database);
  context.atEnd(() => store.close());
  const milliseconds = context.quick ? 50 : 1_500;
  const append = (workspace: string, load: Load) =>
    appendFor(load, (stream, version, events) =>
      store.append({ workspace, actor: 'bench', streams: [{ stream, expectedVersion: version, events }] }),
    );
  const beside = (name: string, load: Load): Rival => ({
    case: `${name}, sealing on`,
    versus: 'sealing off',
    goal: 0.9,
    unit: 'events/s',
    ours: () => whileSealing(database, 'sealed', () => append('sealed', load)),
    theirs: () => append('unsealed', load),
  });
  let loads = 0;
  const lag: Rival = {
    case: 'longest lag of sealing in a bulk load',
    versus: 'limit',
    goal: 1,
    unit: 's',
    lowerIsBetter: true,
    ours: () => longestLag(database, `load-${++loads}`, context.quick ? 2_000 : 60_000),
    theirs: () => Promise.resolve(LAG_LIMIT_SECONDS),
  };
  const rivals = [
    beside('32 writers x 1 event', { writers: 32, size: 1, milliseconds }),
    beside('8 writers x 20 events', { writers: 8, size: 20, milliseconds }),
    lag,
  ];
  print(context.name, await measure(rivals, context));
}

async function whileSealing<T>(database: Database, workspace: string, task: () => Promise<T>): Promise<T> {
  const signer = noteSigner('claimtrail/bench', generateKeyPairSync('ed25519').privateKey);
  const pause = (milliseconds: number, signal: AbortSignal) =>
    delay(milliseconds, undefined, { signal }).catch(() => undefined);
  const sealer = new Sealer({ workspace, pools: database, signer, logger, pause });
  await sealer.sealAll();
  sealer.start();
  return task().finally(() => sealer.stop());
}

/** Seconds between the commit of a chunk and the checkpoint that covers it, the longest of the load. */
async function longestLag(database: Database, workspace: string, count: number): Promise<number> {
  const waiting: { size: number; since: number }[] = [];
  let longest = 0;
  return whileSealing(database, workspace, async () => {
    const loading = bulkAppend(
      database.login,
      { workspace, actor: 'bench', idempotencyKey: 'bench', streams: benchStreams(count) },
      { onProgress: ({ appended }) => waiting.push({ size: appended, since: performance.now() }) },
    );
    for (let sealed = 0; sealed < count; await delay(LOOK_EVERY_MS)) {
      sealed = await sealedSize(database, workspace);
      for (let next = waiting[0]; next && next.size <= sealed; next = waiting[0]) {
        longest = Math.max(longest, performance.now() - next.since);
        waiting.shift();
      }
    }
    await loading;
    return longest / 1_000;
  });
}

async function sealedSize({ reader }: Database, workspace: string): Promise<number> {
  const { rows } = await reader.query<{ size: number }>(
    'SELECT coalesce(max(size), 0)::float AS size FROM event_store.checkpoint WHERE workspace = $1',
    [workspace],
  );
  return rows[0]?.size ?? 0;
}
