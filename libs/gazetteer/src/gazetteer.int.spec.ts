import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { Gazetteer, gazetteerMigrations, importPlaces, isWithin, type Place } from './index.js';
import { RefoldNames1795630000000 } from './migrations/1795630000000-refold-names.js';
import { geonamesLine } from './testing/index.js';

describe('the gazetteer', () => {
  let test: TestDatabase;
  let gazetteer: Gazetteer;

  beforeEach(async () => {
    test = await createTestDatabase(gazetteerMigrations);
    gazetteer = new Gazetteer({
      select: async (sql, values) => (await test.database.reader.query(sql, [...values])).rows as never[],
    });
  });
  afterEach(() => test.drop());

  const add = (...lines: string[]) => importPlaces(test.database.writer, feed(lines));
  async function* feed(lines: readonly string[]): AsyncGenerator<string> {
    for (const line of lines) yield await Promise.resolve(line);
  }
  const linked = async (...texts: string[]) =>
    (await gazetteer.link(texts)).map((place) => place?.name ?? null);
  const link = async (text: string): Promise<Place> => (await gazetteer.link([text]))[0]!;

  it("links the words of the seeds' region to their city, with what it lies in", async () => {
    expect(await link('rebel-held neighbourhoods of Aleppo')).toEqual({
      id: 'claimtrail:aleppo',
      name: 'Aleppo',
      kind: 'settlement',
      country: 'SY',
      containedIn: [
        { id: 'claimtrail:aleppo-governorate', name: 'Aleppo Governorate', kind: 'region' },
        { id: 'claimtrail:syria', name: 'Syria', kind: 'country' },
      ],
    });
    expect(await linked('eastern Aleppo', 'Youth Housing district', 'Turkey', 'Atlantis')).toEqual([
      'Aleppo',
      'Youth Housing',
      'Turkey',
      null,
    ]);
  });

  it('folds names anew that an older version stored with signs of ayn', async () => {
    const { writer, reader } = test.database;
    await writer.query(
      `INSERT INTO gazetteer.place (place_id, name, kind) VALUES ('x:1', 'Norvale', 'settlement')`,
    );
    await writer.query(
      `INSERT INTO gazetteer.place_name (folded, place_id)
       VALUES ('\u02BFnorvale', 'x:1'), ('norvale', 'x:1'), ('al \u02BFostra', 'x:1'), ('\u02BE', 'x:1')`,
    );
    expect(await linked('Al \u02BFOstra')).toEqual([null]);
    await new RefoldNames1795630000000().up({ query: (sql: string) => writer.query(sql) } as never);
    const names = await reader.query<{ folded: string }>(
      `SELECT folded FROM gazetteer.place_name WHERE place_id = 'x:1' ORDER BY folded`,
    );
    expect(names.rows.map(({ folded }) => folded)).toEqual(['al ostra', 'norvale']);
    expect(await linked('Al \u02BFOstra')).toEqual(['Norvale']);
  });

  it('imports a file, and finds the division each place lies in', async () => {
    const imported = await add(
      geonamesLine({ id: 1, name: 'Xeria', feature: ['A', 'PCLI'] }),
      geonamesLine({ id: 2, name: 'Norland', feature: ['A', 'ADM1'], admin: ['04'] }),
      geonamesLine({ id: 3, name: 'Norvale', alternates: 'Nordal,Nørvale', admin: ['04', '11'] }),
      geonamesLine({ id: 4, name: 'Hotel Norvale', feature: ['S', 'HTL'] }),
    );
    expect(imported).toEqual({ lines: 4, places: 3, names: 4 });
    const place = await link('northern Nordal');
    expect(place.containedIn.map(({ name }) => name)).toEqual(['Norland', 'Xeria']);
    expect(isWithin(place, await link('Norland'))).toBe(true);
    expect(isWithin(place, await link('Aleppo'))).toBe(false);
  });

  it('takes the country, then the settlement, then the most populous of several places with one name', async () => {
    await add(
      geonamesLine({ id: 1, name: 'Oster', feature: ['A', 'ADM1'], admin: ['01'], population: 9_000 }),
      geonamesLine({ id: 2, name: 'Oster', population: 100, country: 'YY' }),
      geonamesLine({ id: 3, name: 'Oster', population: 500 }),
    );
    expect((await link('Oster')).id).toBe('geonames:3');
    await add(geonamesLine({ id: 4, name: 'Oster', feature: ['A', 'PCLI'], country: 'OO' }));
    expect((await link('Oster')).id).toBe('geonames:4');
  });

  it('lets an imported place stand before the one that ships, and still within the country', async () => {
    await add(geonamesLine({ id: 170063, name: 'Aleppo', country: 'SY', population: 10 }));
    const place = await link('eastern Aleppo');
    expect(place.id).toBe('geonames:170063');
    expect(isWithin(place, await link('Syria'))).toBe(true);
  });

  it('replaces places that are imported again', async () => {
    await add(geonamesLine({ id: 3, name: 'Norvale', alternates: 'Oldname' }));
    await add(geonamesLine({ id: 3, name: 'Norvale City' }));
    expect(await linked('Oldname', 'Norvale City')).toEqual([null, 'Norvale City']);
  });

  it('keeps odd characters of names', async () => {
    await add(geonamesLine({ id: 3, name: 'Qu"ar\\d {x}', alternates: 'Qu, ar' }));
    expect(await linked('Qu"ar\\d {x}')).toEqual(['Qu"ar\\d {x}']);
  });

  it('keeps nothing of a file with a bad line, and names the line', async () => {
    const bad = add(geonamesLine({ id: 3, name: 'Norvale' }), 'no line at all');
    await expect(bad).rejects.toMatchObject({
      code: 'GAZETTEER.PLACES_UNREADABLE',
      message: expect.stringContaining('Line 2 has 1 columns') as string,
    });
    expect(await linked('Norvale')).toEqual([null]);
    await expect(add(geonamesLine({ id: 3, name: 'Norvale' }))).resolves.toMatchObject({ places: 1 });
  });

  it('CONTROL: the reader may change nothing', async () => {
    await expect(test.database.reader.query('DELETE FROM gazetteer.place')).rejects.toThrow(
      'permission denied',
    );
  });
});
