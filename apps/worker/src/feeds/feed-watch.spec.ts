import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger, loadConfig, type Config } from '#platform';
import { FeedFiles } from './feed-files.js';
import { FeedWatch } from './feed-watch.js';
import { FEED, Site } from './testing/invented-site.js';

const HOUR_SECONDS = 3_600;
let config: Config;
beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'claimtrail-feeds-'));
  config = { ...loadConfig({ CLAIMTRAIL_DATA_DIR: dataDir }), feedSeconds: HOUR_SECONDS };
  await new FeedFiles(dataDir, config.workspace).writeList({ feeds: [{ url: FEED, addedAt: '2031-03-07' }] });
});
afterAll(() => rm(config.dataDir, { recursive: true }));

/** Watches the site; `between` is told how often it has waited, and what time passes meanwhile is the watch's own. */
async function watched(
  site: Site,
  between: (waits: number, stop: () => void) => void,
  seconds = HOUR_SECONDS,
) {
  let [waits, closed] = [0, 0];
  let ended: Promise<void> = Promise.resolve();
  const watch = new FeedWatch(
    {
      config: { ...config, feedSeconds: seconds },
      store: undefined as never,
      logger: createLogger('silent'),
    },
    {
      openWorld: () => Promise.resolve({ world: site, close: () => Promise.resolve((closed += 1)) }),
      pause: (ms) => {
        site.hours += ms / 3_600_000;
        between((waits += 1), () => {
          ended = watch.stop();
        });
        return Promise.resolve();
      },
    },
  );
  watch.start();
  while (seconds > 0 && closed === 0) await new Promise((resolve) => setImmediate(resolve));
  await ended;
  return { waits, closed };
}

describe('FeedWatch', () => {
  it('looks again each time the settings say, goes on behind a look that fails, and ends when it is stopped', async () => {
    const site = new Site();
    site.pages = { 'https://news.example/a': 'one' };
    const fetch = site.fetch.bind(site);
    const counted = await watched(site, (waits, stop) => {
      if (waits === 1) site.fetch = () => Promise.reject(new Error('no network'));
      if (waits === 2) {
        site.fetch = fetch;
        site.pages['https://news.example/b'] = 'two';
      }
      if (waits === 3) stop();
    });
    expect(counted).toEqual({ waits: 3, closed: 1 });
    expect(site.recorded).toEqual(['a: one', 'b: two']);
    const { pages } = await new FeedFiles(config.dataDir, config.workspace).readState();
    expect(Object.keys(pages)).toContain('https://news.example/b');
  });

  it('looks at nothing where the settings say never', async () => {
    const site = new Site();
    expect(await watched(site, () => undefined, 0)).toEqual({ waits: 0, closed: 0 });
    expect(site.asked).toEqual([]);
  });
});
