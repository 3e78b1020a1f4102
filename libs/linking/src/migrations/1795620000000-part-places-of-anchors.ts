import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = /* sql */ `
ALTER TABLE linking.figure_anchor ADD place json;
UPDATE linking.figure_anchor SET place = anchor->'place', anchor = (anchor::jsonb - 'place')::json;
ALTER TABLE linking.figure_anchor ALTER place SET NOT NULL;
COMMENT ON COLUMN linking.figure_anchor.anchor IS 'Its time, cause and pace; few texts, so that each is read once.';
COMMENT ON COLUMN linking.figure_anchor.place IS 'Its place as it was known then, null where it has none.';
`;

const DOWN = /* sql */ `
UPDATE linking.figure_anchor SET anchor = (anchor::jsonb || jsonb_build_object('place', place))::json;
ALTER TABLE linking.figure_anchor DROP place;
`;

/** Anchors are of few places and few times: apart, each of both is made an object once and not once an anchor. */
export class PartPlacesOfAnchors1795620000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
