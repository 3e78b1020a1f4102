import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { startTestServer, stopTestServer } from '../support/test-server.js';
import { seedOfRun, type Scenario } from './scenario.js';

// npm run chaos -- NAME [--seconds S] [--rounds N] [--seed N] [--short]
// The long form of a reliability test: the same code as in the test run, more of it. Exits with 1 where a promise is broken.

const scenarios: Readonly<Record<string, () => Promise<Scenario>>> = {
  race: async () => (await import('./race/race.js')).race,
  kills: async () => (await import('./kills/kills.js')).kills,
  retries: async () => (await import('./retries/retries.js')).retries,
  overload: async () => (await import('./overload/overload.js')).overload,
  'clean-stop': async () => (await import('./clean-stop/clean-stop.js')).cleanStop,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string' },
    rounds: { type: 'string' },
    seed: { type: 'string' },
    short: { type: 'boolean', default: false },
  },
});
const load = scenarios[positionals[0] ?? ''];
if (!load) {
  const names = Object.keys(scenarios).join('|');
  process.stderr.write(`npm run chaos -- ${names} [--seconds S] [--rounds N] [--seed N] [--short]\n`);
  process.exit(2);
}

const scenario = await load();
const form = values.short ? scenario.short : scenario.long;
const sizes = {
  seconds: Number(values.seconds ?? form.seconds),
  rounds: Number(values.rounds ?? form.rounds),
  seed: Number(values.seed ?? seedOfRun()),
};
await startTestServer();
try {
  process.stderr.write(`${scenario.name}, seed ${sizes.seed}\n`);
  const began = performance.now();
  const figures = await scenario.run(sizes, (line) => process.stderr.write(`${line}\n`));
  const problems = scenario.broken(figures);
  const took = Math.round(performance.now() - began) / 1_000;
  const result = { scenario: scenario.name, ...sizes, took, held: problems.length === 0, problems, figures };
  process.stdout.write(`${JSON.stringify(result)}\n`);
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  await stopTestServer();
}
process.exit();
