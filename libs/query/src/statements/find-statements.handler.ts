import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { liveTable, statementReportTable } from '#projections';
import type { Page } from '../page.js';
import { readReports } from '../reports/read-reports.js';
import { reportConditions } from '../reports/report-filter.js';
import { ViewsReader } from '../views-reader.js';
import { FindStatements } from './find-statements.query.js';
import { statementView, type StatementView } from './statement.js';

@QueryHandler(FindStatements)
export class FindStatementsHandler implements IQueryHandler<FindStatements> {
  constructor(private readonly views: ViewsReader) {}

  execute({ filter }: FindStatements): Promise<Page<StatementView>> {
    const conditions = reportConditions(filter)
      .filter('report.form = ?', filter.form)
      .filter('report.act = ?', filter.act);
    return readReports(this.views, liveTable(statementReportTable), conditions, filter, statementView);
  }
}
