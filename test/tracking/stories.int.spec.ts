import { stories } from './story.js';
import { StoryWorld } from './story-world.js';
import { inOrder, tellStory } from './told-story.js';

const isOfFigures = ({ range }: { readonly range: string | null }): boolean => range !== null;

let world: StoryWorld;
beforeAll(async () => void (world = await StoryWorld.open()));
afterAll(() => world.close());

describe('invented stories', () => {
  it.each(stories.map((story) => [story.name, story] as const))('%s', async (name, story) => {
    const told = await tellStory(world, name, story);
    const { clusters, claims } = inOrder(story.expected);
    expect({ clusters: told.clusters(), claims: told.claims().filter(isOfFigures) }).toEqual({
      clusters,
      claims: claims.filter(isOfFigures),
    });
  });
});
