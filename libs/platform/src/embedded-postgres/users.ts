import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSameProcess, markOf, type ProcessMark } from './process-table.js';

/** Notes in a folder that this process uses the server; gives the file to hand to `unregisterUser`. */
export function registerUser(folder: string): string {
  const file = join(folder, `${process.pid}-${randomUUID()}.json`);
  writeFileSync(file, JSON.stringify(markOf(process.pid)));
  return file;
}

export function unregisterUser(file: string): void {
  rmSync(file, { force: true });
}

/** Whether any live process uses the server; forgets the ones that died without saying so. */
export function hasLiveUsers(folder: string): boolean {
  const files = readdirSync(folder).map((name) => join(folder, name));
  const dead = files.filter((file) => !isLive(file));
  for (const file of dead) rmSync(file, { force: true });
  return dead.length < files.length;
}

function isLive(file: string): boolean {
  try {
    return isSameProcess(JSON.parse(readFileSync(file, 'utf8')) as ProcessMark);
  } catch {
    return false;
  }
}
