// A process that migrates the database of its first argument and exits.
import { register } from 'node:module';

register('./typescript-loader.mjs', import.meta.url);
const { loadConfig } = await import('../../libs/platform/src/load-config.ts');
const { openDatabase } = await import('../../libs/platform/src/database.ts');
const { createLogger } = await import('../../libs/platform/src/logger.ts');
const { migrate } = await import('../../libs/platform/src/migrate.ts');

class Start1700000000000 {
  async up(queryRunner) {
    await queryRunner.query('CREATE TABLE public.started AS SELECT 1 AS n');
  }
}

const logger = createLogger('warn');
const database = await openDatabase(loadConfig({ DATABASE_URL: process.argv[2] }), logger);
await migrate(database, [Start1700000000000], logger);
await database.close();
