import { Query } from '@nestjs/cqrs';
import type { Measure, Metric } from '#domain';
import type { Page } from '../page.js';
import type { ReportFilter } from '../reports/report-filter.js';
import type { FigureView } from './figure.js';

export interface FigureFilter extends ReportFilter {
  /** Words of any of the figure's places ("Aleppo" finds "eastern Aleppo"), or a place that one of them lies in ("Syria" finds both). */
  readonly place?: string;
  readonly metric?: Metric;
  readonly measure?: Measure;
  readonly claimId?: string;
}

/** How many, where, by whom, when? Figures in log order. */
export class FindFigures extends Query<Page<FigureView>> {
  constructor(readonly filter: FigureFilter) {
    super();
  }
}
