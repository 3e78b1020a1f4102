import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EVENT_READER, type EventReader } from '#event-store';
import { claimReportTable, liveTable } from '#projections';
import type { AsOf } from '#tracking';
import { addClocks } from '../as-of/as-of-conditions.js';
import { resolveAsOf } from '../as-of/as-of.js';
import { Conditions } from '../conditions.js';
import type { Page } from '../page.js';
import { addCorrectable, byValue } from '../reports/correctable-filters.js';
import { ofClaimsThen, readReports } from '../reports/read-reports.js';
import { selectReports } from '../reports/report.js';
import { bySpeaker, NOT_RETIRED, reportConditions } from '../reports/report-filter.js';
import { ViewsReader } from '../views-reader.js';
import { claimView, type ClaimRow, type ClaimView } from './claim.js';
import { FindClaims } from './find-claims.query.js';

const TABLE = liveTable(claimReportTable);

@QueryHandler(FindClaims)
export class FindClaimsHandler implements IQueryHandler<FindClaims> {
  constructor(
    private readonly views: ViewsReader,
    @Inject(EVENT_READER) private readonly reader: EventReader,
  ) {}

  async execute({ filter }: FindClaims): Promise<Page<ClaimView>> {
    const asOf = await resolveAsOf(this.reader, filter.workspace, filter.asOf);
    const conditions = reportConditions(filter);
    const filters = [...bySpeaker(filter), ...byValue('polarity', filter.polarity)];
    await addCorrectable(this.views, filter.workspace, { conditions, filters, asOf });
    const question = { table: TABLE, conditions, asOf, page: filter };
    const page = await readReports(this.views, question, (row: ClaimRow) => claimView(row));
    const ids = page.items.map(({ id }) => id);
    const denials = await this.denialsOf(filter.workspace, ids, asOf);
    const items = page.items.map((claim) => {
      const answered = denials.filter(({ answers }) => answers === claim.id);
      return { ...claim, denials: answered, disputed: answered.length > 0 };
    });
    return { ...page, items };
  }

  private async denialsOf(
    workspace: string,
    ids: readonly string[],
    asOf: AsOf,
  ): Promise<readonly ClaimView[]> {
    const conditions = new Conditions()
      .add('report.workspace = ?', workspace)
      .add('report.answers = ANY(?::uuid[])', ids)
      .add(NOT_RETIRED);
    addClocks(conditions, asOf);
    const sql = `${selectReports(TABLE, conditions, asOf)} ORDER BY report.seq`;
    const rows = await this.views.select<ClaimRow>(sql, conditions.values);
    const denials = rows.map((row) => claimView(row));
    return ofClaimsThen(this.views, workspace, denials, asOf);
  }
}
