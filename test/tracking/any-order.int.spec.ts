import { Chance } from '../support/chance.js';
import { stories, type Story } from './story.js';
import { StoryWorld } from './story-world.js';
import { ToldStory } from './told-story.js';

const ORDERS = 2;

let world: StoryWorld;
beforeAll(async () => void (world = await StoryWorld.open()));
afterAll(() => world.close());

/** Tells the articles in the order given; `eager` lets processes decide on each before the next comes in. */
async function tell(workspace: string, articles: Story['articles'], eager: boolean): Promise<ToldStory> {
  for (const article of articles) {
    await world.tell(workspace, article);
    if (eager) await world.link(workspace);
  }
  await world.settle(workspace);
  return ToldStory.read(world, workspace);
}

function shuffled<T>(items: readonly T[], chance: Chance): T[] {
  return items
    .map((item) => ({ item, rank: chance.next() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

const shown = (told: ToldStory): object => ({ clusters: told.clusters(), claims: told.claims() });

describe('the order in which articles come in', () => {
  it.each(stories.map((story) => [story.name, story] as const))(
    'decides nothing of %s',
    async (name, story) => {
      const expected = shown(await tell(name, story.articles, false));
      for (let order = 1; order <= ORDERS; order += 1) {
        const articles = shuffled(story.articles, new Chance(order));
        expect(shown(await tell(`${name}-${order}`, articles, true))).toEqual(expected);
      }
    },
  );
});

describe('a replay', () => {
  it('gives every claim and every cluster its id again', async () => {
    const other = await StoryWorld.open();
    try {
      const [story] = stories;
      const idsIn = async (one: StoryWorld): Promise<string[]> => {
        for (const article of story!.articles) await one.tell('replay', article);
        await one.settle('replay');
        const { timelines } = await ToldStory.read(one, 'replay');
        return timelines
          .flatMap(({ id, entries }) => entries.map(({ reportId }) => `${id} ${reportId}`))
          .sort();
      };
      const ids = await idsIn(world);
      expect(ids.length).toBeGreaterThan(4);
      expect(await idsIn(other)).toEqual(ids);
    } finally {
      await other.close();
    }
  });
});
