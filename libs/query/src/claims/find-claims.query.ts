import { Query } from '@nestjs/cqrs';
import type { Polarity } from '#domain';
import type { Page } from '../page.js';
import type { ReportFilter } from '../reports/report-filter.js';
import type { ClaimView } from './claim.js';

export interface ClaimFilter extends ReportFilter {
  readonly polarity?: Polarity;
}

/** What is claimed, on whose word, and who denies it? Claims and denials in log order, each claim with its denials. */
export class FindClaims extends Query<Page<ClaimView>> {
  constructor(readonly filter: ClaimFilter) {
    super();
  }
}
