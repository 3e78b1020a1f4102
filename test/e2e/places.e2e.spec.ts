import { importPlaces } from '#gazetteer';
import { geonamesLine } from '../../libs/gazetteer/src/testing/index.js';
import { TestApp } from '../support/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  const fled = [
    'At least 40 people fled from eastern Aleppo to Gaziantep on Sunday, the mayor said.',
    'At least 50 people fled Idlib on Sunday, the mayor said.',
    'At least 60 people fled Norvale on Sunday, the mayor said.',
  ];
  for (const [n, text] of fled.entries()) {
    const answer = await app.post('/v1/articles', { id: `a${n}`, publishedAt: '2026-03-09', text });
    expect(answer).toMatchObject({ status: 201, body: { figures: 1 } });
  }
  await app.catchUp();
});
afterAll(() => app.stop());

const values = async (place: string, more = ''): Promise<number[]> => {
  const { body } = await app.get(`/v1/figures?place=${encodeURIComponent(place)}${more}`);
  return body.items.map(({ value }: { value: number }) => value);
};

describe('figures of a place', () => {
  it.each([
    ['its own words', 'eastern Aleppo', [40]],
    ['some of its words', 'aleppo', [40]],
    ['the country around it', 'Syria', [40, 50]],
    ['its country in other words', 'Syrian Arab Republic', [40, 50]],
    ['the region around it', 'Aleppo Governorate', [40]],
    ['the country that one of its other places lies in', 'Turkey', [40]],
    ['words that the gazetteer does not know', 'Norvale', [60]],
    ['nothing that is there', 'Atlantis', []],
  ])('are found by %s', async (_by, place, found) => {
    expect(await values(place)).toEqual(found);
  });

  it('are found in GraphQL as well, and page by page', async () => {
    const { body } = await app.graphql(
      '{ figures(place: "Syria", first: 1) { nodes { value } pageInfo { endCursor } } }',
    );
    expect(body.data.figures.nodes).toEqual([{ value: 40 }]);
    expect(await values('Syria', `&after=${body.data.figures.pageInfo.endCursor}`)).toEqual([50]);
  });

  it('are found as soon as their place was imported, by no rebuild', async () => {
    expect(await values('Xeria')).toEqual([]);
    const lines = [
      geonamesLine({ id: 1, name: 'Xeria', feature: ['A', 'PCLI'] }),
      geonamesLine({ id: 2, name: 'Norvale', admin: ['04'] }),
    ];
    await importPlaces(
      app.test.database.writer,
      (async function* () {
        for (const line of lines) yield await Promise.resolve(line);
      })(),
    );
    expect(await values('Xeria')).toEqual([60]);
  });

  it('are found by their words where older code built the view', async () => {
    await app.test.database.login.query('ALTER VIEW views.figure_places RENAME TO not_yet');
    expect([await values('Aleppo'), await values('Syria')]).toEqual([[40], []]);
    await app.test.database.login.query('ALTER VIEW views.not_yet RENAME TO figure_places');
    expect(await values('Syria')).toEqual([40, 50]);
  });
});
