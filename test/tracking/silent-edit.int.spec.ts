import { StoryWorld } from './story-world.js';
import { ToldStory } from './told-story.js';

const PUBLISHED = '2026-03-01';
const SEEN = '2026-11-20T09:00:00.000Z';
const article = (killed: number, more = '') => ({
  url: 'https://news.invalid/mine',
  outlet: 'Kolmer Post',
  title: 'Mine collapses in Kolmer',
  publishedAt: PUBLISHED,
  text: `KOLMER - A mine collapsed in Kolmer. The provincial police said ${killed} people were killed in Kolmer on Sunday. Officials of the province said that 300 people were evacuated from Kolmer.${more}`,
});

let world: StoryWorld;
beforeAll(async () => void (world = await StoryWorld.open()));
afterAll(() => world.close());

const figures = async (workspace: string, assertedBy?: string): Promise<string[]> =>
  (await ToldStory.read(world, workspace, { assertedBy })).timelines
    .filter(({ kind }) => kind === 'figure')
    .map(
      ({ latest, entries }) =>
        `${latest} in ${entries.filter(({ standing }) => standing === 'current').length}`,
    )
    .sort();

describe('a page that changes a figure and keeps its date', () => {
  it('said the old figure until the new one was seen', async () => {
    await world.ingest('edited', article(11));
    await world.ingest('edited', article(17), SEEN);
    await world.settle('edited');
    expect(await figures('edited', '2026-03-05')).toEqual(['11 in 1', '300 in 1']);
    expect(await figures('edited', '2026-11-19')).toEqual(['11 in 1', '300 in 1']);
    expect(await figures('edited', '2026-11-20')).toEqual(['17 in 1', '300 in 1']);
    expect(await figures('edited')).toEqual(['17 in 1', '300 in 1']);
    const { timelines } = await ToldStory.read(world, 'edited');
    const killed = timelines.find(({ latest }) => latest === 17)!;
    expect(killed.entries.map(({ relation, assertedAt }) => [relation, assertedAt])).toEqual([
      ['first', PUBLISHED],
      ['revises', SEEN],
    ]);
  });

  it('makes no news of what it only goes on saying', async () => {
    await world.ingest('kept', article(11));
    await world.ingest('kept', {
      ...article(20),
      url: 'https://news.invalid/later',
      outlet: 'Arlund Mail',
      publishedAt: '2026-03-04',
    });
    await world.ingest(
      'kept',
      article(11, ' The mine had been closed for a year, miners told reporters.'),
      SEEN,
    );
    await world.settle('kept');
    const { timelines } = await ToldStory.read(world, 'kept');
    const killed = timelines.find(({ latest }) => latest === 20)!;
    expect(killed.entries.map(({ outlet, relation }) => `${outlet} ${relation}`)).toEqual([
      'Kolmer Post repeats',
      'Kolmer Post first',
      'Arlund Mail revises',
    ]);
    expect(killed.entries.flatMap(({ anomalies }) => anomalies)).toEqual([]);
  });
});
