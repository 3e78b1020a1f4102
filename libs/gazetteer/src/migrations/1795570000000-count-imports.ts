import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tells whoever remembers places that others were imported since. */
export class CountImports1795570000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE gazetteer.import (
        number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        imported_at timestamptz NOT NULL DEFAULT now()
      );
      GRANT SELECT, INSERT ON gazetteer.import TO claimtrail_writer;
      GRANT SELECT ON gazetteer.import TO claimtrail_reader;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE gazetteer.import');
  }
}
