import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what statements and claims are compared: numbers made of their words, and no words. */
export class CreatePropositions1795530000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE linking.proposition (
        workspace text COLLATE "C" NOT NULL,
        report_id uuid NOT NULL,
        article_id uuid NOT NULL,
        claim_id uuid NOT NULL,
        seq bigint NOT NULL,
        day int,
        denied boolean NOT NULL,
        answers uuid,
        shingles int[] NOT NULL,
        PRIMARY KEY (workspace, report_id)
      );
      CREATE INDEX ON linking.proposition USING gin (shingles);
      CREATE INDEX ON linking.proposition (workspace, claim_id);
      CREATE INDEX ON linking.proposition (workspace, article_id);
      GRANT SELECT, INSERT, UPDATE, DELETE ON linking.proposition TO claimtrail_writer;
      GRANT SELECT ON linking.proposition TO claimtrail_reader;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE linking.proposition');
  }
}
