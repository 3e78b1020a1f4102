import type { RowReader } from '#gazetteer';
import { PlaceFinder } from './place-finder.js';

/** A gazetteer in which Westhaven is whatever place the import said last. */
class ImportedPlaces implements RowReader {
  imports = 0;
  asked = 0;

  select<T>(sql: string): Promise<T[]> {
    if (sql.includes('gazetteer.import')) return Promise.resolve([{ number: `${this.imports}` }] as T[]);
    this.asked++;
    const place = { folded: 'westhaven', place_id: `place-${this.imports}`, name: 'Westhaven' };
    const rows =
      this.imports === 0 ? [] : [{ ...place, kind: 'settlement', country: null, contained_in: [] }];
    return Promise.resolve(rows as T[]);
  }
}

describe('the place finder', () => {
  it('asks once for words, whether they name a place or none, and anew where places were imported since', async () => {
    const places = new ImportedPlaces();
    const finder = new PlaceFinder(places);
    const found = async (): Promise<string | undefined> => {
      await finder.load(['Westhaven'], []);
      return finder.find('Westhaven')?.place?.id;
    };
    expect([await found(), await found(), places.asked]).toEqual([undefined, undefined, 1]);
    places.imports = 1;
    expect([await found(), await found(), places.asked]).toEqual(['place-1', 'place-1', 2]);
    places.imports = 2;
    expect([await found(), places.asked]).toEqual(['place-2', 3]);
  });

  it('still knows a word of a batch that makes it forget what it remembered', async () => {
    const places = new ImportedPlaces();
    places.imports = 1;
    const finder = new PlaceFinder(places, 2);
    await finder.load(['Westhaven'], []);
    await finder.load(['Westhaven', 'Norvale', 'Selmouth'], []);
    expect(finder.find('Westhaven')?.place?.id).toBe('place-1');
  });
});
