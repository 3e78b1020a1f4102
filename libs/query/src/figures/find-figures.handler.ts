import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { figureReportTable, liveTable } from '#projections';
import type { Page } from '../page.js';
import { readReports } from '../reports/read-reports.js';
import { reportConditions, searchWords } from '../reports/report-filter.js';
import { ViewsReader } from '../views-reader.js';
import { figureView, type FigureView } from './figure.js';
import { FindFigures } from './find-figures.query.js';

@QueryHandler(FindFigures)
export class FindFiguresHandler implements IQueryHandler<FindFigures> {
  constructor(private readonly views: ViewsReader) {}

  execute({ filter }: FindFigures): Promise<Page<FigureView>> {
    const conditions = reportConditions(filter)
      .filter('report.metric = ?', filter.metric)
      .filter('report.measure = ?', filter.measure)
      .filter('report.claim_id = ?', filter.claimId)
      .filter(
        'report.place_words @> ?::text[]',
        filter.place === undefined ? undefined : searchWords('place', filter.place),
      );
    return readReports(this.views, liveTable(figureReportTable), conditions, filter, figureView);
  }
}
