import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The views' schema and the registry of their versions. The views' own tables come and go with their versions. */
export class CreateViews1795312860000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA IF NOT EXISTS views;

      CREATE TABLE views.registered_view (
        name text PRIMARY KEY,
        live_version int NOT NULL
      );
      COMMENT ON TABLE views.registered_view IS 'Which version of each view answers queries.';

      CREATE TABLE views.view_version (
        view text NOT NULL REFERENCES views.registered_view (name),
        version int NOT NULL,
        code_version int NOT NULL,
        state text NOT NULL CHECK (state IN ('building', 'live', 'retired')),
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (view, version)
      );

      CREATE TABLE views.checkpoint (
        view text NOT NULL,
        version int NOT NULL,
        workspace text COLLATE "C" NOT NULL,
        seq bigint NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (view, version, workspace),
        FOREIGN KEY (view, version) REFERENCES views.view_version ON DELETE CASCADE
      );
      COMMENT ON TABLE views.checkpoint IS 'The last event a version of a view holds; moved in the transaction that wrote it.';

      GRANT USAGE, CREATE ON SCHEMA views TO claimtrail_writer;
      GRANT SELECT, INSERT, UPDATE, DELETE ON views.registered_view, views.view_version, views.checkpoint TO claimtrail_writer;
      GRANT USAGE ON SCHEMA views TO claimtrail_reader;
      GRANT SELECT ON views.registered_view, views.view_version, views.checkpoint TO claimtrail_reader;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA views CASCADE');
  }
}
