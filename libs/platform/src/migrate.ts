import pg, { type ClientBase } from 'pg';
import type { MigrationInterface } from 'typeorm';
import type { Database } from './database.js';
import { messageOf } from './error-code.js';
import { DatabaseNewerThanProgram, MigrationFailed } from './errors.js';
import type { Logger } from './logger.js';
import { ownerConnection } from './pools.js';
import { ensureRoles, OWNER_ROLE } from './roles.js';
import { TypeormLog } from './typeorm-log.js';

/** A TypeORM migration; its class name ends in the 13 digits of a time in milliseconds, which gives the order. */
export type MigrationClass = new () => MigrationInterface;

const SCHEMA = 'claimtrail';
const TABLE = 'claimtrail_migrations';
/** Any fixed number: the key of the session lock under which one process at a time migrates a database. */
const LOCK_KEY = 7_240_815_531;

/**
 * Brings the database up to date: makes the roles, then runs the pending migrations in order, each in its own
 * transaction, and gives their number. Any number of processes may start at once: one migrates, the others wait.
 *
 * Migrations run as claimtrail_owner, so what they create belongs to it; RESET ROLE stays there, SET ROLE NONE is the
 * login. Give every migration of the program: one that the database holds and the list does not means that a newer
 * program was here (`DatabaseNewerThanProgram`). Also throws `RolesMissing`, `MigrationFailed`.
 */
export async function migrate(
  database: Pick<Database, 'url' | 'login'>,
  migrations: readonly MigrationClass[],
  logger: Logger,
): Promise<number> {
  await ensureRoles(database.login);
  // A connection of its own: the lock belongs to the session, and a crash frees it.
  const client = new pg.Client(ownerConnection(database.url));
  client.on('error', (error) =>
    logger.warn({ err: error }, 'the connection that held the migration lock was lost'),
  );
  await client.connect();
  try {
    if ((await countPending(client, migrations)) === 0) return 0;
    await lock(client, logger);
    if ((await countPending(client, migrations)) === 0) return 0;
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${SCHEMA} AUTHORIZATION ${OWNER_ROLE}`);
    return await runPending(database.url, migrations, logger);
  } finally {
    await client.end();
  }
}

async function lock(client: ClientBase, logger: Logger): Promise<void> {
  const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [
    LOCK_KEY,
  ]);
  if (rows[0]?.locked) return;
  logger.info('another process is migrating the database; waiting for it');
  await client.query('SELECT pg_advisory_lock($1)', [LOCK_KEY]);
}

type Queryable = Pick<ClientBase, 'query'>;

async function countPending(client: Queryable, migrations: readonly MigrationClass[]): Promise<number> {
  const applied = new Set(await appliedNames(client));
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...applied].filter((name) => !known.has(name));
  if (unknown.length > 0) throw new DatabaseNewerThanProgram(unknown);
  return known.size - applied.size;
}

async function appliedNames(client: Queryable): Promise<string[]> {
  const { rows: tables } = await client.query<{ present: boolean }>(
    'SELECT to_regclass($1) IS NOT NULL AS present',
    [`${SCHEMA}.${TABLE}`],
  );
  if (!tables[0]?.present) return [];
  const { rows } = await client.query<{ name: string }>(`SELECT name FROM ${SCHEMA}.${TABLE}`);
  return rows.map(({ name }) => name);
}

async function runPending(
  url: string,
  migrations: readonly MigrationClass[],
  logger: Logger,
): Promise<number> {
  // Loaded only when there is something to migrate: it would cost every start a third of a second.
  const { DataSource } = await import('typeorm');
  const source = new DataSource({
    type: 'postgres',
    url,
    schema: SCHEMA,
    migrations: [...migrations],
    migrationsTableName: TABLE,
    migrationsTransactionMode: 'each',
    installExtensions: false,
    logger: new TypeormLog(logger),
    extra: { ...ownerConnection(url), max: 1, application_name: 'claimtrail migrations' },
  });
  await source.initialize();
  try {
    const done = await source.runMigrations();
    for (const { name } of done) logger.info({ migration: name }, 'migration applied');
    return done.length;
  } catch (error) {
    throw new MigrationFailed(
      `A migration of the database failed and was rolled back: ${messageOf(error)}. The migrations before it stay applied; the next start tries again.`,
      { cause: error },
    );
  } finally {
    await source.destroy();
  }
}
