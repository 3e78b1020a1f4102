import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ArticleErased } from '#domain';
import { EVENT_READER, type EventReader } from '#event-store';
import { articleTextTable, erasedArticleTable, liveTable } from '#projections';
import type { AsOf } from '#tracking';
import { refuseValidOn, resolveAsOf, type AsOfRequest } from '../as-of/as-of.js';
import { Conditions } from '../conditions.js';
import { pageOf, pageSize, seqAfter, type Page } from '../page.js';
import { ViewsReader } from '../views-reader.js';
import { articleView, type ArticleRow, type ArticleView } from './article.js';
import { GetArticle, ListArticles } from './articles.queries.js';
import { fromArticles } from './from-articles.js';

/** @throws {InvalidFields} */
function clocksOf(reader: EventReader, workspace: string, asOf: AsOfRequest): Promise<AsOf> {
  refuseValidOn(asOf, 'an article is printed, and is not valid on days');
  return resolveAsOf(reader, workspace, asOf);
}

@QueryHandler(GetArticle)
export class GetArticleHandler implements IQueryHandler<GetArticle> {
  constructor(
    private readonly views: ViewsReader,
    @Inject(EVENT_READER) private readonly reader: EventReader,
  ) {}

  /** @throws {ArticleErased} @throws {InvalidFields} */
  async execute({ workspace, articleId, asOf }: GetArticle): Promise<ArticleView | null> {
    const conditions = new Conditions()
      .add('article.workspace = ?', workspace)
      .add('article.article_id = ?', articleId);
    const articles = fromArticles(conditions, await clocksOf(this.reader, workspace, asOf));
    const [row] = await this.views.select<ArticleRow>(
      `SELECT article.*, article.first_seq::text AS seq, content.text
       ${articles} JOIN ${liveTable(articleTextTable)} content
         ON content.workspace = article.workspace AND content.article_id = article.article_id AND content.revision = article.revision
       ${conditions.toString()}`,
      conditions.values,
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
  constructor(
    private readonly views: ViewsReader,
    @Inject(EVENT_READER) private readonly reader: EventReader,
  ) {}

  /** @throws {InvalidFields} */
  async execute({ workspace, page, asOf }: ListArticles): Promise<Page<ArticleView>> {
    const size = pageSize(page);
    const conditions = new Conditions()
      .add('article.workspace = ?', workspace)
      .add('article.first_seq > ?', seqAfter(page));
    const articles = fromArticles(conditions, await clocksOf(this.reader, workspace, asOf));
    const rows = await this.views.select<ArticleRow>(
      `SELECT article.*, article.first_seq::text AS seq ${articles}
       ${conditions.toString()} ORDER BY article.first_seq LIMIT ${size + 1}`,
      conditions.values,
    );
    return pageOf(rows.map(articleView), size);
  }
}
