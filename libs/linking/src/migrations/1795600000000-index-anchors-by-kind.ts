import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = /* sql */ `
ALTER TABLE linking.figure_anchor ADD time_kind text COLLATE "C";
UPDATE linking.figure_anchor SET time_kind =
  CASE WHEN anchor->'time'->>'recent' IS NOT NULL THEN 'recent' ELSE anchor->'time'->>'kind' END;
ALTER TABLE linking.figure_anchor ALTER time_kind SET NOT NULL;
DROP INDEX linking.figure_anchor_workspace_block_day_idx;
CREATE INDEX ON linking.figure_anchor (workspace, block, time_kind, day);
COMMENT ON COLUMN linking.figure_anchor.time_kind IS
  'running, recent, since, window or undated: each is compared with others of other days.';
`;

const DOWN = /* sql */ `
DROP INDEX linking.figure_anchor_workspace_block_time_kind_day_idx;
CREATE INDEX ON linking.figure_anchor (workspace, block, day);
ALTER TABLE linking.figure_anchor DROP time_kind;
`;

/** Counts are compared with counts of close days, periods with those that begin with them: each kind is looked up on its own days. */
export class IndexAnchorsByKind1795600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
