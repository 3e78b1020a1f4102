// Adds to a number in a file, a step at a time: only under a lock is no step of another process lost.
import { readFileSync, writeFileSync } from 'node:fs';
import { register } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';

register('./typescript-loader.mjs', import.meta.url);
const { withStartLock } = await import('../../libs/platform/src/embedded-postgres/start-lock.ts');

const [mode, locks, counter, rounds] = process.argv.slice(2);

async function addOne() {
  const before = Number(readFileSync(counter, 'utf8'));
  await delay(2);
  writeFileSync(counter, String(before + 1));
}

async function hold() {
  process.stdout.write('held\n');
  await delay(600_000);
}

if (mode === 'hold') await withStartLock(locks, hold);
for (let round = 0; round < Number(rounds); round++) {
  await (mode === 'locked' ? withStartLock(locks, addOne) : addOne());
}
