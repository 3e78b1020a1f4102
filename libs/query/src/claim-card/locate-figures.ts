import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { claimCardTable, liveTable, trackedReportTable } from '#projections';
import { ViewsReader } from '../views-reader.js';

/** A report, and the article that it stands in. */
export interface LocatedReport {
  readonly reportId: string;
  readonly articleId: string;
}

/** Which report is each of these claims described by? By claim; claims of words, and those that no view has, are left out. */
export class LocateFigures extends Query<ReadonlyMap<string, LocatedReport>> {
  constructor(
    readonly workspace: string,
    readonly claimIds: readonly string[],
  ) {
    super();
  }
}

@QueryHandler(LocateFigures)
export class LocateFiguresHandler implements IQueryHandler<LocateFigures> {
  constructor(private readonly views: ViewsReader) {}

  async execute({ workspace, claimIds }: LocateFigures): Promise<ReadonlyMap<string, LocatedReport>> {
    const rows = await this.views.select<LocatedReport & { readonly claimId: string }>(
      `SELECT card.claim_id AS "claimId", shown.report_id AS "reportId", shown.article_id AS "articleId"
       FROM ${liveTable(claimCardTable)} card JOIN ${liveTable(trackedReportTable)} shown
         ON shown.workspace = card.workspace AND shown.report_id = card.shown_report_id AND shown.kind = 'figure'
       WHERE card.workspace = $1 AND card.claim_id = ANY ($2::uuid[])`,
      [workspace, claimIds],
    );
    return new Map(rows.map(({ claimId, ...report }) => [claimId, report]));
  }
}
