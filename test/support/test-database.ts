import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import {
  createLogger,
  loadConfig,
  migrate,
  openDatabase,
  type Database,
  type MigrationClass,
} from '#platform';

/** A database of its own for one spec file. */
export interface TestDatabase {
  readonly database: Database;
  /** Closes the connections and drops the database. */
  drop(): Promise<void>;
}

const TEMPLATE_LOCK = 4_117_209;
const logger = createLogger('warn');

/** What every database of a kind has beside its migrations; what it does stands in its text alone. */
type Prepare = (database: Database) => Promise<void>;
const NOTHING: Prepare = () => Promise.resolve();

/**
 * Makes a database with the migrations applied and `prepare` done. Both run once for each set of them: the result is kept as
 * a template that the databases are copied from. `env` overrides settings, such as CLAIMTRAIL_POOL_SIZE.
 */
export async function createTestDatabase(
  migrations: readonly MigrationClass[] = [],
  env: Readonly<Record<string, string>> = {},
  prepare = NOTHING,
): Promise<TestDatabase> {
  const name = `${databasePrefix()}${randomBytes(6).toString('hex')}`;
  await onServer(async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const template = await ensureTemplate(client, migrations, prepare);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
  });
  const database = await openDatabase(configFor(name, env), logger);
  const drop = async () => {
    await database.close();
    await onServer((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  };
  return { database, drop };
}

async function ensureTemplate(
  client: pg.Client,
  migrations: readonly MigrationClass[],
  prepare: Prepare,
): Promise<string> {
  const text = [...migrations, prepare].map(String).join('\n');
  const key = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const template = `${databasePrefix()}template_${key}`;
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
  if (rowCount) return template;
  // Renamed when whole: a spec file that fails on the way leaves no half-migrated template to the next one.
  await client.query(`DROP DATABASE IF EXISTS ${template}_new WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${template}_new TEMPLATE template0 ENCODING 'UTF8'`);
  const database = await openDatabase(configFor(`${template}_new`, {}), logger);
  try {
    await migrate(database, migrations, logger);
    await prepare(database);
  } finally {
    await database.close();
  }
  await client.query(`ALTER DATABASE ${template}_new RENAME TO ${template}`);
  return template;
}

function configFor(database: string, env: Readonly<Record<string, string>>) {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return loadConfig({ ...env, DATABASE_URL: url.toString() });
}

async function onServer<T>(task: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(serverUrl());
  await client.connect();
  try {
    return await task(client);
  } finally {
    await client.end();
  }
}

function serverUrl(): string {
  const url = process.env.CLAIMTRAIL_TEST_SERVER_URL;
  if (url === undefined)
    throw new Error('The test server is not started: name this spec *.int.spec.ts or *.e2e.spec.ts.');
  return url;
}

function databasePrefix(): string {
  return process.env.CLAIMTRAIL_TEST_DATABASE_PREFIX ?? 'claimtrail_test_';
}
