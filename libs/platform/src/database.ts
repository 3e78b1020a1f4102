import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Config } from './config.js';
import { startEmbeddedPostgres } from './embedded-postgres/index.js';
import { codeOf, messageOf } from './error-code.js';
import { DatabaseUnreachable, DatabaseUnsupported, PlatformError } from './errors.js';
import type { Logger } from './logger.js';
import { openPools, type Pools } from './pools.js';

/** Open connections to one database. */
export interface Database {
  readonly url: string;
  /** True: our own server in the data folder; false: the server of DATABASE_URL. */
  readonly embedded: boolean;
  /** The login itself: migrations and maintenance. */
  readonly login: Pool;
  /** Every connection acts as claimtrail_writer. */
  readonly writer: Pool;
  /** As the writer, with the timeouts of appends: nobody who holds a lock can keep them waiting for ever. */
  readonly appender: Pool;
  /** Every connection acts as claimtrail_reader, with the statement timeout. */
  readonly reader: Pool;
  /** Closes the pools; stops the embedded server when no other process uses it. */
  close(): Promise<void>;
}

const OLDEST_SUPPORTED = 150_000;
const RETRY_EVERY_MS = 250;
/** The server is starting, stopping, out of connections, or not there (yet): worth another try. */
const PASSING_TROUBLE = new Set([
  '57P03',
  '57P01',
  '53300',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EAI_AGAIN',
]);

/**
 * Opens the server of DATABASE_URL, or starts (or joins) the embedded one of the data folder.
 * Throws `DatabaseUnreachable`, `DatabaseUnsupported`, or one of the embedded server's errors.
 */
export async function openDatabase(config: Config, logger: Logger): Promise<Database> {
  if (config.databaseUrl !== undefined) {
    return connect(config.databaseUrl, config, logger, { embedded: false, release: () => Promise.resolve() });
  }
  const server = await startEmbeddedPostgres(config.dataDir, logger);
  return connect(server.url, config, logger, { embedded: true, release: () => server.close() });
}

interface Server {
  readonly embedded: boolean;
  release(): Promise<void>;
}

async function connect(url: string, config: Config, logger: Logger, server: Server): Promise<Database> {
  const pools = openPools(url, config, logger);
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= endPools(pools).finally(() => server.release()));
  try {
    await waitUntilAnswering(pools.login, url, config.connectTimeoutMs, logger);
  } catch (error) {
    await close();
    throw error;
  }
  return { url, embedded: server.embedded, ...pools, close };
}

async function endPools({ login, writer, appender, reader }: Pools): Promise<void> {
  await Promise.all([login.end(), writer.end(), appender.end(), reader.end()]);
}

async function waitUntilAnswering(pool: Pool, url: string, timeoutMs: number, logger: Logger): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  for (let attempt = 1; ; attempt++) {
    try {
      return await checkVersion(pool);
    } catch (error) {
      if (error instanceof PlatformError) throw error;
      if (!isPassing(error) || performance.now() >= deadline) throw explainUnreachable(url, error);
      if (attempt === 1) logger.info(`the database at ${placeOf(url)} does not answer yet; trying again`);
      await delay(RETRY_EVERY_MS);
    }
  }
}

async function checkVersion(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ number: number; version: string }>(
    `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version`,
  );
  const [row] = rows;
  if (row && row.number >= OLDEST_SUPPORTED) return;
  throw new DatabaseUnsupported(
    `The database is PostgreSQL ${row?.version}. Claimtrail needs PostgreSQL 15 or newer (tried on 15 to 18).`,
  );
}

function isPassing(error: unknown): boolean {
  return PASSING_TROUBLE.has(codeOf(error)) || /connection terminated|timeout/i.test(messageOf(error));
}

function explainUnreachable(url: string, cause: unknown): DatabaseUnreachable {
  const problem = REASONS[codeOf(cause)] ?? messageOf(cause);
  return new DatabaseUnreachable(
    `Cannot use the database at ${placeOf(url)}: ${problem}. Check that the server runs and that DATABASE_URL is right, or unset DATABASE_URL to use the embedded server.`,
    { cause },
  );
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers at that address',
  ENOTFOUND: 'there is no computer of that name',
  EAI_AGAIN: 'the name of the computer cannot be looked up',
  ETIMEDOUT: 'no answer in time',
  '28P01': 'the user or the password is wrong',
  '28000': 'the server does not let that user in',
  '3D000': 'there is no database of that name',
  '53300': 'the server has no connection left',
};

/** Host, port and database: what may be shown of a connection string. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
