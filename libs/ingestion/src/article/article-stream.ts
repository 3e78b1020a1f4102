import type { ArticleIngested, ArticleRevised } from '#domain';
import type { StoredEvent } from '#event-store';

/** What the write side must know of an article to decide: nothing more is kept. */
export interface ArticleState {
  /** Events in the stream: the expected version of the next append. */
  readonly version: number;
  readonly revision: number;
  readonly textSha256: string | null;
  readonly withdrawn: boolean;
}

export const NO_ARTICLE: ArticleState = { version: 0, revision: 0, textSha256: null, withdrawn: false };

export const articleStream = (articleId: string): string => `article-${articleId}`;

export function evolveArticle(state: ArticleState, event: StoredEvent): ArticleState {
  const next = { ...state, version: event.version };
  switch (event.type) {
    case 'ArticleIngested':
    case 'ArticleRevised': {
      const { revision, textSha256 } = event.data as ArticleIngested | ArticleRevised;
      return { ...next, revision, textSha256 };
    }
    case 'ArticleWithdrawn':
      return { ...next, withdrawn: true };
    default:
      return next;
  }
}
