import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { ArticleRevisionCompared, ReportChange, RevisionExtent } from '#domain';
import { articleRevisionTable, liveTable } from '#projections';
import { ViewsReader } from '../views-reader.js';

/** What a new text of an article changed, and whether it said so. */
export interface ArticleRevisionView {
  readonly articleId: string;
  readonly revision: number;
  readonly seq: string;
  readonly recordedAt: string;
  readonly publishedAt: string | null;
  readonly extent: RevisionExtent;
  /** Share of words that both texts have, 0 to 1. */
  readonly similarity: number;
  /** Whether the article says nowhere that it was changed. */
  readonly stealth: boolean;
  readonly changes: readonly ReportChange[];
}

/** What did each text of an article change, oldest first? None where it was never revised. */
export class GetArticleRevisions extends Query<readonly ArticleRevisionView[]> {
  constructor(
    readonly workspace: string,
    readonly articleId: string,
  ) {
    super();
  }
}

interface RevisionRow extends Pick<
  ArticleRevisionCompared,
  'revision' | 'extent' | 'similarity' | 'stealth' | 'changes'
> {
  readonly article_id: string;
  readonly seq: bigint;
  readonly recorded_at: Date;
  readonly published_at: string | null;
}

@QueryHandler(GetArticleRevisions)
export class GetArticleRevisionsHandler implements IQueryHandler<GetArticleRevisions> {
  constructor(private readonly views: ViewsReader) {}

  async execute({ workspace, articleId }: GetArticleRevisions): Promise<readonly ArticleRevisionView[]> {
    const rows = await this.views.select<RevisionRow & Record<string, unknown>>(
      `SELECT * FROM ${liveTable(articleRevisionTable)} WHERE workspace = $1 AND article_id = $2 ORDER BY revision`,
      [workspace, articleId],
    );
    return rows.map((row) => ({
      articleId: row.article_id,
      revision: row.revision,
      seq: String(row.seq),
      recordedAt: row.recorded_at.toISOString(),
      publishedAt: row.published_at,
      extent: row.extent,
      similarity: row.similarity,
      stealth: row.stealth,
      changes: row.changes,
    }));
  }
}
