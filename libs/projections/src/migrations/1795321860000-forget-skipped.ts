import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets the writer take back what was said of a skipped event when that is erased: its error may quote the article. */
export class ForgetSkipped1795321860000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('GRANT UPDATE (error, reason) ON views.skipped_event TO claimtrail_writer');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('REVOKE UPDATE (error, reason) ON views.skipped_event FROM claimtrail_writer');
  }
}
