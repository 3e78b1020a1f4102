import type { FoundArticle } from '#article-formats';
import type { FeedWorld } from '../check-feed.js';
import type { Fetched } from '../guarded-fetch.js';

export const FEED = 'https://news.example/feed';
const making = { format: 'html', tools: {}, notes: [] };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** A site whose pages change as the test says; `fetched` names what was asked for in full, `asked` every request. */
export class Site implements FeedWorld {
  hours = 0;
  readonly asked: string[] = [];
  readonly recorded: string[] = [];
  pages: Record<string, string> = {};

  now = (): Date => new Date(Date.UTC(2031, 2, 7) + this.hours * 3_600_000);

  fetch(url: string, { etag }: { readonly etag: string | null }): Promise<Fetched> {
    this.asked.push(url.replace('https://news.example/', ''));
    const text = url === FEED ? Object.keys(this.pages).join(' ') : this.pages[url];
    if (text === undefined) return Promise.reject(new Error('gone'));
    if (etag === text) return Promise.resolve({ status: 'unchanged' });
    return Promise.resolve({
      status: 'fetched',
      bytes: bytesOf(text),
      charset: null,
      etag: text,
      lastModified: null,
    });
  }

  readFeed(bytes: Uint8Array): Promise<readonly FoundArticle[]> {
    const urls = textOf(bytes).split(' ');
    return Promise.resolve(urls.map((url) => ({ where: url, body: { url, text: 'a summary' }, making })));
  }

  readPage = (bytes: Uint8Array) =>
    Promise.resolve({ fields: { text: textOf(bytes), url: 'https://other.example/' }, making });

  record(body: unknown) {
    const { url, text } = body as { url: string; text: string };
    this.recorded.push(`${url.at(-1)}: ${text}`);
    return Promise.resolve('ingested' as const);
  }
}
