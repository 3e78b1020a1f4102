import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { codeOf } from '../error-code.js';
import { EmbeddedPostgresMissing } from '../errors.js';
import type { OsUser } from './os-user.js';

/** What one of PostgreSQL's programs left behind. */
export interface ProgramResult {
  readonly exitCode: number | null;
  readonly output: string;
}

/**
 * Runs a program to its end. Its words come in English and its locale from nowhere but its arguments; it gets no
 * PG variables of the environment, which would point it at another server.
 */
export function runProgram(
  path: string,
  args: readonly string[],
  user: OsUser | undefined,
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, args, { ...programOptions(user), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', (error) => reject(explainSpawnError(path, error)));
    child.once('close', (exitCode) => resolve({ exitCode, output }));
  });
}

/** "Not found" of a program that is there means its loader: the programs are linked against glibc, Alpine has musl. */
export function explainSpawnError(path: string, cause: Error): Error {
  if (codeOf(cause) !== 'ENOENT' || !existsSync(path)) return cause;
  return new EmbeddedPostgresMissing(
    'The embedded PostgreSQL is built for Linux with glibc and does not run on this system (Alpine Linux, perhaps). Set DATABASE_URL to a PostgreSQL 15 to 18 server.',
    { cause },
  );
}

/** Own process group, so that the terminal's Ctrl-C reaches us alone; a working folder that every user may enter. */
export function programOptions(user: OsUser | undefined) {
  return {
    detached: true,
    windowsHide: true,
    cwd: process.platform === 'win32' ? undefined : '/',
    env: cleanEnvironment(),
    ...user,
  };
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}
