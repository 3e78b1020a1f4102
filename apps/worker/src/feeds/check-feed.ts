import type { FoundArticle, Making, ReadPage } from '#article-formats';
import type { IngestionOutcome } from '#ingestion';
import type { Fetched, Validators } from './guarded-fetch.js';
import { isDue, isOld, type PageState } from './page-state.js';
import type { FeedState } from './feed-files.js';

/** What checking a feed needs of the world. */
export interface FeedWorld {
  readonly now: () => Date;
  fetch(url: string, known: Validators): Promise<Fetched>;
  readFeed(bytes: Uint8Array, url: string, charset: string | null): Promise<readonly FoundArticle[]>;
  readPage(bytes: Uint8Array, url: string, charset: string | null): Promise<ReadPage>;
  record(body: unknown, making: Making): Promise<IngestionOutcome>;
}

export interface FeedCheck {
  readonly url: string;
  readonly outcomes: Readonly<Partial<Record<IngestionOutcome | 'unchanged', number>>>;
  readonly problems: readonly { readonly url: string; readonly problem: Error }[];
  /** Pages that were due and are left for the next time. */
  readonly left: number;
}

export interface CheckLimits {
  readonly leastSeconds: number;
  readonly maxPages: number;
}

const UNKNOWN: Validators = { etag: null, lastModified: null };

interface FeedItem {
  readonly url: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly making: Making | null;
}

/** One look at a feed: its new pages are fetched and recorded, those known before when they are due; each failure costs its page alone. */
export class FeedChecker {
  private pages: Record<string, PageState>;
  private items: Record<string, readonly string[]>;

  constructor(
    state: FeedState,
    private readonly world: FeedWorld,
    private readonly limits: CheckLimits,
  ) {
    this.pages = { ...state.pages };
    this.items = { ...state.items };
  }

  /** What is known now, without pages that no feed lists any more and that are too old to be looked at. */
  get state(): FeedState {
    const listed = new Set([...Object.keys(this.items), ...Object.values(this.items).flat()]);
    const kept = Object.entries(this.pages).filter(
      ([url, page]) => listed.has(url) || !isOld(page, this.world.now()),
    );
    return { pages: Object.fromEntries(kept), items: this.items };
  }

  /** @throws {FeedError} the feed itself cannot be fetched or read */
  async check(url: string): Promise<FeedCheck> {
    const fetched = await this.world.fetch(url, this.pages[url] ?? UNKNOWN);
    if (fetched.status === 'unchanged') {
      this.note(url, this.pages[url] ?? UNKNOWN);
      const known = (this.items[url] ?? []).map((item) => ({ url: item, fields: {}, making: null }));
      return this.checkItems(url, known, []);
    }
    const check = await this.checkDocument(url, fetched.bytes, fetched.charset);
    this.note(url, fetched);
    return check;
  }

  /** The same for a feed that was fetched otherwise: a file. */
  async checkDocument(url: string, bytes: Uint8Array, charset: string | null): Promise<FeedCheck> {
    const found = await this.world.readFeed(bytes, url, charset);
    const items = found.flatMap((one) => ('body' in one ? [itemOf(one)] : []));
    const problems = found.flatMap((one) =>
      'problem' in one ? [{ url: one.where, problem: one.problem }] : [],
    );
    this.items[url] = items.map((item) => item.url).filter((item) => item !== null);
    return this.checkItems(url, items, problems);
  }

  private async checkItems(
    url: string,
    items: readonly FeedItem[],
    refused: FeedCheck['problems'],
  ): Promise<FeedCheck> {
    const { leastSeconds, maxPages } = this.limits;
    const now = this.world.now();
    const due = items.filter((item) => item.url === null || isDue(this.pages[item.url], now, leastSeconds));
    const outcomes: Partial<Record<IngestionOutcome | 'unchanged', number>> = {};
    const problems = [...refused];
    for (const item of due.slice(0, maxPages)) {
      try {
        const outcome = await this.checkItem(item);
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      } catch (error) {
        // A page that fails is tried again in its turn, not at once.
        if (item.url !== null) this.note(item.url, this.pages[item.url] ?? UNKNOWN);
        problems.push({ url: item.url ?? url, problem: error as Error });
      }
    }
    return { url, outcomes, problems, left: Math.max(0, due.length - maxPages) };
  }

  private async checkItem({ url, fields, making }: FeedItem): Promise<IngestionOutcome | 'unchanged'> {
    if (url === null) return this.world.record(fields, making!);
    const fetched = await this.world.fetch(url, this.pages[url] ?? UNKNOWN);
    if (fetched.status === 'unchanged') {
      this.note(url, this.pages[url] ?? UNKNOWN);
      return 'unchanged';
    }
    const page = await this.world.readPage(fetched.bytes, url, fetched.charset);
    // The page says more than the feed; its address is the feed's, so that it stays the same article.
    const outcome = await this.world.record({ ...fields, ...page.fields, url }, page.making);
    this.note(url, fetched);
    return outcome;
  }

  private note(url: string, { etag, lastModified }: Validators): void {
    const checkedAt = this.world.now().toISOString();
    const firstSeen = this.pages[url]?.firstSeen ?? checkedAt;
    this.pages[url] = { firstSeen, checkedAt, etag, lastModified };
  }
}

function itemOf({ body, making }: Extract<FoundArticle, { body: unknown }>): FeedItem {
  const fields = body as { readonly url?: string };
  return { url: fields.url ?? null, fields: { ...fields }, making };
}
