import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foldName } from '#domain';
import { SHIPPED_PLACES } from '../shipped-places.js';

/** Places and their names. Reference data, not a record: it may be replaced, and nothing in the log depends on it. */
export class CreateGazetteer1795399200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA gazetteer;

      CREATE TABLE gazetteer.place (
        place_id text COLLATE "C" PRIMARY KEY,
        name text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('country', 'region', 'settlement', 'district', 'area')),
        country text,
        within text COLLATE "C",
        population bigint,
        imported_at timestamptz
      );
      CREATE INDEX ON gazetteer.place (within);

      CREATE TABLE gazetteer.place_name (
        folded text COLLATE "C" NOT NULL,
        place_id text COLLATE "C" NOT NULL REFERENCES gazetteer.place ON DELETE CASCADE,
        PRIMARY KEY (folded, place_id)
      );
      CREATE INDEX ON gazetteer.place_name (place_id);

      GRANT USAGE ON SCHEMA gazetteer TO claimtrail_writer, claimtrail_reader;
      GRANT SELECT, INSERT, UPDATE, DELETE ON gazetteer.place, gazetteer.place_name TO claimtrail_writer;
      GRANT SELECT ON gazetteer.place, gazetteer.place_name TO claimtrail_reader;
    `);
    await this.addShippedPlaces(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA gazetteer CASCADE');
  }

  private async addShippedPlaces(runner: QueryRunner): Promise<void> {
    const id = (key: string | null) => key && `claimtrail:${key}`;
    const column = (at: 1 | 2 | 3) => SHIPPED_PLACES.map((place) => place[at]);
    await runner.query(
      `INSERT INTO gazetteer.place (place_id, name, kind, country, within)
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])`,
      [
        SHIPPED_PLACES.map(([key]) => id(key)),
        column(1),
        column(2),
        column(3),
        SHIPPED_PLACES.map(([, , , , within]) => id(within)),
      ],
    );
    const names = SHIPPED_PLACES.flatMap(([key, name, , , , spellings]) =>
      [...new Set([name, ...spellings].map(foldName))].map((folded) => [folded, id(key)]),
    );
    await runner.query(
      'INSERT INTO gazetteer.place_name (folded, place_id) SELECT * FROM unnest($1::text[], $2::text[])',
      [names.map(([folded]) => folded), names.map(([, place]) => place)],
    );
  }
}
