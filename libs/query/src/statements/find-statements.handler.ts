import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EVENT_READER, type EventReader } from '#event-store';
import { liveTable, statementReportTable } from '#projections';
import { resolveAsOf } from '../as-of/as-of.js';
import type { Page } from '../page.js';
import { addCorrectable, byValue } from '../reports/correctable-filters.js';
import { readReports } from '../reports/read-reports.js';
import { bySpeaker, reportConditions } from '../reports/report-filter.js';
import { ViewsReader } from '../views-reader.js';
import { FindStatements } from './find-statements.query.js';
import { statementView, type StatementView } from './statement.js';

@QueryHandler(FindStatements)
export class FindStatementsHandler implements IQueryHandler<FindStatements> {
  constructor(
    private readonly views: ViewsReader,
    @Inject(EVENT_READER) private readonly reader: EventReader,
  ) {}

  async execute({ filter }: FindStatements): Promise<Page<StatementView>> {
    const asOf = await resolveAsOf(this.reader, filter.workspace, filter.asOf);
    const conditions = reportConditions(filter);
    const filters = [...bySpeaker(filter), ...byValue('form', filter.form), ...byValue('act', filter.act)];
    await addCorrectable(this.views, filter.workspace, { conditions, filters, asOf });
    const table = liveTable(statementReportTable);
    return readReports(this.views, { table, conditions, asOf, page: filter }, statementView);
  }
}
