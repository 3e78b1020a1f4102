import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { PlacesUnreadable } from './errors.js';
import { readGeonamesLine, type ListedPlace } from './geonames-line.js';

export interface ImportedPlaces {
  readonly lines: number;
  readonly places: number;
  readonly names: number;
}

/**
 * Takes in a GeoNames file line by line; places of an earlier import are replaced by those of the same id. All of it or nothing:
 * one transaction, and memory that does not grow with the file.
 * @throws {PlacesUnreadable} naming the line
 */
export async function importPlaces(
  writer: Pool,
  lines: AsyncIterable<string>,
  onLine: (lines: number) => void = () => undefined,
): Promise<ImportedPlaces> {
  const client = await writer.connect();
  try {
    await client.query('BEGIN');
    const read = await copyListed(client, lines, onLine);
    const kept = await keepListed(client);
    await client.query('COMMIT');
    client.release();
    return { lines: read, ...kept };
  } catch (error) {
    // The connection's state is unknown: closing it rolls back.
    client.release(true);
    throw error;
  }
}

async function copyListed(
  client: PoolClient,
  lines: AsyncIterable<string>,
  onLine: (lines: number) => void,
): Promise<number> {
  await client.query(`CREATE TEMP TABLE listed (
    place_id text COLLATE "C", name text, kind text, country text, population bigint, division text, keys text[], names text[]
  ) ON COMMIT DROP`);
  let read = 0;
  async function* rows(): AsyncGenerator<string> {
    for await (const text of lines) {
      read += 1;
      onLine(read);
      if (text === '' || text.startsWith('#')) continue;
      const place = readGeonamesLine(text);
      if (typeof place === 'string') throw new PlacesUnreadable(read, place);
      if (place) yield copyLine(place);
    }
  }
  await pipeline(Readable.from(rows()), client.query(copyFrom('COPY pg_temp.listed FROM STDIN')));
  return read;
}

const copyLine = ({ id, name, kind, country, population, division, keys, names }: ListedPlace): string =>
  `${[id, name, kind, country, population, division, array(keys), array(names)].map(field).join('\t')}\n`;

const array = (items: readonly string[]): string =>
  `{${items.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;

function field(value: string | number | null): string {
  if (value === null) return '\\N';
  return String(value).replace(/[\\\n\r\t]/g, (mark) => `\\${ESCAPES[mark] ?? mark}`);
}
const ESCAPES: Readonly<Record<string, string>> = { '\n': 'n', '\r': 'r', '\t': 't' };

async function keepListed(client: PoolClient): Promise<Pick<ImportedPlaces, 'places' | 'names'>> {
  await client.query('CREATE INDEX ON pg_temp.listed (division)');
  await client.query('ANALYZE pg_temp.listed');
  await client.query(
    'DELETE FROM gazetteer.place_name n USING pg_temp.listed l WHERE n.place_id = l.place_id',
  );
  // Of the divisions that a place lies in, the narrowest that the file lists. One division may be listed twice (a former one).
  const { rowCount: places } = await client.query(`
    INSERT INTO gazetteer.place (place_id, name, kind, country, within, population, imported_at)
    SELECT DISTINCT ON (l.place_id) l.place_id, l.name, l.kind, l.country, around.place_id, l.population, now()
      FROM pg_temp.listed l
      LEFT JOIN LATERAL (
        SELECT o.place_id FROM unnest(l.keys) WITH ORDINALITY AS k (key, nearness)
          JOIN pg_temp.listed o ON o.division = k.key
         WHERE o.place_id <> l.place_id
         ORDER BY k.nearness, o.population DESC NULLS LAST, o.place_id LIMIT 1) AS around ON true
     ORDER BY l.place_id
    ON CONFLICT (place_id) DO UPDATE SET name = excluded.name, kind = excluded.kind, country = excluded.country,
      within = excluded.within, population = excluded.population, imported_at = excluded.imported_at`);
  const { rowCount: names } = await client.query(`
    INSERT INTO gazetteer.place_name (folded, place_id)
    SELECT DISTINCT folded, l.place_id FROM pg_temp.listed l, unnest(l.names) AS folded`);
  await client.query('INSERT INTO gazetteer.import DEFAULT VALUES');
  return { places: places ?? 0, names: names ?? 0 };
}
