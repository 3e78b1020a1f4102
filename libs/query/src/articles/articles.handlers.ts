import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ArticleErased } from '#domain';
import { articleTable, articleTextTable, erasedArticleTable, liveTable } from '#projections';
import { pageOf, pageSize, seqAfter, type Page } from '../page.js';
import { ViewsReader } from '../views-reader.js';
import { articleView, type ArticleRow, type ArticleView } from './article.js';
import { GetArticle, ListArticles } from './articles.queries.js';

@QueryHandler(GetArticle)
export class GetArticleHandler implements IQueryHandler<GetArticle> {
  constructor(private readonly views: ViewsReader) {}

  /** @throws {ArticleErased} */
  async execute({ workspace, articleId }: GetArticle): Promise<ArticleView | null> {
    const [row] = await this.views.select<ArticleRow>(
      `SELECT article.*, article.first_seq::text AS seq, content.text
       FROM ${liveTable(articleTable)} article
       JOIN ${liveTable(articleTextTable)} content USING (workspace, article_id, revision)
       WHERE article.workspace = $1 AND article.article_id = $2`,
      [workspace, articleId],
    );
    if (row) return articleView(row);
    await this.refuseErased(workspace, articleId);
    return null;
  }

  private async refuseErased(workspace: string, articleId: string): Promise<void> {
    const [erased] = await this.views.select<{ seq: bigint }>(
      `SELECT seq FROM ${liveTable(erasedArticleTable)} WHERE workspace = $1 AND article_id = $2`,
      [workspace, articleId],
    );
    if (erased) throw new ArticleErased(articleId, erased.seq);
  }
}

@QueryHandler(ListArticles)
export class ListArticlesHandler implements IQueryHandler<ListArticles> {
  constructor(private readonly views: ViewsReader) {}

  async execute({ workspace, page }: ListArticles): Promise<Page<ArticleView>> {
    const size = pageSize(page);
    const rows = await this.views.select<ArticleRow>(
      `SELECT article.*, article.first_seq::text AS seq FROM ${liveTable(articleTable)} article
       WHERE workspace = $1 AND first_seq > $2 ORDER BY first_seq LIMIT ${size + 1}`,
      [workspace, seqAfter(page)],
    );
    return pageOf(rows.map(articleView), size);
  }
}
