import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = /* sql */ `
ALTER TABLE linking.proposition
  ADD around int NOT NULL DEFAULT 0,
  ADD kept_under bigint[] NOT NULL DEFAULT '{}';
DROP INDEX linking.proposition_shingles_idx;
CREATE INDEX ON linking.proposition USING gin (kept_under);
COMMENT ON COLUMN linking.proposition.around IS 'The day it is looked for by, days since 1970-01-01.';
COMMENT ON COLUMN linking.proposition.kept_under IS 'Its shingles, each with its span of days. Empty in rows of linkers before 1.1.0, which works its memory out anew.';
`;

const DOWN = /* sql */ `
DROP INDEX linking.proposition_kept_under_idx;
CREATE INDEX ON linking.proposition USING gin (shingles);
ALTER TABLE linking.proposition DROP kept_under, DROP around;
`;

/** What may be one with a statement is looked for among those of its days, however long the log is. */
export class RecallPropositionsByDay1795590000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
