import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which numbers a printing has and where: issues of one bulletin differ in little else. */
export class AddNumbersOfPrintings1795610000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE linking.printing ADD numbers bytea NOT NULL DEFAULT '';
      COMMENT ON COLUMN linking.printing.numbers
        IS 'A 32-bit hash of the words around each number and one of the number, sorted by the former, little-endian.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE linking.printing DROP numbers');
  }
}
