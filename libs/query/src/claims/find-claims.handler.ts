import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { claimReportTable, liveTable } from '#projections';
import type { Page } from '../page.js';
import { readReports } from '../reports/read-reports.js';
import { selectReports } from '../reports/report.js';
import { reportConditions } from '../reports/report-filter.js';
import { ViewsReader } from '../views-reader.js';
import { claimView, type ClaimRow, type ClaimView } from './claim.js';
import { FindClaims } from './find-claims.query.js';

@QueryHandler(FindClaims)
export class FindClaimsHandler implements IQueryHandler<FindClaims> {
  constructor(private readonly views: ViewsReader) {}

  async execute({ filter }: FindClaims): Promise<Page<ClaimView>> {
    const conditions = reportConditions(filter).filter('report.polarity = ?', filter.polarity);
    const table = liveTable(claimReportTable);
    const page = await readReports(this.views, table, conditions, filter, (row: ClaimRow) => claimView(row));
    const denials = await this.denialsOf(
      filter.workspace,
      page.items.map(({ id }) => id),
    );
    const items = page.items.map((claim) => {
      const answered = denials.get(claim.id) ?? [];
      return { ...claim, denials: answered, disputed: answered.length > 0 };
    });
    return { ...page, items };
  }

  private async denialsOf(workspace: string, ids: readonly string[]): Promise<Map<string, ClaimView[]>> {
    const rows = await this.views.select<ClaimRow>(
      `${selectReports(liveTable(claimReportTable))}
       WHERE report.workspace = $1 AND report.answers = ANY($2::uuid[])
         AND report.superseded_seq IS NULL AND report.withdrawn_seq IS NULL
       ORDER BY report.seq`,
      [workspace, ids],
    );
    const byClaim = new Map<string, ClaimView[]>();
    for (const row of rows)
      byClaim.set(row.answers ?? '', [...(byClaim.get(row.answers ?? '') ?? []), claimView(row)]);
    return byClaim;
  }
}
