import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = /* sql */ `
ALTER TABLE linking.figure_anchor
  ADD own text[] NOT NULL DEFAULT '{}',
  ADD around text[] NOT NULL DEFAULT '{}';
CREATE INDEX ON linking.figure_anchor (claim_id);
COMMENT ON COLUMN linking.figure_anchor.own IS 'Keys of its place. Empty in rows of linkers before 1.1.0, which works its memory out anew.';
COMMENT ON COLUMN linking.figure_anchor.around IS 'Keys of what its place lies in.';

ALTER TABLE linking.claim_report DROP CONSTRAINT claim_report_pkey;
ALTER TABLE linking.claim_report ADD PRIMARY KEY (report_id, workspace, process);
DROP INDEX linking.claim_report_process_workspace_anchor_id_idx,
  linking.claim_report_process_workspace_article_id_idx,
  linking.claim_report_process_workspace_claim_id_idx;
CREATE INDEX ON linking.claim_report (anchor_id);
CREATE INDEX ON linking.claim_report (article_id);
CREATE INDEX ON linking.claim_report (claim_id);
`;

const DOWN = /* sql */ `
DROP INDEX linking.claim_report_anchor_id_idx, linking.claim_report_article_id_idx, linking.claim_report_claim_id_idx;
ALTER TABLE linking.claim_report DROP CONSTRAINT claim_report_pkey;
ALTER TABLE linking.claim_report ADD PRIMARY KEY (process, workspace, report_id);
CREATE INDEX ON linking.claim_report (process, workspace, anchor_id);
CREATE INDEX ON linking.claim_report (process, workspace, article_id);
CREATE INDEX ON linking.claim_report (process, workspace, claim_id);
DROP INDEX linking.figure_anchor_claim_id_idx;
ALTER TABLE linking.figure_anchor DROP own, DROP around;
`;

/**
 * What may be linked to a figure is found by its place and its days, and the rest of a claim by its id. Reports are looked up by ids that
 * differ in their first bytes, so the indexes are as narrow as an id.
 */
export class IndexAnchorsByPlace1795560000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
