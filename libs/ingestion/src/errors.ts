import { DomainError } from '#domain';

/** A command named an article that is not in the log. */
export class ArticleNotFound extends DomainError {
  readonly code = 'INGESTION.ARTICLE_NOT_FOUND';

  constructor(articleId: string) {
    super(`There is no article ${articleId}. List articles to find its id.`, { articleId });
  }
}
