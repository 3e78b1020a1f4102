import type { QueryResultRow } from 'pg';
import type { Place, PlaceKind } from './place.js';
import { nameCandidates } from './place-phrase.js';

interface PlaceRow {
  readonly folded: string;
  readonly place_id: string;
  readonly name: string;
  readonly kind: PlaceKind;
  readonly country: string | null;
  readonly contained_in: Place['containedIn'];
}

/** No chain of places is deeper: area, district, county, province, country. */
const DEEPEST = 8;

/**
 * The best place of each name. Of several places with one name: a country, then a settlement before the region called after it;
 * the most populous; what was imported before what ships.
 */
const FIND = `
  SELECT DISTINCT ON (n.folded) n.folded, p.place_id, p.name, p.kind, p.country, coalesce(around.chain, '[]') AS contained_in
    FROM gazetteer.place_name n
    JOIN gazetteer.place p USING (place_id)
    LEFT JOIN LATERAL (
      WITH RECURSIVE chain AS (
        SELECT o.place_id, o.name, o.kind, o.within, 1 AS depth FROM gazetteer.place o WHERE o.place_id = p.within
        UNION ALL
        SELECT o.place_id, o.name, o.kind, o.within, depth + 1
          FROM chain c JOIN gazetteer.place o ON o.place_id = c.within WHERE depth < ${DEEPEST}
      )
      SELECT json_agg(json_build_object('id', place_id, 'name', name, 'kind', kind) ORDER BY depth) AS chain FROM chain
    ) AS around ON true
   WHERE n.folded = ANY($1::text[])
   ORDER BY n.folded, array_position(ARRAY['country', 'settlement', 'region', 'district', 'area'], p.kind),
            p.population DESC NULLS LAST, p.imported_at IS NULL, p.place_id`;

/** What reads rows as the reader role. */
export interface RowReader {
  select<T extends QueryResultRow>(sql: string, values: readonly unknown[]): Promise<T[]>;
}

/** Which place do words of an article stand for? */
export class Gazetteer {
  constructor(private readonly rows: RowReader) {}

  /** The place of each text, in order; null where no name in it is known. */
  async link(texts: readonly string[]): Promise<(Place | null)[]> {
    const candidates = texts.map(nameCandidates);
    const known = await this.find([...new Set(candidates.flat())]);
    return candidates.map((names) => {
      const name = names.find((candidate) => known.has(candidate));
      return name === undefined ? null : (known.get(name) ?? null);
    });
  }

  /** Raised by every import: what was linked under another number may stand for another place by now. */
  async generation(): Promise<string> {
    const rows = await this.rows.select<{ number: string | null }>(
      'SELECT max(number)::text AS number FROM gazetteer.import',
      [],
    );
    return rows[0]?.number ?? '0';
  }

  private async find(names: readonly string[]): Promise<Map<string, Place>> {
    if (names.length === 0) return new Map();
    const rows = await this.rows.select<PlaceRow>(FIND, [names]);
    return new Map(
      rows.map(({ folded, place_id, name, kind, country, contained_in }) => [
        folded,
        { id: place_id, name, kind, country, containedIn: contained_in },
      ]),
    );
  }
}

/** A place is within itself, within what contains it, and within its country, whoever listed the two. */
export function isWithin(place: Place, around: Place): boolean {
  if (place.id === around.id || place.containedIn.some(({ id }) => id === around.id)) return true;
  return around.kind === 'country' && around.country !== null && place.country === around.country;
}
