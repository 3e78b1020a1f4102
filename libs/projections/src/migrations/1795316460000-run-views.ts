import type { MigrationInterface, QueryRunner } from 'typeorm';

const RUN_VIEWS = /* sql */ `
CREATE TABLE views.lease (
  view text NOT NULL REFERENCES views.registered_view (name),
  workspace text COLLATE "C" NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('follow', 'rebuild')),
  holder text NOT NULL,
  epoch bigint NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (view, workspace, purpose)
);
COMMENT ON TABLE views.lease IS 'Which process writes a view; epoch rises with each change of hands. The workspace of a rebuild is empty: it fills all.';

ALTER TABLE views.checkpoint ADD COLUMN epoch bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN views.checkpoint.epoch IS 'The lease under which it may be moved; who holds an older one is refused.';

ALTER TABLE views.view_version
  ADD COLUMN phase text NOT NULL DEFAULT 'keyed' CHECK (phase IN ('filling', 'keyed')),
  ADD COLUMN request text CHECK (request IN ('pause', 'cancel')),
  ADD COLUMN applied bigint NOT NULL DEFAULT 0,
  ADD COLUMN head bigint NOT NULL DEFAULT 0,
  ADD COLUMN rate float8 NOT NULL DEFAULT 0,
  ADD COLUMN started_at timestamptz,
  ADD COLUMN updated_at timestamptz;
COMMENT ON COLUMN views.view_version.phase IS 'filling: its tables have no keys and indexes yet.';
COMMENT ON COLUMN views.view_version.request IS 'What another process asks of the rebuild.';

CREATE TABLE views.parked_event (
  view text NOT NULL,
  version int NOT NULL,
  workspace text COLLATE "C" NOT NULL,
  seq bigint NOT NULL,
  stream text COLLATE "C" NOT NULL,
  stream_version int NOT NULL,
  type text NOT NULL,
  reason text NOT NULL CHECK (reason IN ('failed', 'behind')),
  error text,
  stack text,
  attempts int NOT NULL,
  parked_at timestamptz NOT NULL DEFAULT now(),
  tried_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (view, version, workspace, seq),
  FOREIGN KEY (view, version) REFERENCES views.view_version ON DELETE CASCADE
);
CREATE INDEX ON views.parked_event (view, version, workspace, stream, seq);
COMMENT ON TABLE views.parked_event IS 'Events a version of a view could not fold, and those of the same stream that wait behind them.';

CREATE TABLE views.skipped_event (
  view text NOT NULL REFERENCES views.registered_view (name),
  code_version int NOT NULL,
  workspace text COLLATE "C" NOT NULL,
  seq bigint NOT NULL,
  stream text COLLATE "C" NOT NULL,
  type text NOT NULL,
  reason text NOT NULL,
  error text,
  skipped_by text NOT NULL,
  skipped_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (view, code_version, workspace, seq)
);
COMMENT ON TABLE views.skipped_event IS 'Events a person decided a view does without, for as long as its code is of that version.';

GRANT SELECT, INSERT, UPDATE, DELETE ON views.lease, views.parked_event TO claimtrail_writer;
GRANT SELECT, INSERT ON views.skipped_event TO claimtrail_writer;
GRANT SELECT ON views.lease, views.parked_event, views.skipped_event TO claimtrail_reader;
`;

/** What several workers need to share the views: leases, parked and skipped events, the progress of rebuilds. */
export class RunViews1795316460000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RUN_VIEWS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE views.lease, views.parked_event, views.skipped_event;
      ALTER TABLE views.checkpoint DROP COLUMN epoch;
      ALTER TABLE views.view_version
        DROP COLUMN phase, DROP COLUMN request, DROP COLUMN applied, DROP COLUMN head, DROP COLUMN rate,
        DROP COLUMN started_at, DROP COLUMN updated_at;
    `);
  }
}
