import { stories } from './story.js';
import { StoryWorld } from './story-world.js';
import { inOrder, tellStory } from './told-story.js';

let world: StoryWorld;
beforeAll(async () => void (world = await StoryWorld.open()));
afterAll(() => world.close());

describe('invented stories', () => {
  it.each(stories.map((story) => [story.name, story] as const))('%s', async (name, story) => {
    const told = await tellStory(world, name, story);
    expect({ clusters: told.clusters(), claims: told.claims() }).toEqual(inOrder(story.expected));
  });
});
