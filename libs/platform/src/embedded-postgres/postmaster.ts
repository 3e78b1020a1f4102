import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { SUPERUSER } from './initialise.js';
import type { Layout } from './layout.js';
import { commandLineOf, isRunning } from './process-table.js';

/** The lines of postmaster.pid that say who serves a cluster. */
export interface Postmaster {
  readonly pid: number;
  /** Undefined while the server is still writing the file. */
  readonly port: number | undefined;
  readonly ready: boolean;
}

/** What the cluster's postmaster.pid says; undefined where there is none. */
export function readPostmaster(layout: Layout): Postmaster | undefined {
  const text = readIfThere(layout.postmasterPid);
  if (text === undefined) return undefined;
  const [pid, , , port, , , , status] = text.split('\n');
  return { pid: Number(pid), port: Number(port) || undefined, ready: status?.trim() === 'ready' };
}

/** A server that ends removes the file at any moment, also between a look and a read. */
function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Whether the process that postmaster.pid names is a server of this very cluster. After a crash the file stays, and
 * its number may meanwhile belong to any other program.
 */
export function servesCluster(pid: number, layout: Layout): boolean {
  // On Windows pg_ctl hands the folder on with forward slashes.
  const slashed = (text: string) => text.replaceAll('\\', '/');
  return pid > 0 && isRunning(pid) && slashed(commandLineOf(pid)).includes(slashed(layout.cluster));
}

/** Only a server with our password and our data folder is ours: another may have taken the port of a dead one. */
export async function answers(layout: Layout, port: number | undefined): Promise<boolean> {
  if (port === undefined) return false;
  const client = new pg.Client({ connectionString: urlOf(layout, port), connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch {
    // Not ended: `end` of a client that never connected may wait for ever, and a failed one holds nothing.
    return false;
  }
  try {
    const { rows } = await client.query<{ folder: string }>(
      `SELECT current_setting('data_directory') AS folder`,
    );
    return rows[0] !== undefined && realpathSync(rows[0].folder) === realpathSync(layout.cluster);
  } catch {
    return false;
  } finally {
    await client.end();
  }
}

export function urlOf(layout: Layout, port: number): string {
  const password = readFileSync(layout.password, 'utf8').trim();
  return `postgres://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
}

/** The port the cluster had the last time: processes that outlived a crash of the server find it there again. */
export function lastPort(layout: Layout): number | undefined {
  const options = join(layout.cluster, 'postmaster.opts');
  if (!existsSync(options)) return undefined;
  const port = /"-p" "(\d+)"/.exec(readFileSync(options, 'utf8'))?.[1];
  return port === undefined ? undefined : Number(port);
}

export async function until(check: () => boolean | Promise<boolean>, timeoutMs: number): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  while (!(await check())) {
    if (performance.now() > deadline) return false;
    await delay(10);
  }
  return true;
}
