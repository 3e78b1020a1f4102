import type { Client, Pool, PoolClient } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { loadConfig } from './load-config.js';
import { createLogger } from './logger.js';
import { openPools } from './pools.js';
import { inTransaction } from './transaction.js';

class CreateShelf1700000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE SCHEMA shelf;
      CREATE TABLE shelf.book (id int8 PRIMARY KEY, notes json);
      GRANT USAGE ON SCHEMA shelf TO claimtrail_writer, claimtrail_reader;
      GRANT INSERT ON shelf.book TO claimtrail_writer;
      GRANT SELECT ON shelf.book TO claimtrail_writer, claimtrail_reader;
      CREATE FUNCTION shelf.count_books() RETURNS int8 LANGUAGE plpgsql AS $body$
      DECLARE n int8;
      BEGIN
        SELECT count(*) INTO n FROM shelf.book;
        RETURN n;
      END;
      $body$;`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('One way only.'));
  }
}

describe('a database and its three pools', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase([CreateShelf1700000000000]);
  });
  afterAll(() => test.drop());

  it('gives each pool its role', async () => {
    const { login, writer, reader } = test.database;
    const roleOf = async (pool: typeof login) =>
      (await pool.query<{ role: string }>('SELECT current_user::text AS role')).rows[0]?.role;
    expect(await roleOf(writer)).toBe('claimtrail_writer');
    expect(await roleOf(reader)).toBe('claimtrail_reader');
    expect(await roleOf(login)).not.toMatch(/^claimtrail_(writer|reader|owner)$/);
  });

  it('lets the writer write and the reader only read', async () => {
    const { writer, reader } = test.database;
    const insert = (id: number) => `INSERT INTO shelf.book VALUES (${id}, '{"a": 1}')`;
    await writer.query(insert(1));
    await expect(reader.query(insert(2))).rejects.toThrow(/permission denied/);
    expect((await reader.query('SELECT shelf.count_books() AS n')).rows).toEqual([{ n: 1n }]);
  });

  it('stops a long statement of a reader alone', async () => {
    const timeout = async (pool: TestDatabase['database']['reader']) =>
      (await pool.query<{ statement_timeout: string }>('SHOW statement_timeout')).rows[0]?.statement_timeout;
    expect(await timeout(test.database.reader)).toBe('5s');
    expect(await timeout(test.database.writer)).toBe('0');
  });

  it('gives int8 as bigint, arrays and nulls included', async () => {
    const { rows } = await test.database.reader.query(
      `SELECT 9007199254740993::int8 AS one, ARRAY[1, NULL, -2]::int8[] AS many, NULL::int8 AS none`,
    );
    expect(rows).toEqual([{ one: 9007199254740993n, many: [1n, null, -2n], none: null }]);
  });

  describe('whose connection is lost', () => {
    /** Not `once` of node:events, which fails at an 'error' before. */
    const heard = (emitter: Client | Pool, event: 'end' | 'remove') =>
      new Promise((resolve) => (emitter as Client).once(event, () => resolve(event)));

    /** Ends the connection from the server's side and waits until the client has heard. */
    async function breakOff(client: PoolClient): Promise<void> {
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      const ended = heard(client, 'end');
      await test.database.login.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
      await ended;
    }

    it('says why the connection broke where a transaction only finds it broken', async () => {
      const broken = inTransaction(test.database.writer, async (client) => {
        await breakOff(client);
        await client.query('SELECT 1');
      });
      await expect(broken).rejects.toMatchObject({ cause: { code: '57P01' } });
      await expect(
        inTransaction(test.database.writer, (client) => client.query('SELECT 1')),
      ).resolves.toBeDefined();
    });

    it('logs an idle one in a short line that says what to do', async () => {
      const lines: string[] = [];
      const logger = createLogger('warn', { write: (line) => void lines.push(line) });
      const { writer } = openPools(test.database.url, loadConfig({}), logger);
      const client = await writer.connect();
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      client.release();
      const removed = heard(writer, 'remove');
      await test.database.login.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
      await removed;
      await writer.end();
      expect(lines).toHaveLength(1);
      expect(JSON.parse(lines[0] ?? '')).toMatchObject({
        err: { code: '57P01' },
        msg: expect.stringContaining('start the database again') as string,
      });
      expect(lines[0]?.length).toBeLessThan(700);
    });
  });
});
