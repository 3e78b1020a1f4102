import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EVENT_READER, type EventReader } from '#event-store';
import { Gazetteer } from '#gazetteer';
import { figureReportTable, liveTable, placesId } from '#projections';
import type { AsOf } from '#tracking';
import { resolveAsOf } from '../as-of/as-of.js';
import { foldClaims } from '../claim-ledgers/fold-claims.js';
import type { Conditions } from '../conditions.js';
import type { Page } from '../page.js';
import { linkPlaces } from '../places/link-places.js';
import { placesWithin } from '../places/places-within.js';
import { addCorrectable, byValue, type CorrectableFilter } from '../reports/correctable-filters.js';
import { readReports } from '../reports/read-reports.js';
import { REPORTS_OF_CLAIM } from '../reports/report.js';
import { bySpeaker, hasAllWords, reportConditions, searchWords } from '../reports/report-filter.js';
import { ViewsReader } from '../views-reader.js';
import { asCorrected } from './as-corrected.js';
import { figureView, type FigureView } from './figure.js';
import { FindFigures } from './find-figures.query.js';

@QueryHandler(FindFigures)
export class FindFiguresHandler implements IQueryHandler<FindFigures> {
  constructor(
    private readonly views: ViewsReader,
    private readonly gazetteer: Gazetteer,
    @Inject(EVENT_READER) private readonly reader: EventReader,
  ) {}

  async execute({ filter }: FindFigures): Promise<Page<FigureView>> {
    const asOf = await resolveAsOf(this.reader, filter.workspace, filter.asOf);
    const conditions = reportConditions(filter);
    const { workspace, claimId, place, metric, measure } = filter;
    if (claimId !== undefined) await this.addClaim(conditions, workspace, claimId, asOf);
    const filters = [
      ...bySpeaker(filter),
      ...byValue('metric', metric),
      ...byValue('measure', measure),
      ...(place === undefined ? [] : [await this.byPlace(workspace, place)]),
    ];
    await addCorrectable(this.views, workspace, { conditions, filters, asOf });
    const table = liveTable(figureReportTable);
    const page = await readReports(this.views, { table, conditions, asOf, page: filter }, figureView);
    const figures = await asCorrected(this.views, workspace, page.items, asOf);
    return { ...page, items: await linkPlaces(this.gazetteer, figures) };
  }

  /** Where a report was then is known when its claim is folded. */
  private async addClaim(
    conditions: Conditions,
    workspace: string,
    claimId: string,
    asOf: AsOf,
  ): Promise<void> {
    if (typeof asOf.recordedSeq !== 'number') {
      conditions.add(`report.report_id IN ${REPORTS_OF_CLAIM}`, claimId);
      return;
    }
    const folded = (await foldClaims(this.views, workspace, [claimId], asOf)).get(claimId);
    const ids = folded?.timeline.entries.map(({ reportId }) => reportId) ?? [];
    conditions.add('report.report_id = ANY(?::uuid[])', ids);
  }

  private async byPlace(workspace: string, place: string): Promise<CorrectableFilter> {
    const words = searchWords('place', place);
    const within = await placesWithin(this.views, this.gazetteer, workspace, place);
    const inside = new Set<string | null>(within);
    const matches = (places: unknown): boolean => {
      const texts = (places as readonly { readonly text: string }[]).map(({ text }) => text);
      return hasAllWords(texts, words) || inside.has(placesId(workspace, texts));
    };
    const named = 'report.place_words @> ?::text[]';
    if (within.length === 0) return { field: 'places', clause: named, values: [words], matches };
    const clause = `(${named} OR report.places_id = ANY(?::uuid[]))`;
    return { field: 'places', clause, values: [words, within], matches };
  }
}
