import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PostgresEventStore } from '#event-store';
import type { Database } from '#platform';
import { registerViews } from '#projections';
import { ClaimtrailProcess } from '../../support/claimtrail-process.js';
import { WORKSPACE } from '../../support/invented-articles.js';
import { Chance } from '../../support/chance.js';
import { withChaosDatabase } from '../chaos-database.js';
import { ChildProgram } from '../child-program.js';
import { allViews } from '../kills/all-views.js';
import { differingViews, untilLevel } from '../kills/check-views.js';
import { pauseFor } from '../race/writers.js';
import type { Figures, Scenario, Sizes } from '../scenario.js';
import { holdHalfRequest, postUntilGone } from './post-until-gone.js';

const BATCH_SIZE = 50;
const LEASE_MS = 60_000;
const LONGEST_STOP_MS = 10_000;
const LONGEST_WORK_MS = 1_000;
const ARTICLES_BEFORE_STOP = 40;

export const cleanStop: Scenario = {
  name: 'clean-stop',
  promise:
    'SIGTERM ends a process within 10 seconds: what was begun is finished or refused, and the next goes on there.',
  short: { seconds: 0, rounds: 2 },
  long: { seconds: 0, rounds: 20 },
  run: runCleanStop,
  broken: (figures) =>
    [
      figures['failed_exits'] ? `${figures['failed_exits']} processes ended with an error` : '',
      (figures['longest_stop_ms'] ?? 0) > LONGEST_STOP_MS ? 'a stop took longer than 10 s' : '',
      (figures['most_redelivered'] ?? 0) > BATCH_SIZE ? 'more than a batch was given to a view again' : '',
      figures['differing_views'] ? 'views differ from a rebuild' : '',
      figures['lost'] ? `${figures['lost']} acknowledged articles lost` : '',
      figures['taken'] && figures['given'] ? '' : 'nothing was under way when it was stopped',
    ].filter(Boolean),
};

async function runCleanStop(sizes: Sizes, say: (line: string) => void): Promise<Figures> {
  return withChaosDatabase(async (database) => {
    const workers = await stopWorkers(database, sizes, say);
    const programs = await stopPrograms(database, Math.ceil(sizes.rounds / 4), say);
    return {
      ...workers,
      ...programs,
      failed_exits: (workers['failed_workers'] ?? 0) + (programs['failed_programs'] ?? 0),
      longest_stop_ms: Math.max(workers['longest_worker_stop_ms'] ?? 0, programs['longest_up_stop_ms'] ?? 0),
    };
  });
}

/** One worker after the other on one log that grows; the lease is so long that only one given back is taken in time. */
async function stopWorkers(
  database: Database,
  { rounds, seed }: Sizes,
  say: (line: string) => void,
): Promise<Figures> {
  const chance = new Chance(seed);
  const notes = mkdtempSync(join(tmpdir(), 'claimtrail-chaos-'));
  const store = new PostgresEventStore(database);
  await registerViews(database.writer, allViews);
  const writerArgs = [database.url, join(notes, 'acknowledged.ndjson'), seed, 'writer'];
  const writer = ChildProgram.start('test/chaos/kills/writer-program.ts', writerArgs);
  await writer.says('ready');
  writer.tell('resume');
  const given: Record<string, number>[] = [];
  let failed = 0;
  let longest = 0;
  for (let round = 1; round <= rounds; round++) {
    const worker = ChildProgram.start('test/chaos/kills/worker-program.ts', [
      database.url,
      LEASE_MS,
      BATCH_SIZE,
    ]);
    await worker.says('ready');
    await pauseFor(200 + chance.below(LONGEST_WORK_MS));
    if (round === rounds) {
      await writer.ask('pause', 'paused');
      await untilLevel(database, store, allViews);
    }
    const began = performance.now();
    failed += (await worker.stop()) === 0 ? 0 : 1;
    longest = Math.max(longest, Math.round(performance.now() - began));
    given.push((await worker.says('ended'))['given'] as Record<string, number>);
    say(`round ${round}: the worker ended after ${Math.round(performance.now() - began)} ms`);
  }
  await writer.kill();
  const result = {
    workers: rounds,
    failed_workers: failed,
    longest_worker_stop_ms: longest,
    given: sum(given.flatMap((one) => Object.values(one))),
    most_redelivered: await mostRedelivered(database, given),
    differing_views: (await differingViews(database, store, allViews)).length,
  };
  await store.close();
  rmSync(notes, { recursive: true });
  return result;
}

/** By view: the events that all workers were given together, less those that there are. */
async function mostRedelivered(
  { reader }: Database,
  given: readonly Record<string, number>[],
): Promise<number> {
  const { rows } = await reader.query<{ type: string; count: bigint }>(
    'SELECT type, count(*) FROM event_store.event WHERE workspace = $1 GROUP BY type',
    [WORKSPACE],
  );
  const redelivered = allViews.map(({ name, types }) => {
    const there = rows.filter(({ type }) => (types as readonly string[]).includes(type));
    return sum(given.map((one) => one[name] ?? 0)) - sum(there.map(({ count }) => Number(count)));
  });
  if (redelivered.some((count) => count < 0)) throw new Error('A view was not given every event.');
  return Math.max(...redelivered);
}

/** The whole program, in the middle of posts by many. */
async function stopPrograms(
  database: Database,
  rounds: number,
  say: (line: string) => void,
): Promise<Figures> {
  let taken = 0;
  let lost = 0;
  let failed = 0;
  let longest = 0;
  const folder = mkdtempSync(join(tmpdir(), 'claimtrail-chaos-'));
  for (let round = 1; round <= rounds; round++) {
    const env = { DATABASE_URL: database.url, CLAIMTRAIL_DATA_DIR: folder, PORT: '0' };
    const program = ClaimtrailProcess.start(['up', '--no-seeds'], env);
    const url = await program.url();
    const rude = await holdHalfRequest(url);
    const stopping: { ended?: Promise<{ exitCode: number | null }>; began: number } = { began: 0 };
    const acknowledged = await postUntilGone(url, `up-${round}`, (count) => {
      if (count !== ARTICLES_BEFORE_STOP) return;
      stopping.began = performance.now();
      stopping.ended = program.stop();
    });
    failed += (await stopping.ended)?.exitCode === 0 ? 0 : 1;
    longest = Math.max(longest, Math.round(performance.now() - stopping.began));
    rude.destroy();
    taken += acknowledged.length;
    lost += await countMissing(database, acknowledged);
    say(`round ${round}: the program ended, ${acknowledged.length} articles acknowledged, ${lost} lost`);
  }
  rmSync(folder, { recursive: true });
  return { programs: rounds, failed_programs: failed, longest_up_stop_ms: longest, taken, lost };
}

async function countMissing({ reader }: Database, articleIds: readonly string[]): Promise<number> {
  const { rows } = await reader.query<{ missing: bigint }>(
    `SELECT count(*) AS missing FROM unnest($1::text[]) AS id WHERE NOT EXISTS
       (SELECT FROM event_store.stream WHERE workspace = 'default' AND stream_id = 'article-' || id)`,
    [articleIds],
  );
  return Number(rows[0]?.missing);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
