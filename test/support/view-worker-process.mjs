// A worker of its own process that keeps the counting view level, and stops or kills itself in the middle of a batch where told to.
// Arguments: DATABASE_URL, 'fenced' or 'unfenced', lease in milliseconds, batch to fall in (0: none), signal to fall by.
import 'reflect-metadata';
import { register } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';

register('./typescript-loader.mjs', import.meta.url);
const { loadConfig } = await import('../../libs/platform/src/load-config.ts');
const { openDatabase } = await import('../../libs/platform/src/database.ts');
const { createLogger } = await import('../../libs/platform/src/logger.ts');
const { PostgresEventStore } = await import('../../libs/event-store/src/index.ts');
const { ProjectionRunner } = await import('../../libs/projections/src/index.ts');
const { takeLease } = await import('../../libs/projections/src/runner/lease.ts');
const { inTransaction } = await import('../../libs/platform/src/transaction.ts');
const { LiveWriter } = await import('../../libs/projections/src/writing/live-writer.ts');
const { countingView } = await import('./counting-view.ts');
const { WORKSPACE } = await import('./invented-articles.ts');

const [url, mode, leaseMs, fallIn, signal] = process.argv.slice(2);
const say = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);
const logger = createLogger('silent');
const database = await openDatabase(loadConfig({ DATABASE_URL: url }), logger);
const store = new PostgresEventStore(database);

let batches = 0;
async function fall() {
  batches += 1;
  if (batches !== Number(fallIn)) return;
  await new Promise((written) => process.stdout.write(`${JSON.stringify({ event: 'falling' })}\n`, written));
  process.kill(process.pid, signal);
  say({ event: 'awake' });
}

const lease = { milliseconds: Number(leaseMs) };
const pool = database.writer;

/** What everybody writes first: a lease, and the trust that it is still held. */
async function runUnfenced() {
  const projection = countingView();
  for (;;) {
    const key = { view: projection.name, workspace: WORKSPACE, purpose: 'follow' };
    const answer = await takeLease(pool, key, `${process.pid}`, lease.milliseconds);
    if (!answer.lease) {
      await delay(50);
      continue;
    }
    say({ event: 'leading' });
    for (;;) {
      const { rows } = await pool.query("SELECT seq FROM views.checkpoint WHERE view = 'counting'");
      const batch = await store.readAll(WORKSPACE, { afterSeq: rows[0].seq, limit: 3 });
      if (batch.length > 0) await fall();
      await inTransaction(pool, async (client) => {
        if (batch.length === 0) return;
        await projection.apply(batch, new LiveWriter(client, 1));
        await client.query("UPDATE views.checkpoint SET seq = $1 WHERE view = 'counting'", [
          batch.at(-1).seq,
        ]);
      });
      if (batch.length > 0) say({ event: 'wrote' });
      else await delay(50);
    }
  }
}

say({ event: 'ready' });
if (mode === 'unfenced') await runUnfenced();
else {
  const projection = countingView(fall);
  const pause = (milliseconds) => delay(milliseconds);
  const options = {
    projection,
    reader: store,
    pool,
    workspace: WORKSPACE,
    logger,
    batchSize: 3,
    pause,
    lease,
  };
  await new ProjectionRunner(options).run(new AbortController().signal);
}
