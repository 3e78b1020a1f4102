import { setTimeout as delay } from 'node:timers/promises';
import { FormatReader } from '#article-formats';
import type { EventAppender, EventReader } from '#event-store';
import { openConfiguredReader } from '#llm-reader';
import type { Config, Logger } from '#platform';
import { FeedChecker, type FeedWorld } from './check-feed.js';
import { FeedFiles } from './feed-files.js';
import { feedWorld } from './feed-world.js';

/** Pages of one feed that are fetched in one turn. */
export const MAX_PAGES = 50;

export interface FeedWatchResources {
  readonly config: Config;
  readonly store: EventReader & EventAppender;
  readonly logger: Logger;
}

/** What the watch looks into, and how it waits; tests give others. */
export interface FeedSurroundings {
  openWorld(): Promise<{ readonly world: FeedWorld; readonly close: () => Promise<unknown> }>;
  /** Resolves when the time is over or the signal aborts. */
  pause(ms: number, signal: AbortSignal): Promise<unknown>;
}

/** Looks at the feeds of the workspace every so many seconds until stopped; does nothing unless the settings say how often. */
export class FeedWatch {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly resources: FeedWatchResources,
    private readonly surroundings: FeedSurroundings = realSurroundings(resources),
  ) {}

  start(): void {
    const { config, logger } = this.resources;
    if (config.feedSeconds === 0) return;
    logger.info({ everySeconds: config.feedSeconds }, 'Feeds are read');
    this.running = this.run();
  }

  /** Ends after the page that is being recorded. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { config, logger } = this.resources;
    const { signal } = this.stopping;
    const { world, close } = await this.surroundings.openWorld();
    try {
      while (!signal.aborted) {
        await this.turn(world).catch((error: unknown) =>
          logger.error({ err: error }, 'Feeds could not be read'),
        );
        await this.surroundings.pause(config.feedSeconds * 1000, signal);
      }
    } finally {
      await close();
    }
  }

  private async turn(world: FeedWorld): Promise<void> {
    const { config, logger } = this.resources;
    const files = new FeedFiles(config.dataDir, config.workspace);
    const { feeds } = await files.readList();
    if (feeds.length === 0) return;
    const limits = { leastSeconds: config.feedSeconds, maxPages: MAX_PAGES };
    const checker = new FeedChecker(await files.readState(), world, limits);
    for (const { url } of feeds) {
      if (this.stopping.signal.aborted) return;
      try {
        const { outcomes, problems, left } = await checker.check(url);
        for (const { url: page, problem } of problems)
          logger.warn({ err: problem, page }, 'A page was not read');
        logger.info({ feed: url, ...outcomes, left }, 'A feed was read');
      } catch (error) {
        logger.warn({ err: error, feed: url }, 'A feed was not read');
      }
      await files.writeState(checker.state);
    }
  }
}

const realSurroundings = ({ config, store }: FeedWatchResources): FeedSurroundings => ({
  openWorld: async () => {
    const articles = await openConfiguredReader(config);
    const formats = new FormatReader();
    const close = () => Promise.all([articles.close(), formats.close()]);
    return { world: feedWorld({ config, store, articles, formats }), close };
  },
  pause: (ms, signal) => delay(ms, undefined, { signal }).catch(() => undefined),
});
