import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { ArticleRevisionCompared, ReportChange, RevisionExtent } from '#domain';
import { EVENT_READER, type EventReader } from '#event-store';
import { articleRevisionTable, liveTable } from '#projections';
import { endOf } from '../as-of/as-of-conditions.js';
import { refuseValidOn, resolveAsOf, type AsOfRequest } from '../as-of/as-of.js';
import { instantOf } from '../as-of/told-then.js';
import { Conditions } from '../conditions.js';
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
    readonly asOf: AsOfRequest = {},
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
  constructor(
    private readonly views: ViewsReader,
    @Inject(EVENT_READER) private readonly reader: EventReader,
  ) {}

  /** @throws {InvalidFields} a text is changed at a time: no comparison is valid on a day */
  async execute({
    workspace,
    articleId,
    asOf,
  }: GetArticleRevisions): Promise<readonly ArticleRevisionView[]> {
    refuseValidOn(asOf, 'a text is changed at a time, and the change is not valid on days');
    const { recordedSeq, assertedBy } = await resolveAsOf(this.reader, workspace, asOf);
    const conditions = new Conditions().add('workspace = ?', workspace).add('article_id = ?', articleId);
    if (typeof recordedSeq === 'number') conditions.add('seq <= ?', recordedSeq);
    if (assertedBy)
      conditions.add(
        `coalesce(${instantOf('published_at')}, recorded_at) <= ?::timestamptz`,
        endOf(assertedBy),
      );
    const rows = await this.views.select<RevisionRow & Record<string, unknown>>(
      `SELECT * FROM ${liveTable(articleRevisionTable)} ${conditions.toString()} ORDER BY revision`,
      conditions.values,
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
