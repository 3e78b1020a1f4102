import type { Command } from 'commander';

/** Verbs that keep the list of feeds, and look at them. */
export function addFeedVerbs(program: Command): void {
  const feeds = program
    .command('feeds')
    .description('feeds of the workspace, whose pages are read and looked at again as they age');
  feeds
    .command('add')
    .argument('<url>', 'RSS, Atom or JSON feed')
    .action(async (url: string) => (await import('../feeds.js')).addFeed(url, process.stdout));
  feeds
    .command('remove')
    .argument('<url>', 'as the list shows it')
    .action(async (url: string) => (await import('../feeds.js')).removeFeed(url, process.stdout));
  feeds
    .command('list')
    .description('the feeds, and when each was read last')
    .action(async () => (await import('../feeds.js')).listFeeds(process.stdout));
  feeds
    .command('check')
    .description('look at one feed, or at all of the list, now')
    .argument('[source]', 'the address of a feed, or a file that holds one')
    .action(async (source?: string) => (await import('../feeds.js')).checkFeeds(source, process.stdout));
}
