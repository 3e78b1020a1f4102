import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the wire clusters know of each article: enough to compare it with any other without its text. */
export class CreatePrintings1795510000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE linking.printing (
        workspace text COLLATE "C" NOT NULL,
        article_id uuid NOT NULL,
        published_at text,
        outlet text,
        credited text[] NOT NULL,
        bylined text[] NOT NULL,
        length int NOT NULL,
        shingles bytea NOT NULL,
        bands int[] NOT NULL,
        cluster_id uuid,
        role text,
        apart_by uuid,
        PRIMARY KEY (workspace, article_id)
      );
      CREATE INDEX ON linking.printing USING gin (bands);
      CREATE INDEX ON linking.printing (workspace, cluster_id) WHERE cluster_id IS NOT NULL;
      COMMENT ON COLUMN linking.printing.shingles IS 'Sorted 32-bit hashes of every four words in a row, little-endian.';
      COMMENT ON COLUMN linking.printing.apart_by IS 'The decision of people that keeps it out of clusters.';

      CREATE TABLE linking.printing_pair (
        workspace text COLLATE "C" NOT NULL,
        a uuid NOT NULL,
        b uuid NOT NULL,
        jaccard float8 NOT NULL,
        containment float8 NOT NULL,
        PRIMARY KEY (workspace, a, b)
      );
      CREATE INDEX ON linking.printing_pair (workspace, b);
      COMMENT ON TABLE linking.printing_pair IS 'Articles that were taken for printings of one story, the lower id first.';

      GRANT SELECT, INSERT, UPDATE, DELETE ON linking.printing, linking.printing_pair TO claimtrail_writer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE linking.printing_pair, linking.printing');
  }
}
