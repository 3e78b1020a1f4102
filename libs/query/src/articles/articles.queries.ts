import { Query } from '@nestjs/cqrs';
import type { AsOfRequest } from '../as-of/as-of.js';
import type { Page, PageRequest } from '../page.js';
import type { ArticleView } from './article.js';

/** One article with its newest text; null if there is none of that id. */
export class GetArticle extends Query<ArticleView | null> {
  constructor(
    readonly workspace: string,
    readonly articleId: string,
    readonly asOf: AsOfRequest = {},
  ) {
    super();
  }
}

/** Which articles are there? In the order they came. */
export class ListArticles extends Query<Page<ArticleView>> {
  constructor(
    readonly workspace: string,
    readonly page: PageRequest,
    readonly asOf: AsOfRequest = {},
  ) {
    super();
  }
}
