import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which of a proposition's shingles it negates: opposites have the same words. */
export class AddNegatedShingles1795550000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE linking.proposition ADD negated int[] NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE linking.proposition DROP negated');
  }
}
