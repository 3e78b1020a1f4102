import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Gazetteer } from '#gazetteer';
import { figureReportTable, liveTable } from '#projections';
import type { Conditions } from '../conditions.js';
import type { Page } from '../page.js';
import { linkPlaces } from '../places/link-places.js';
import { placesWithin } from '../places/places-within.js';
import { readReports } from '../reports/read-reports.js';
import { REPORTS_OF_CLAIM } from '../reports/report.js';
import { reportConditions, searchWords } from '../reports/report-filter.js';
import { ViewsReader } from '../views-reader.js';
import { figureView, type FigureView } from './figure.js';
import { FindFigures } from './find-figures.query.js';

@QueryHandler(FindFigures)
export class FindFiguresHandler implements IQueryHandler<FindFigures> {
  constructor(
    private readonly views: ViewsReader,
    private readonly gazetteer: Gazetteer,
  ) {}

  async execute({ filter }: FindFigures): Promise<Page<FigureView>> {
    const conditions = reportConditions(filter)
      .filter('report.metric = ?', filter.metric)
      .filter('report.measure = ?', filter.measure)
      .filter(`report.report_id IN ${REPORTS_OF_CLAIM}`, filter.claimId);
    if (filter.place !== undefined) await this.addPlace(conditions, filter.workspace, filter.place);
    const page = await readReports(this.views, liveTable(figureReportTable), conditions, filter, figureView);
    return { ...page, items: await linkPlaces(this.gazetteer, page.items) };
  }

  private async addPlace(conditions: Conditions, workspace: string, place: string): Promise<void> {
    const words = searchWords('place', place);
    const within = await placesWithin(this.views, this.gazetteer, workspace, place);
    if (within.length === 0) conditions.add('report.place_words @> ?::text[]', words);
    else
      conditions.add('(report.place_words @> ?::text[] OR report.places_id = ANY(?::uuid[]))', words, within);
  }
}
