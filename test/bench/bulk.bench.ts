import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { bulkAppend, eventStoreMigrations } from '#event-store';
import type { Database } from '#platform';
import { benchStreams } from './bulk-load.js';
import type { BenchContext } from './context.js';
import { benchEvents, EVENTS_A_STREAM } from './events.js';
import { measure } from './measure.js';
import { print } from './print.js';

const events = benchEvents(1_000);

/** Our bulk load beside COPY of finished rows into the same table with the same indexes, each on one connection. */
export async function bench(context: BenchContext): Promise<void> {
  const count = context.quick ? 2_000 : 60_000;
  const ours = await context.openOurs('bulk', eventStoreMigrations);
  const raw = await context.openOurs('copy', eventStoreMigrations);
  let loads = 0;
  const rival = {
    case: 'bulk load, 1 connection',
    versus: 'raw COPY, same table and indexes',
    goal: 0.7,
    unit: 'events/s',
    ours: () => rate(count, () => load(ours, `load-${++loads}`, count)),
    theirs: () => rate(count, () => copy(raw, `load-${++loads}`, count)),
  };
  print(context.name, await measure([rival], context));
}

async function rate(count: number, task: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await task();
  return (count / (performance.now() - start)) * 1_000;
}

/** A workspace of its own: new streams of 20 events, each expected not to be there. */
function load({ login }: Database, workspace: string, count: number): Promise<unknown> {
  return bulkAppend(login, {
    workspace,
    actor: 'bench',
    idempotencyKey: 'bench',
    streams: benchStreams(count),
  });
}

const ROWS_A_PIECE = 100;
const ROWS_A_TRANSACTION = 10_000;
const COPY = `COPY event_store.event (workspace, seq, stream_id, version, event_id, type, schema_version, recorded_at, actor,
  data, meta) FROM STDIN`;

async function copy({ login }: Database, workspace: string, count: number): Promise<void> {
  const client = await login.connect();
  try {
    for (let at = 0; at < count; at += ROWS_A_TRANSACTION) {
      const rows = rowPieces(workspace, at, Math.min(at + ROWS_A_TRANSACTION, count));
      await pipeline(Readable.from(rows), client.query(copyFrom(COPY)));
    }
  } finally {
    client.release();
  }
}

function* rowPieces(workspace: string, from: number, to: number): Generator<Buffer> {
  const now = new Date().toISOString();
  for (let at = from; at < to; at += ROWS_A_PIECE) {
    let piece = '';
    for (let row = at; row < Math.min(at + ROWS_A_PIECE, to); row++) {
      const { type, schemaVersion, data, meta } = events[row % events.length] as (typeof events)[number];
      const stream = `article-${Math.floor(row / EVENTS_A_STREAM)}\t${(row % EVENTS_A_STREAM) + 1}`;
      piece += `${workspace}\t${row + 1}\t${stream}\t${randomUUID()}\t${type}\t${schemaVersion}\t${now}\tbench\t${JSON.stringify(data)}\t${JSON.stringify(meta)}\n`;
    }
    yield Buffer.from(piece);
  }
}
