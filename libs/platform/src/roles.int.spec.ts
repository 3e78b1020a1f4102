import { Pool } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { loadConfig } from './load-config.js';
import { openDatabase } from './database.js';
import { createLogger } from './logger.js';
import { migrate } from './migrate.js';
import { ensureRoles } from './roles.js';

const logger = createLogger('silent');
const LOGIN = `claimtrail_test_login_${process.pid}`;

describe('the roles', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
    await test.database.login.query(`CREATE ROLE ${LOGIN} LOGIN PASSWORD 'plain'`);
  });
  afterAll(async () => {
    await test.database.login.query(`DROP OWNED BY ${LOGIN}; DROP ROLE ${LOGIN}`);
    await test.drop();
  });

  const urlOfLogin = () => {
    const url = new URL(test.database.url);
    url.username = LOGIN;
    url.password = 'plain';
    return url.toString();
  };

  it('may be made by many processes of many databases of one server at once', async () => {
    const databases = await Promise.all(Array.from({ length: 4 }, () => createTestDatabase()));
    const starts = databases.flatMap(({ database }) =>
      Array.from({ length: 3 }, () => ensureRoles(database.login)),
    );
    await expect(Promise.all(starts)).resolves.toHaveLength(12);
    for (const database of databases) await database.drop();
  });

  it('of a login that may not use them are explained with the SQL to run, which then is enough', async () => {
    const config = loadConfig({ DATABASE_URL: urlOfLogin() });
    const database = await openDatabase(config, logger);
    const refusal = await migrate(database, [], logger).catch((error: unknown) => error as Error);
    expect(refusal).toMatchObject({ code: 'PLATFORM.ROLES_MISSING' });
    const { administratorSql } = refusal as unknown as { administratorSql: string };
    expect(administratorSql).toContain(
      `GRANT claimtrail_owner, claimtrail_writer, claimtrail_reader TO ${LOGIN};`,
    );
    await test.database.login.query(administratorSql);
    expect(await migrate(database, [], logger)).toBe(0);
    const { rows } = await database.writer.query('SELECT current_user::text AS role');
    expect(rows).toEqual([{ role: 'claimtrail_writer' }]);
    await database.close();
  });
});

describe('DATABASE_URL', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterAll(() => test.drop());

  const open = (url: URL | string, env = {}) =>
    openDatabase(
      loadConfig({ CLAIMTRAIL_CONNECT_TIMEOUT_MS: '300', ...env, DATABASE_URL: url.toString() }),
      logger,
    );

  it('cannot undo a role through its own options, and keeps those', async () => {
    const url = new URL(test.database.url);
    url.searchParams.set('options', '-c role=claimtrail_owner -c work_mem=5MB');
    const bare = new Pool({ connectionString: url.toString(), options: '-c role=claimtrail_reader' });
    const control = await bare.query('SELECT current_user::text AS role');
    expect(control.rows).toEqual([{ role: 'claimtrail_owner' }]);
    await bare.end();
    const database = await open(url);
    const { rows } = await database.reader.query(
      `SELECT current_user::text AS role, current_setting('work_mem') AS memory`,
    );
    expect(rows).toEqual([{ role: 'claimtrail_reader', memory: '5MB' }]);
    await database.close();
  });

  it.each([
    ['another password', (url: URL) => (url.password = 'hunter2'), /the user or the password is wrong/],
    ['another database', (url: URL) => (url.pathname = '/nowhere'), /there is no database of that name/],
    ['another port', (url: URL) => (url.port = '1'), /nothing answers at that address/],
  ])('with %s is explained without its password', async (_, change, words) => {
    const url = new URL(test.database.url);
    change(url);
    const failure = await open(url).catch((error: unknown) => error as Error);
    expect(failure).toMatchObject({ code: 'PLATFORM.DATABASE_UNREACHABLE' });
    expect((failure as Error).message).toMatch(words);
    expect((failure as Error).message).not.toContain(url.password);
  });
});
