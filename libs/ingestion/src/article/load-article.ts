import { upcasterChains } from '#domain';
import type { EventReader } from '#event-store';
import { articleStream, evolveArticle, NO_ARTICLE, type ArticleState } from './article-stream.js';

/** Folds an article's stream into what a decision needs; NO_ARTICLE where there is none. */
export async function loadArticle(
  reader: EventReader,
  workspace: string,
  articleId: string,
): Promise<ArticleState> {
  let state = NO_ARTICLE;
  for await (const event of reader.readStream(workspace, articleStream(articleId)))
    state = evolveArticle(state, upcasterChains.lift(event));
  return state;
}
