import type { StoredEvent } from '#event-store';
import { Chance } from '../support/chance.js';
import { foldedStory } from './folded-story.js';
import { stories } from './story.js';
import { StoryWorld } from './story-world.js';
import { ToldStory } from './told-story.js';

const ORDERS = 10;

let world: StoryWorld;
beforeAll(async () => void (world = await StoryWorld.open()));
afterAll(() => world.close());

/** Tells what articles gave in another order, the processes deciding on every second one or so before the next comes in. */
async function retell(
  articles: readonly (readonly StoredEvent[])[],
  workspace: string,
  chance: Chance,
): Promise<object> {
  for (const facts of articles) {
    await world.retell(workspace, facts);
    if (chance.next() < 0.5) await world.linkOnce(workspace);
  }
  await world.link(workspace);
  return foldedStory(await world.logOf(workspace));
}

function shuffled<T>(items: readonly T[], chance: Chance): T[] {
  return items
    .map((item) => ({ item, rank: chance.next() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

describe('the order in which articles come in', () => {
  it.each(stories.map((story) => [story.name, story] as const))(
    'decides nothing of %s',
    async (name, story) => {
      for (const article of story.articles) await world.tell(name, article);
      await world.link(name);
      const log = await world.logOf(name);
      const told = await foldedStory(log);
      for (let order = 1; order <= ORDERS; order += 1) {
        const chance = new Chance(order);
        const articles = shuffled(world.factsOf(log), chance);
        expect(await retell(articles, `${name}-${order}`, chance)).toEqual(told);
      }
      // CONTROL: a story that lacks an article comes to something else.
      const [, ...others] = world.factsOf(log);
      expect(await retell(others, `${name}-less`, new Chance(0))).not.toEqual(told);
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
