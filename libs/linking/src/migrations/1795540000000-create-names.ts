import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = /* sql */ `
CREATE TABLE linking.entity (
  workspace text COLLATE "C" NOT NULL,
  entity_id uuid NOT NULL,
  kind text NOT NULL,
  merged_into uuid,
  PRIMARY KEY (workspace, entity_id)
);

CREATE TABLE linking.entity_name (
  workspace text COLLATE "C" NOT NULL,
  entity_id uuid NOT NULL,
  spelling text COLLATE "C" NOT NULL,
  acronym text,
  initials text[] NOT NULL,
  surname text,
  given_names int NOT NULL,
  role_words text[] NOT NULL,
  PRIMARY KEY (workspace, entity_id, spelling)
);
CREATE INDEX ON linking.entity_name (workspace, acronym) WHERE acronym IS NOT NULL;
CREATE INDEX ON linking.entity_name (workspace, surname) WHERE surname IS NOT NULL;
CREATE INDEX ON linking.entity_name USING gin (initials);

CREATE TABLE linking.entity_name_article (
  workspace text COLLATE "C" NOT NULL,
  entity_id uuid NOT NULL,
  spelling text COLLATE "C" NOT NULL,
  article_id uuid NOT NULL,
  PRIMARY KEY (workspace, entity_id, spelling, article_id)
);
CREATE INDEX ON linking.entity_name_article (workspace, article_id);
COMMENT ON TABLE linking.entity_name_article IS 'Where a spelling stands: it is forgotten with the last of its articles.';

CREATE TABLE linking.acronym_tie (
  workspace text COLLATE "C" NOT NULL,
  acronym_id uuid NOT NULL,
  name_id uuid NOT NULL,
  article_id uuid NOT NULL,
  PRIMARY KEY (workspace, acronym_id, name_id, article_id)
);
CREATE INDEX ON linking.acronym_tie (workspace, name_id);
CREATE INDEX ON linking.acronym_tie (workspace, article_id);

CREATE TABLE linking.entity_pair (
  workspace text COLLATE "C" NOT NULL,
  low uuid NOT NULL,
  high uuid NOT NULL,
  outcome text NOT NULL,
  PRIMARY KEY (workspace, low, high)
);
CREATE INDEX ON linking.entity_pair (workspace, high);
COMMENT ON TABLE linking.entity_pair IS 'Two entities that were merged, proposed or set apart: decided on once.';

GRANT SELECT, INSERT, UPDATE, DELETE ON linking.entity, linking.entity_name, linking.entity_name_article,
  linking.acronym_tie, linking.entity_pair TO claimtrail_writer;
`;

/** What the entity resolver knows of names: spellings with the articles they stand in, and what was decided. */
export class CreateNames1795540000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE linking.entity_pair, linking.acronym_tie, linking.entity_name_article, linking.entity_name, linking.entity',
    );
  }
}
