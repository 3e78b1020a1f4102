import 'reflect-metadata';
import { readdirSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createLogger, startEmbeddedPostgres } from '#platform';
import { BenchRun, type Bench } from './context.js';

// npm run bench -- NAME [--rounds N] [--quick] [--case TEXT] [--events N]
// Measures on one embedded PostgreSQL in a scratch folder, or on the server of DATABASE_URL, and leaves nothing behind.

const suffix = '.bench.ts';
const benches = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(suffix))
  .map((file) => file.slice(0, -suffix.length));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    quick: { type: 'boolean', default: false },
    case: { type: 'string' },
    events: { type: 'string' },
  },
});
const [name = ''] = positionals;
const rounds = Number(values.rounds);
if (!benches.includes(name) || !Number.isInteger(rounds) || rounds < 1) {
  process.stderr.write(
    `npm run bench -- ${benches.join('|')} [--rounds N] [--quick] [--case TEXT] [--events N]\n`,
  );
  process.exit(2);
}

const server = await startServer();
const run = new BenchRun(server.url);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void server.stop().finally(() => process.exit(130)));
}
// A peer's connection that breaks may end the process before the end of the bench; the server would stay.
process.once('uncaughtException', (error) => {
  process.stderr.write(`${error.stack}\n`);
  void server.stop().finally(() => process.exit(1));
});
try {
  const { bench } = (await import(`./${name}${suffix}`)) as { bench: Bench };
  const { createDatabase, openOurs, atEnd } = run;
  const events = values.events === undefined ? undefined : Number(values.events);
  await bench({
    name,
    rounds,
    quick: values.quick,
    only: values.case,
    events,
    createDatabase,
    openOurs,
    atEnd,
  });
} finally {
  await run.end().finally(() => server.stop());
}
// Peers keep timers and sockets that nobody can close.
process.exit();

async function startServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, stop: () => run.end() };
  const folder = await mkdtemp(join(tmpdir(), 'claimtrail-bench-'));
  // Started by root, the server runs as a user that has to get into the folder.
  await chmod(folder, 0o755);
  const server = await startEmbeddedPostgres(join(folder, 'data'), createLogger('warn'));
  const stop = () => server.close().finally(() => rm(folder, { recursive: true, force: true }));
  return { url: server.url, stop };
}
