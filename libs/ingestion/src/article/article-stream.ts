import {
  isErased,
  type ArticleIngested,
  type ArticleMetadata,
  type ArticleMetadataChanged,
  type ArticleRevised,
  type ErasureRecorded,
} from '#domain';
import type { StoredEvent } from '#event-store';

/** What the write side must know of an article to decide: nothing more is kept. */
export interface ArticleState {
  /** Events in the stream: the expected version of the next append. */
  readonly version: number;
  readonly revision: number;
  readonly textSha256: string | null;
  /** Since when it says what its text says: since that was published, or first seen. */
  readonly assertedAt: string | null;
  readonly withdrawn: boolean;
  /** What is known of it beside the text. */
  readonly metadata: ArticleMetadata;
  /** The event that erased it, while nothing was recorded of it since. */
  readonly erasure: { readonly seq: bigint; readonly recordedAgain: boolean } | null;
  /** Its text, where an erasure recorded that again with a person's names masked. */
  readonly masked: { readonly text: string; readonly erasure: bigint } | null;
}

const NOTHING_KNOWN: ArticleMetadata = {
  url: null,
  outlet: null,
  title: null,
  byline: null,
  language: null,
  publishedAt: null,
};

export const NO_ARTICLE: ArticleState = {
  version: 0,
  revision: 0,
  textSha256: null,
  assertedAt: null,
  withdrawn: false,
  metadata: NOTHING_KNOWN,
  erasure: null,
  masked: null,
};

export const articleStream = (articleId: string): string => `article-${articleId}`;

export function evolveArticle(state: ArticleState, event: StoredEvent): ArticleState {
  const next = { ...state, version: event.version };
  if (isErased(event.data)) return next;
  switch (event.type) {
    case 'ArticleIngested':
    case 'ArticleRevised': {
      const article = event.data as ArticleIngested | ArticleRevised;
      const { revision, textSha256 } = article;
      const keepsReports = 'keepsReports' in article && article.keepsReports;
      const assertedAt = keepsReports ? state.assertedAt : event.occurredAt;
      const masked = state.erasure?.recordedAgain ? { text: article.text, erasure: state.erasure.seq } : null;
      const known = { revision, textSha256, assertedAt, withdrawn: false };
      return { ...next, ...known, metadata: metadataOf(article), erasure: null, masked };
    }
    case 'ArticleMetadataChanged':
      return { ...next, metadata: metadataOf(event.data as ArticleMetadataChanged) };
    case 'ErasureRecorded': {
      const { revision, recordedAgain } = event.data as ErasureRecorded;
      return { ...NO_ARTICLE, version: event.version, revision, erasure: { seq: event.seq, recordedAgain } };
    }
    case 'ArticleWithdrawn':
      return { ...next, withdrawn: true };
    default:
      return next;
  }
}

const metadataOf = ({
  url,
  outlet,
  title,
  byline,
  language,
  publishedAt,
}: ArticleMetadata): ArticleMetadata => ({
  url,
  outlet,
  title,
  byline,
  language,
  publishedAt,
});
