import { FeedChecker } from './check-feed.js';
import { FEED, Site } from './testing/invented-site.js';

const EMPTY = { pages: {}, items: {} };

describe('FeedChecker', () => {
  const site = () => {
    const made = new Site();
    made.pages = { 'https://news.example/a': 'one', 'https://news.example/b': 'two' };
    return made;
  };
  const limits = { leastSeconds: 60, maxPages: 50 };

  it('records the pages of a feed under the addresses that the feed gives', async () => {
    const world = site();
    const { outcomes } = await new FeedChecker(EMPTY, world, limits).check(FEED);
    expect(outcomes).toEqual({ ingested: 2 });
    expect(world.recorded).toEqual(['a: one', 'b: two']);
  });

  it('looks at known pages again when they are due, the feed changed or not, and records what changed', async () => {
    const world = site();
    let { state } = await look(new FeedChecker(EMPTY, world, limits));
    world.hours = 1;
    world.pages['https://news.example/b'] = 'two, corrected';
    ({ state } = await look(new FeedChecker(state, world, limits)));
    expect(world.recorded.slice(2)).toEqual(['b: two, corrected']);
    world.hours = 1.1;
    world.asked.length = 0;
    await look(new FeedChecker(state, world, limits));
    expect(world.asked).toEqual(['feed']);
  });

  it('fetches no more pages in a turn than it may, and the rest in the next', async () => {
    const world = site();
    const checker = new FeedChecker(EMPTY, world, { ...limits, maxPages: 1 });
    expect((await checker.check(FEED)).left).toBe(1);
    expect((await checker.check(FEED)).left).toBe(0);
    expect(world.recorded).toEqual(['a: one', 'b: two']);
  });

  it('goes on behind a page that fails, and tries that again in its turn', async () => {
    const world = site();
    const fetch = world.fetch.bind(world);
    world.fetch = (url, known) =>
      url.endsWith('/a') ? Promise.reject(new Error('gone')) : fetch(url, known);
    const checker = new FeedChecker(EMPTY, world, limits);
    const { outcomes, problems } = await checker.check(FEED);
    expect([outcomes, problems.map(({ url }) => url)]).toEqual([{ ingested: 1 }, ['https://news.example/a']]);
    world.fetch = fetch;
    world.hours = 1;
    await checker.check(FEED);
    expect(world.recorded).toEqual(['b: two', 'a: one']);
  });

  it('forgets old pages that the feed no longer lists', async () => {
    const world = site();
    const checker = new FeedChecker(EMPTY, world, limits);
    await checker.check(FEED);
    delete world.pages['https://news.example/a'];
    world.hours = 24 * 31;
    await checker.check(FEED);
    expect(Object.keys(checker.state.pages).sort()).toEqual(['https://news.example/b', FEED]);
  });
});

async function look(checker: FeedChecker): Promise<FeedChecker> {
  await checker.check(FEED);
  return checker;
}
