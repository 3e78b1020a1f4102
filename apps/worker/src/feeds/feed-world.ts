import { Readable } from 'node:stream';
import { readArticles, type FormatReader, type FoundArticle, type Making } from '#article-formats';
import type { EventAppender, EventReader } from '#event-store';
import { IngestArticle, IngestArticleHandler, parseSubmission } from '#ingestion';
import type { Config } from '#platform';
import type { ArticleReader } from '#reading';
import type { FeedWorld } from './check-feed.js';
import { guardedFetch } from './guarded-fetch.js';

const ACTOR = 'feeds';
const MAX_BYTES = 8 * 1024 * 1024;
const TIMEOUT_MS = 20_000;

export interface FeedResources {
  readonly config: Config;
  readonly store: EventReader & EventAppender;
  readonly articles: ArticleReader;
  readonly formats: FormatReader;
}

/** Fetches with the settings' limits, reads on threads, records in the log. */
export function feedWorld({ config, store, articles, formats }: FeedResources): FeedWorld {
  const trustedHosts = (config.feedHosts ?? '').split(',').filter((host) => host !== '');
  const ingestion = new IngestArticleHandler(store, store, articles);
  return {
    now: () => new Date(),
    fetch: (url, known) =>
      guardedFetch(url, known, { maxBytes: MAX_BYTES, timeoutMs: TIMEOUT_MS, trustedHosts }),
    readFeed: (bytes, url) => collectFeed(bytes, url, formats),
    readPage: (bytes, url, charset) => formats.page(bytes, { url, ...(charset !== null && { charset }) }),
    record: async (body: unknown, making: Making) => {
      const submission = parseSubmission(body, config.maxArticleCharacters);
      const command = new IngestArticle(config.workspace, ACTOR, submission, undefined, false, { ...making });
      return (await ingestion.execute(command)).outcome;
    },
  };
}

/** Whatever its name and type are: XML or JSON tells itself. */
async function collectFeed(bytes: Uint8Array, where: string, formats: FormatReader): Promise<FoundArticle[]> {
  const found: FoundArticle[] = [];
  const isJson = /^\s*[{[]/.test(Buffer.from(bytes.subarray(0, 100)).toString('latin1'));
  const format = isJson ? 'json' : 'feed';
  const source = { where, bytes: Readable.from([bytes]), format } as const;
  for await (const article of readArticles(source, formats)) found.push(article);
  return found;
}
