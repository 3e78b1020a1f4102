import { readFile } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { FormatReader } from '#article-formats';
import { InvalidFields } from '#domain';
import { openConfiguredReader } from '#llm-reader';
import { loadConfig } from '#platform';
import { FeedChecker, FeedFiles, feedWorld, MAX_PAGES, type FeedCheck } from '#worker';
import { UnreadableFile } from './article-files.js';
import { catchUpViews, withLog } from './open-log.js';

const WEB_ADDRESS = /^https?:\/\/\S+$/;

/** `claimtrail feeds add`: the worker reads it from its next look on. */
export async function addFeed(address: string, output: Writable): Promise<void> {
  const url = webAddress(address);
  const files = openFiles();
  const list = await files.readList();
  if (list.feeds.some((feed) => feed.url === url))
    return void output.write(`${url} is in the list already\n`);
  await files.writeList({ feeds: [...list.feeds, { url, addedAt: new Date().toISOString() }] });
  const { feedSeconds } = loadConfig(process.env);
  output.write(`added ${url}\n`);
  if (feedSeconds === 0)
    output.write('Feeds are not read by the worker until CLAIMTRAIL_FEED_SECONDS says how often.\n');
}

export async function removeFeed(address: string, output: Writable): Promise<void> {
  const url = webAddress(address);
  const files = openFiles();
  const { feeds } = await files.readList();
  const left = feeds.filter((feed) => feed.url !== url);
  if (left.length === feeds.length)
    throw new InvalidFields('feeds', { URL: 'is not in the list; "claimtrail feeds list" shows it' });
  await files.writeList({ feeds: left });
  output.write(`removed ${url}; its articles stay\n`);
}

export async function listFeeds(output: Writable): Promise<void> {
  const files = openFiles();
  const [{ feeds }, { pages, items }] = await Promise.all([files.readList(), files.readState()]);
  for (const { url } of feeds) {
    const checked = pages[url]?.checkedAt ?? 'never';
    output.write(`${url}  last read: ${checked}  pages: ${items[url]?.length ?? 0}\n`);
  }
  if (feeds.length === 0) output.write('no feeds; add one with "claimtrail feeds add URL"\n');
}

/** `claimtrail feeds check`: one look at a feed, or at all of the list, now; of a file, at the pages it leads to. */
export async function checkFeeds(source: string | undefined, output: Writable): Promise<void> {
  await withLog(async (log) => {
    const files = new FeedFiles(log.config.dataDir, log.config.workspace);
    const [articles, formats] = [await openConfiguredReader(log.config), new FormatReader()];
    const world = feedWorld({ config: log.config, store: log.store, articles, formats });
    const limits = { leastSeconds: log.config.feedSeconds, maxPages: MAX_PAGES };
    const checker = new FeedChecker(await files.readState(), world, limits);
    try {
      const sources = source === undefined ? (await files.readList()).feeds.map(({ url }) => url) : [source];
      for (const one of sources) {
        report(await checkOne(checker, one), output);
        await files.writeState(checker.state);
      }
    } finally {
      await Promise.all([articles.close(), formats.close()]);
    }
    await catchUpViews(log);
  });
}

async function checkOne(checker: FeedChecker, source: string): Promise<FeedCheck> {
  if (WEB_ADDRESS.test(source)) return checker.check(webAddress(source));
  const bytes = await readFile(source).catch((error: Error) => {
    throw new UnreadableFile(`${source} cannot be read: ${error.message}`);
  });
  return checker.checkDocument(source, bytes, null);
}

function report({ url, outcomes, problems, left }: FeedCheck, output: Writable): void {
  const counts = Object.entries(outcomes).map(([outcome, count]) => `${count} ${outcome}`);
  const rest = left > 0 ? `; ${left} pages are left for the next time` : '';
  output.write(`${url}: ${counts.join(', ') || 'nothing was due'}${rest}\n`);
  for (const { url: page, problem } of problems) {
    const { code } = problem as { code?: string };
    output.write(`  ${page}: refused: ${problem.message}${code ? ` [${code}]` : ''}\n`);
  }
  if (problems.length > 0) process.exitCode = 1;
}

function openFiles(): FeedFiles {
  const { dataDir, workspace } = loadConfig(process.env);
  return new FeedFiles(dataDir, workspace);
}

function webAddress(address: string): string {
  if (!WEB_ADDRESS.test(address) || !URL.canParse(address))
    throw new InvalidFields('feeds', { URL: 'must be an http or https address' });
  return new URL(address).href;
}
