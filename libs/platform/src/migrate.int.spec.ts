import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { loadConfig } from './load-config.js';
import { openDatabase, type Database } from './database.js';
import { createLogger } from './logger.js';
import { migrate, type MigrationClass } from './migrate.js';
import { TypeormLog } from './typeorm-log.js';

const logger = createLogger('warn');
const STARTS = 20;
const PROCESSES = 4;

abstract class OneWay implements MigrationInterface {
  abstract up(queryRunner: QueryRunner): Promise<void>;
  down(): Promise<void> {
    return Promise.reject(new Error('One way only.'));
  }
}

class OpenLedger1700000000001 extends OneWay {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE TABLE public.ledger (line text)');
    await delay(50);
  }
}

class WriteLedger1700000000002 extends OneWay {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`INSERT INTO public.ledger SELECT 'written as ' || current_user`);
    await delay(50);
  }
}

class Fail1700000000003 extends OneWay {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`INSERT INTO public.ledger VALUES ('half'); SELECT 1/0`);
  }
}

const MIGRATIONS: MigrationClass[] = [OpenLedger1700000000001, WriteLedger1700000000002];
/** The owner of everything has to be let into `public`, which these migrations use for brevity. */
const openPublic = (database: Database) =>
  database.login.query('GRANT CREATE ON SCHEMA public TO claimtrail_owner');

describe('migrate', () => {
  let test: TestDatabase;
  beforeEach(async () => {
    test = await createTestDatabase();
    await openPublic(test.database);
  });
  afterEach(() => test.drop());

  const ledger = async () =>
    (await test.database.login.query<{ line: string }>('SELECT line FROM public.ledger')).rows.map(
      ({ line }) => line,
    );

  it('runs each migration once as the owner of everything, and the next time none', async () => {
    expect(await migrate(test.database, MIGRATIONS, logger)).toBe(2);
    expect(await migrate(test.database, MIGRATIONS, logger)).toBe(0);
    expect(await ledger()).toEqual(['written as claimtrail_owner']);
  });

  it('runs a migration that was added later', async () => {
    await migrate(test.database, MIGRATIONS.slice(0, 1), logger);
    expect(await migrate(test.database, MIGRATIONS, logger)).toBe(1);
  });

  it(`runs each once when ${STARTS} starts meet, each with connections of its own`, async () => {
    const config = loadConfig({ DATABASE_URL: test.database.url });
    const starts = Array.from({ length: STARTS }, async () => {
      const database = await openDatabase(config, createLogger('silent'));
      try {
        return await migrate(database, MIGRATIONS, createLogger('silent'));
      } finally {
        await database.close();
      }
    });
    const counts = await Promise.all(starts);
    expect(counts.filter((count) => count > 0)).toEqual([2]);
    expect(await ledger()).toHaveLength(1);
  });

  it(`runs each once when ${PROCESSES} processes start at the same moment`, async () => {
    const script = join(import.meta.dirname, '../../../test/support/migrate-process.mjs');
    const args = [script, test.database.url];
    const exits = Array.from({ length: PROCESSES }, () =>
      once(spawn(process.execPath, args, { stdio: 'inherit' }), 'close'),
    );
    expect((await Promise.all(exits)).map(([code]) => code as number)).toEqual(Array(PROCESSES).fill(0));
    const { rows } = await test.database.login.query('SELECT count(*)::int AS n FROM public.started');
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('needs its lock: without it, starts that meet fail', async () => {
    await migrate(test.database, [], logger);
    const bare = async () => {
      const source = new DataSource({
        type: 'postgres',
        url: test.database.url,
        migrations: MIGRATIONS,
        migrationsTransactionMode: 'each',
        logger: new TypeormLog(createLogger('silent')),
      });
      await source.initialize();
      await source.runMigrations().finally(() => source.destroy());
    };
    const results = await Promise.allSettled([bare(), bare(), bare(), bare()]);
    expect(results.some(({ status }) => status === 'rejected')).toBe(true);
  });

  it('rolls a failing migration back, keeps the ones before it, and says so', async () => {
    await expect(migrate(test.database, [...MIGRATIONS, Fail1700000000003], logger)).rejects.toMatchObject({
      code: 'PLATFORM.MIGRATION_FAILED',
      message: expect.stringMatching(/division by zero.*rolled back|rolled back.*division by zero/) as string,
    });
    expect(await ledger()).toEqual(['written as claimtrail_owner']);
  });

  it('refuses a database that a newer program migrated, and changes nothing', async () => {
    await migrate(test.database, MIGRATIONS, logger);
    await expect(migrate(test.database, MIGRATIONS.slice(0, 1), logger)).rejects.toMatchObject({
      code: 'PLATFORM.DATABASE_NEWER_THAN_PROGRAM',
      unknownMigrations: ['WriteLedger1700000000002'],
    });
  });
});
