import { bulkAppend, eventStoreMigrations, PostgresEventStore } from '#event-store';
import type { Database } from '#platform';
import { benchStreams } from './bulk-load.js';
import type { BenchContext } from './context.js';
import { benchEvents, EVENTS_A_STREAM } from './events.js';
import { measure, type Rival, type Row } from './measure.js';
import { print } from './print.js';
import { Chance } from '../support/chance.js';

const WORKSPACE = 'bench';
const SHORT = 10_000;
const PAGES = 10;
const PAGE = 1_000;
const MOST = 1.3;
const events = benchEvents(200);
const chance = new Chance(7);

/** A log of a length, and one of 10 thousand events beside it: they are measured in turn, so that noise meets both. */
export async function bench(context: BenchContext): Promise<void> {
  const short = await openLog(context, 'short');
  const long = await openLog(context, 'long');
  await fill(short, context.quick ? 1_000 : SHORT);
  const rows: Row[] = [];
  for (const length of lengths(context)) {
    const start = performance.now();
    await fill(long, length);
    const seconds = Math.round((performance.now() - start) / 1_000);
    process.stderr.write(`filled to ${length} events in ${seconds} s\n`);
    rows.push(...(await measure(rivals(long, short, length, context.quick ? 50 : 700), context)));
  }
  print(context.name, rows);
}

function lengths({ quick, events: most = 5_000_000 }: BenchContext): number[] {
  if (quick) return [2_000];
  return [1_000_000, 5_000_000].filter((length) => length < most).concat(most);
}

interface Log {
  readonly database: Database;
  readonly store: PostgresEventStore;
  length: number;
}

async function openLog(context: BenchContext, purpose: string): Promise<Log> {
  const database = await context.openOurs(purpose, eventStoreMigrations);
  const store = new PostgresEventStore(database);
  context.atEnd(() => store.close());
  return { database, store, length: 0 };
}

async function fill(log: Log, length: number): Promise<void> {
  const { login } = log.database;
  const streams = benchStreams(length - log.length, log.length / EVENTS_A_STREAM);
  await bulkAppend(login, {
    workspace: WORKSPACE,
    actor: 'bench',
    idempotencyKey: `fill-${length}`,
    streams,
  });
  log.length = length;
  // What the load left to be written to disk would else slow the appends that are measured.
  await login.query('CHECKPOINT').catch(() => undefined);
}

function rivals(long: Log, short: Log, length: number, milliseconds: number): Rival[] {
  const at = `at ${length.toLocaleString('en')} events`;
  const versus = `at ${short.length.toLocaleString('en')} events`;
  const latency = (percent: number): Rival => ({
    case: `append latency p${percent} ${at}`,
    ...{ versus, goal: MOST, unit: 'ms', lowerIsBetter: true },
    ours: () => appendLatency(long, milliseconds, percent),
    theirs: () => appendLatency(short, milliseconds, percent),
  });
  const reading: Rival = {
    case: `read rate ${at}`,
    ...{ versus, goal: Number((1 / MOST).toFixed(2)), unit: 'events/s' },
    ours: () => readRate(long),
    theirs: () => readRate(short),
  };
  return [latency(50), latency(99), reading];
}

let streams = 0;

/** Milliseconds an append of one writer takes, to streams of 20 events. */
async function appendLatency({ store }: Log, milliseconds: number, percent: number): Promise<number> {
  const taken: number[] = [];
  const run = ++streams;
  for (const start = performance.now(); performance.now() - start < milliseconds;) {
    const number = taken.length;
    const stream = `measured-${run}-${Math.floor(number / EVENTS_A_STREAM)}`;
    const event = events.slice(number % events.length, (number % events.length) + 1);
    const began = performance.now();
    await store.append({
      ...{ workspace: WORKSPACE, actor: 'bench' },
      streams: [{ stream, expectedVersion: number % EVENTS_A_STREAM, events: event }],
    });
    taken.push(performance.now() - began);
  }
  taken.sort((a, b) => a - b);
  return taken[Math.floor((taken.length * percent) / 100)] ?? Number.NaN;
}

/** Events a second from pages that begin anywhere in the log. */
async function readRate({ store, length }: Log): Promise<number> {
  const start = performance.now();
  let read = 0;
  for (let page = 0; page < PAGES; page++) {
    const afterSeq = BigInt(chance.below(length - PAGE));
    read += (await store.readAll(WORKSPACE, { afterSeq, limit: PAGE })).length;
  }
  return (read / (performance.now() - start)) * 1_000;
}
