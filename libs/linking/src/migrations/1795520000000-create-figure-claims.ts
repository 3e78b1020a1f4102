import type { MigrationInterface, QueryRunner } from 'typeorm';

const CREATE_TABLES = /* sql */ `
CREATE TABLE linking.claim_report (
  process text COLLATE "C" NOT NULL,
  workspace text COLLATE "C" NOT NULL,
  report_id uuid NOT NULL,
  article_id uuid NOT NULL,
  event_id uuid NOT NULL,
  seq bigint NOT NULL,
  anchor_id uuid NOT NULL,
  claim_id uuid NOT NULL,
  PRIMARY KEY (process, workspace, report_id)
);
CREATE INDEX ON linking.claim_report (process, workspace, anchor_id);
CREATE INDEX ON linking.claim_report (process, workspace, article_id);
CREATE INDEX ON linking.claim_report (process, workspace, claim_id);
COMMENT ON COLUMN linking.claim_report.claim_id IS 'As the process linked it; a merge of the claim leaves it.';

CREATE TABLE linking.claim_pin (
  process text COLLATE "C" NOT NULL,
  workspace text COLLATE "C" NOT NULL,
  report_id uuid NOT NULL,
  seq bigint NOT NULL,
  event_id uuid NOT NULL,
  claim_id uuid,
  PRIMARY KEY (process, workspace, report_id, seq)
);
CREATE INDEX ON linking.claim_pin (process, workspace, event_id);
COMMENT ON TABLE linking.claim_pin IS 'Reports whose claim people decided on: the newest row counts, a null claim is none. The process leaves them alone.';

CREATE TABLE linking.claim_alias (
  process text COLLATE "C" NOT NULL,
  workspace text COLLATE "C" NOT NULL,
  merged_claim_id uuid NOT NULL,
  claim_id uuid NOT NULL,
  event_id uuid,
  PRIMARY KEY (process, workspace, merged_claim_id)
);
COMMENT ON COLUMN linking.claim_alias.event_id IS 'Of the person who merged them; null where the process did.';

CREATE TABLE linking.figure_anchor (
  workspace text COLLATE "C" NOT NULL,
  anchor_id uuid NOT NULL,
  block text COLLATE "C" NOT NULL,
  day int NOT NULL,
  founded bigint NOT NULL,
  claim_id uuid NOT NULL,
  anchor json NOT NULL,
  apart uuid[] NOT NULL,
  PRIMARY KEY (workspace, anchor_id)
);
CREATE INDEX ON linking.figure_anchor (workspace, block, day);
COMMENT ON TABLE linking.figure_anchor IS 'By what figures are compared, once for all reports that are alike in it, with the claim they are given.';

GRANT SELECT, INSERT, UPDATE, DELETE ON linking.claim_report, linking.claim_pin, linking.claim_alias, linking.figure_anchor
  TO claimtrail_writer;
GRANT SELECT ON linking.claim_report, linking.claim_pin, linking.claim_alias, linking.figure_anchor TO claimtrail_reader;
`;

/** What the linkers remember: which claim each report was given, what people decided of it, and by what figures are compared. */
export class CreateFigureClaims1795520000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CREATE_TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE linking.claim_report, linking.claim_pin, linking.claim_alias, linking.figure_anchor',
    );
  }
}
