import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPEND_BATCH } from './append-batch.js';
import { LOG_PROTECTION } from './log-protection.js';
import { LOG_TABLES } from './log-tables.js';

export class CreateEventLog1795312800000 implements MigrationInterface {
  readonly name = 'CreateEventLog1795312800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LOG_TABLES);
    await runner.query(LOG_PROTECTION);
    await runner.query(APPEND_BATCH);
  }

  down(): Promise<void> {
    return Promise.reject(
      new Error('The log is never dropped by a migration. Drop the database by hand if you must.'),
    );
  }
}
