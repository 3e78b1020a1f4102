import 'reflect-metadata';
import { setTimeout as delay } from 'node:timers/promises';
import { PostgresEventStore } from '#event-store';
import { createLogger, inTransaction, loadConfig, openDatabase } from '#platform';
import { ProjectionRunner } from '#projections';
import { takeLease } from '../../libs/projections/src/runner/lease.js';
import { LiveWriter } from '../../libs/projections/src/writing/live-writer.js';
import { countingView } from './counting-view.js';
import { WORKSPACE } from './invented-articles.js';

// A worker of its own process that keeps the counting view level, and stops or kills itself in the middle of a batch where told to.
// Arguments: DATABASE_URL, 'fenced' or 'unfenced', lease in milliseconds, batch to fall in (0: none), signal to fall by.

const [url = '', mode = '', leaseMs = '', fallIn = '', signal = ''] = process.argv.slice(2);
const say = (event: string) => process.stdout.write(`${JSON.stringify({ event })}\n`);
const logger = createLogger('silent');
const database = await openDatabase(loadConfig({ DATABASE_URL: url }), logger);
const store = new PostgresEventStore(database);
const pool = database.writer;

let batches = 0;
async function fall(): Promise<void> {
  batches += 1;
  if (batches !== Number(fallIn)) return;
  await new Promise((written) => process.stdout.write('{"event":"falling"}\n', written));
  process.kill(process.pid, signal);
  say('awake');
}

/** What everybody writes first: a lease, and the trust that it is still held. */
async function runUnfenced(): Promise<never> {
  const projection = countingView();
  const key = { view: projection.name, workspace: WORKSPACE, purpose: 'follow' } as const;
  while (!(await takeLease(pool, key, `${process.pid}`, Number(leaseMs))).lease) await delay(50);
  say('leading');
  for (;;) {
    const { rows } = await pool.query<{ seq: bigint }>(
      "SELECT seq FROM views.checkpoint WHERE view = 'counting'",
    );
    const batch = await store.readAll(WORKSPACE, { afterSeq: rows[0]?.seq ?? 0n, limit: 3 });
    const last = batch.at(-1);
    if (last === undefined) {
      await delay(50);
      continue;
    }
    await fall();
    await inTransaction(pool, async (client) => {
      await projection.apply(batch, new LiveWriter(client, 1));
      await client.query("UPDATE views.checkpoint SET seq = $1 WHERE view = 'counting'", [last.seq]);
    });
    say('wrote');
  }
}

say('ready');
if (mode === 'unfenced') await runUnfenced();
else {
  await new ProjectionRunner({
    projection: countingView(fall),
    reader: store,
    pool,
    workspace: WORKSPACE,
    logger,
    batchSize: 3,
    pause: (milliseconds) => delay(milliseconds),
    lease: { milliseconds: Number(leaseMs) },
  }).run(new AbortController().signal);
}
