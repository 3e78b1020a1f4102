import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedPostgresFailed } from '../errors.js';
import { isSameProcess, markOf, type ProcessMark } from './process-table.js';

const RETRY_EVERY_MS = 20;
const PATIENCE_MS = 120_000;
/** A file younger than this may still be waiting for its first bytes. */
const WRITE_GRACE_MS = 2_000;
const FREE = 'free';

/**
 * Runs a task while no other process runs one under the same folder. A holder killed without warning is noticed by its
 * process mark, and its lock taken over.
 *
 * The lock is a row of numbered files and the highest one counts. Whoever finds it free or its holder dead creates the
 * next number, which only one process can. Nobody ever deletes the highest, so no one can take over a lock that a
 * quicker process took over before (the race of a single lock file that is unlinked and made again).
 */
export async function withStartLock<T>(folder: string, task: () => Promise<T>): Promise<T> {
  const held = await acquire(folder);
  try {
    return await task();
  } finally {
    release(folder, held);
  }
}

async function acquire(folder: string): Promise<number> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const highest = highestIn(folder);
    const holder = highest === 0 ? undefined : liveHolder(folder, highest);
    if (holder === undefined && claim(folder, highest + 1)) return highest + 1;
    if (performance.now() > deadline) throw explainWait(folder, holder);
    await delay(RETRY_EVERY_MS);
  }
}

function claim(folder: string, number: number): boolean {
  try {
    writeFileSync(join(folder, String(number)), JSON.stringify(markOf(process.pid)), {
      flag: 'wx',
      mode: 0o644,
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  if (highestIn(folder) !== number) {
    rmSync(join(folder, String(number)), { force: true });
    return false;
  }
  for (const older of numbersIn(folder))
    if (older < number) rmSync(join(folder, String(older)), { force: true });
  return true;
}

function release(folder: string, number: number): void {
  const path = join(folder, String(number));
  try {
    const freed = `${path}.${FREE}`;
    writeFileSync(freed, FREE);
    renameSync(freed, path);
  } catch {
    // On a full disk the file cannot be written anew. An empty one counts as free after a moment.
    try {
      writeFileSync(path, '');
    } catch {
      // The folder itself is gone or closed to us, and with it the lock.
    }
  }
}

function liveHolder(folder: string, number: number): ProcessMark | 'unknown' | undefined {
  const path = join(folder, String(number));
  try {
    const text = readFileSync(path, 'utf8');
    if (text === FREE) return undefined;
    if (text === '') return Date.now() - statSync(path).mtimeMs < WRITE_GRACE_MS ? 'unknown' : undefined;
    const mark = JSON.parse(text) as ProcessMark;
    return isSameProcess(mark) ? mark : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'unknown';
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function numbersIn(folder: string): number[] {
  return readdirSync(folder)
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function highestIn(folder: string): number {
  return Math.max(0, ...numbersIn(folder));
}

function explainWait(folder: string, holder: ProcessMark | 'unknown' | undefined): EmbeddedPostgresFailed {
  const who = typeof holder === 'object' ? `process ${holder.pid}` : 'another process';
  return new EmbeddedPostgresFailed(
    `Waited ${PATIENCE_MS / 1000} s for ${who} to finish starting or stopping the embedded server. If it hangs, end it and try again (its lock is in ${folder}).`,
  );
}
