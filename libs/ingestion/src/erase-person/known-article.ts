import { upcasterChains, type ArticleIngested, type ArticleRevised, type ArticleWithdrawn } from '#domain';
import type { StoredEvent } from '#event-store';
import { evolveArticle, NO_ARTICLE } from '../article/article-stream.js';
import type { KnownArticle } from './mask-article.js';

/** What the events of an article's stream that still have words make known of it; null where none has a text. */
export function knownArticle(articleId: string, events: readonly StoredEvent[]): KnownArticle | null {
  let state = NO_ARTICLE;
  let sourceKey: string | null = null;
  let text: string | null = null;
  let reason: string | null = null;
  for (const event of events) {
    const lifted = upcasterChains.lift(event);
    state = evolveArticle(state, lifted);
    if (lifted.type === 'ArticleIngested') ({ sourceKey } = lifted.data as ArticleIngested);
    if (lifted.type === 'ArticleIngested' || lifted.type === 'ArticleRevised')
      ({ text } = lifted.data as ArticleIngested | ArticleRevised);
    if (lifted.type === 'ArticleWithdrawn') ({ reason } = lifted.data as ArticleWithdrawn);
  }
  if (text === null || sourceKey === null) return null;
  return {
    articleId,
    sourceKey,
    text,
    metadata: state.metadata,
    assertedAt: state.assertedAt,
    withdrawal: state.withdrawn ? reason : null,
  };
}
