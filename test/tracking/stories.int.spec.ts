import { stories } from './story.js';
import { StoryWorld } from './story-world.js';
import { inOrder, tellStory, ToldStory } from './told-story.js';

let world: StoryWorld;
beforeAll(async () => void (world = await StoryWorld.open()));
afterAll(() => world.close());

describe('invented stories', () => {
  it.each(stories.map((story) => [story.name, story] as const))('%s', async (name, story) => {
    const { told, endedAt } = await tellStory(world, name, story);
    const { refused } = told;
    expect({ clusters: told.clusters(), refused, claims: told.claims() }).toEqual(inOrder(story.expected));
    for (const clock of ['assertedBy', 'validOn'] as const)
      for (const [day, figures] of Object.entries(story.expected[clock])) {
        const then = await ToldStory.read(world, name, { [clock]: day });
        expect([clock, day, then.figures()]).toEqual([clock, day, [...figures].sort()]);
      }
    for (const { after, figures, ...asOf } of story.expected.recordedBy ?? []) {
      const then = await ToldStory.read(world, name, { ...asOf, recordedBy: endedAt.get(after) ?? after });
      expect([after, asOf, then.figures()]).toEqual([after, asOf, [...figures].sort()]);
    }
  });
});
