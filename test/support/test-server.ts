import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../libs/platform/src/embedded-postgres/index.js';
import {
  isSameProcess,
  markOf,
  type ProcessMark,
} from '../../libs/platform/src/embedded-postgres/process-table.js';
import { createLogger } from '../../libs/platform/src/logger.js';

const FOLDER_PREFIX = 'claimtrail-test-';
const OWNER_FILE = 'run.json';
const logger = createLogger('warn');

let started: { folder: string; server: EmbeddedPostgres } | undefined;

/**
 * Starts the one server of the run. Every project names the setup, so a second call changes nothing.
 *
 * Jest's workers find it through the environment: CLAIMTRAIL_TEST_SERVER_URL is the server (that of DATABASE_URL where
 * it is set, else an embedded one), CLAIMTRAIL_TEST_DATABASE_PREFIX begins the name of every database of the run.
 */
export async function startTestServer(): Promise<void> {
  if (process.env.CLAIMTRAIL_TEST_SERVER_URL !== undefined) return;
  process.env.CLAIMTRAIL_TEST_DATABASE_PREFIX = `claimtrail_test_${process.pid}_`;
  process.env.CLAIMTRAIL_TEST_SERVER_URL = process.env.DATABASE_URL ?? (await startOwnServer());
}

/** Stops the server and removes its folder; on a server of DATABASE_URL drops the databases of the run. */
export async function stopTestServer(): Promise<void> {
  const url = process.env.CLAIMTRAIL_TEST_SERVER_URL;
  if (url === undefined) return;
  delete process.env.CLAIMTRAIL_TEST_SERVER_URL;
  if (!started) return dropDatabases(url, process.env.CLAIMTRAIL_TEST_DATABASE_PREFIX ?? '');
  const { folder, server } = started;
  started = undefined;
  await server.close();
  await rm(folder, { recursive: true, force: true });
}

async function startOwnServer(): Promise<string> {
  await removeLeftovers();
  const folder = await mkdtemp(join(tmpdir(), FOLDER_PREFIX));
  // Started by root, the server runs as a user that has to get into the folder.
  await chmod(folder, 0o755);
  await writeFile(join(folder, OWNER_FILE), JSON.stringify(markOf(process.pid)));
  const server = await startEmbeddedPostgres(join(folder, 'data'), logger);
  started = { folder, server };
  await writeWithoutWaiting(server.url);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stopAndExit());
  return server.url;
}

/** What the server holds ends with the run, so nothing has to reach the disk. Tests of what survives a kill start servers of their own. */
async function writeWithoutWaiting(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit'])
    await client.query(`ALTER SYSTEM SET ${setting} = off`);
  if (await canClone(client)) await client.query('ALTER SYSTEM SET file_copy_method = clone');
  await client.query('SELECT pg_reload_conf()');
  await client.end();
}

/** Whether this file system lets a database be copied without reading it, at a quarter of the time. */
async function canClone(client: pg.Client): Promise<boolean> {
  try {
    await client.query('SET file_copy_method = clone');
    await client.query('CREATE DATABASE cloned TEMPLATE template0 STRATEGY FILE_COPY');
    return true;
  } catch {
    return false;
  } finally {
    await client.query('DROP DATABASE IF EXISTS cloned');
  }
}

async function stopAndExit(): Promise<void> {
  await stopTestServer();
  process.exit(130);
}

/** A run that was killed leaves its server; joining and leaving it as its last user stops it. */
async function removeLeftovers(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(FOLDER_PREFIX));
  for (const folder of names.map((name) => join(tmpdir(), name))) {
    if (!(await isLeftover(folder))) continue;
    const server = await startEmbeddedPostgres(join(folder, 'data'), logger);
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function isLeftover(folder: string): Promise<boolean> {
  try {
    return !isSameProcess(JSON.parse(await readFile(join(folder, OWNER_FILE), 'utf8')) as ProcessMark);
  } catch {
    return false; // being made this moment, or another user's
  }
}

async function dropDatabases(url: string, prefix: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    'SELECT quote_ident(datname) AS name FROM pg_database WHERE starts_with(datname, $1)',
    [prefix],
  );
  for (const { name } of rows) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await client.end();
}
