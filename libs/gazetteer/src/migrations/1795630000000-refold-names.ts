import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Names are found without the signs of ayn, hamza and okina since: those that were stored with them are stored without. */
export class RefoldNames1795630000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TEMPORARY TABLE refolded ON COMMIT DROP AS
        SELECT folded AS was, place_id,
               regexp_replace(regexp_replace(btrim(regexp_replace(folded, '[\\u02B0-\\u02BB\\u02BD-\\u02FF]', '', 'g')),
                              ' +', ' ', 'g'), '^(the|a|an) ', '') AS folded
          FROM gazetteer.place_name WHERE folded ~ '[\\u02B0-\\u02BB\\u02BD-\\u02FF]';
      DELETE FROM gazetteer.place_name AS name USING refolded
       WHERE name.folded = refolded.was AND name.place_id = refolded.place_id;
      INSERT INTO gazetteer.place_name (folded, place_id)
        SELECT folded, place_id FROM refolded WHERE folded <> '' ON CONFLICT DO NOTHING;
      INSERT INTO gazetteer.import DEFAULT VALUES;
    `);
  }

  /** Names without the signs are found by the older program too. */
  async down(): Promise<void> {
    await Promise.resolve();
  }
}
