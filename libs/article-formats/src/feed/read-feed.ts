import { parseFeed, type AtomFeed, type JsonFeed, type RdfFeed, type RssFeed } from 'feedsmith';
import { decodeText } from '../bytes/decode-text.js';
import { MalformedInput, NoArticle, TooComplex, toRefusal, type Refusal } from '../errors.js';
import { headed, type ArticleFields, type Making } from '../found-article.js';
import { FEED_LIMITS, MAX_FEED_ITEMS } from '../limits.js';
import { guardMarkup } from '../markup/guard-markup.js';
import { readDate } from '../page/publication-date.js';
import { fragmentText, PAGE_TOOLS } from '../page/read-page.js';

export interface FeedHints {
  readonly charset?: string;
  readonly now: Date;
}

/** One item of a feed: an article, or why it is none. */
export type ReadItem =
  { readonly fields: ArticleFields; readonly making: Making } | { readonly refusal: Refusal };

/** What reads feeds; the version is that of package.json, which a test compares. */
export const FEED_TOOLS = { feedsmith: '3.0.1', linkedom: PAGE_TOOLS.linkedom } as const;

/** An item of any kind of feed in the same words. */
interface FeedItem {
  readonly id?: string;
  readonly url?: string;
  readonly title?: string;
  readonly authors: readonly (string | undefined)[];
  readonly language?: string;
  readonly published?: string;
  readonly modified?: string;
  readonly content?: string;
  readonly plain?: string;
  readonly summary?: string;
}

interface Feed {
  readonly format: string;
  readonly outlet?: string;
  readonly language?: string;
  readonly items: readonly FeedItem[];
}

/**
 * The items of an RSS, Atom, RDF or JSON feed, each with its headline and its content as text; where a feed gives summaries alone, those, marked so.
 * @throws {UndecodableText | TooComplex | MalformedInput} the feed as a whole
 */
export function readFeed(bytes: Uint8Array, { charset, now }: FeedHints): ReadItem[] {
  const { text, charset: encoding } = decodeText(bytes, charset ?? null);
  if (!text.trimStart().startsWith('{')) guardMarkup(text, 'xml', FEED_LIMITS);
  const feed = parse(text);
  if (feed.items.length > MAX_FEED_ITEMS)
    throw new TooComplex(`The feed has more than ${MAX_FEED_ITEMS.toLocaleString('en')} items. Split it.`);
  return feed.items.map((item) => readItem(feed, item, encoding, now));
}

function readItem(feed: Feed, item: FeedItem, charset: string, now: Date): ReadItem {
  try {
    const content = textOf(item.content, item.plain);
    const body = content || textOf(item.summary, undefined);
    if (body === '') throw new NoArticle('The item has neither content nor a summary.');
    const notes: string[] = [];
    const published = dateOf(item.published, 'published', notes, now);
    const modifiedAt = dateOf(item.modified, 'modified', notes, now);
    const title = line(item.title && fragmentText(item.title));
    const { text, ...put } = headed(body, title);
    return {
      fields: {
        text,
        // The address tells items apart; ids are often numbers that other feeds have too.
        ...(item.url ? { url: item.url } : item.id && { id: `${feed.outlet ?? 'feed'} ${item.id}` }),
        outlet: line(feed.outlet),
        title,
        byline: line(item.authors.filter((name) => name).join(', ')),
        language: item.language ?? feed.language,
        publishedAt: published,
      },
      making: {
        format: feed.format,
        tools: FEED_TOOLS,
        charset,
        modifiedAt,
        ...(content ? {} : { summaryOnly: true as const }),
        ...put,
        notes,
      },
    };
  } catch (error) {
    return { refusal: toRefusal(error) };
  }
}

const textOf = (html: string | undefined, plain: string | undefined): string =>
  (html ? fragmentText(html) : (plain ?? '')).trim();

function dateOf(given: string | undefined, what: string, notes: string[], now: Date): string | undefined {
  if (given === undefined) return undefined;
  const read = readDate(given, now);
  if ('date' in read) return read.date;
  notes.push(`${what}: ${read.problem}`);
  return undefined;
}

function parse(text: string): Feed {
  try {
    const parsed = parseFeed(text);
    switch (parsed.format) {
      case 'rss':
        return ofRss(parsed.feed);
      case 'atom':
        return ofAtom(parsed.feed);
      case 'rdf':
        return ofRdf(parsed.feed);
      case 'json':
        return ofJson(parsed.feed);
    }
  } catch (error) {
    throw new MalformedInput(`It cannot be read as a feed: ${(error as Error).message}.`);
  }
}

const ofRss = (feed: RssFeed.Feed<string>): Feed => ({
  format: 'rss',
  outlet: feed.title,
  language: feed.language,
  items: (feed.items ?? []).map((item) => ({
    id: item.guid?.value,
    url: item.link ?? permanentAddress(item.guid),
    title: item.title,
    authors: item.dc?.creators ?? (item.authors ?? []).map(nameOf),
    published: item.pubDate ?? item.dc?.dates?.[0],
    content: item.content?.encoded,
    summary: item.description,
  })),
});

const ofAtom = (feed: AtomFeed.Feed<string>): Feed => ({
  format: 'atom',
  outlet: wordsOf(feed.title),
  language: feed.xml?.lang,
  items: (feed.entries ?? []).map((entry) => ({
    id: entry.id,
    url: (entry.links?.find(({ rel }) => !rel || rel === 'alternate') ?? entry.links?.[0])?.href,
    title: wordsOf(entry.title),
    authors: (entry.authors ?? []).map(nameOf),
    language: entry.xml?.lang,
    published: entry.published ?? entry.updated,
    modified: entry.published ? entry.updated : undefined,
    content: wordsOf(entry.content),
    summary: wordsOf(entry.summary),
  })),
});

const ofRdf = (feed: RdfFeed.Feed<string>): Feed => ({
  format: 'rdf',
  outlet: feed.title,
  items: (feed.items ?? []).map((item) => ({
    url: item.link,
    title: item.title,
    authors: item.dc?.creators ?? [],
    published: item.dc?.dates?.[0],
    content: item.content?.encoded,
    summary: item.description,
  })),
});

const ofJson = (feed: JsonFeed.Feed<string>): Feed => ({
  format: 'json-feed',
  outlet: feed.title,
  language: feed.language,
  items: (feed.items ?? []).map((item) => ({
    id: item.id,
    url: item.url ?? item.external_url,
    title: item.title,
    authors: (item.authors ?? feed.authors ?? []).map(nameOf),
    language: item.language,
    published: item.date_published,
    modified: item.date_modified,
    content: item.content_html,
    plain: item.content_text,
    summary: item.summary,
  })),
});

const nameOf = (author: string | { readonly name?: string } | undefined): string | undefined =>
  typeof author === 'string' ? author : author?.name;

const wordsOf = (text: string | { readonly value?: string } | undefined): string | undefined =>
  typeof text === 'string' ? text : text?.value;

/** A guid is the item's address unless it says otherwise. */
function permanentAddress(guid: { readonly value?: string; readonly isPermaLink?: boolean } | undefined) {
  return guid?.isPermaLink !== false && /^https?:/.test(guid?.value ?? '') ? guid?.value : undefined;
}

const line = (value: string | undefined): string | undefined =>
  value?.replace(/\s+/g, ' ').trim() || undefined;
