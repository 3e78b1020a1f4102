import { Query } from '@nestjs/cqrs';
import type { ClaimStatus, Measure, Metric, ReportKind } from '#domain';
import type { Queue } from '#projections';
import type { AsOfRequest } from '../as-of/as-of.js';
import type { Page, PageRequest } from '../page.js';
import type { ClaimCard } from './claim-card.js';

export interface ClaimCardFilter extends PageRequest {
  readonly workspace: string;
  readonly kind?: ReportKind;
  readonly metric?: Metric;
  readonly measure?: Measure;
  /** Words of any place of its reports. */
  readonly place?: string;
  /** Words of any statement or claim of it. */
  readonly subject?: string;
  readonly status?: ClaimStatus;
  readonly queue?: Queue;
  /** With the queue of anomalies: also claims whose anomalies were all settled. */
  readonly includeSettled?: boolean;
  readonly asOf?: AsOfRequest;
}

/** Which claims are there, and what does each come to? In the order in which they began. */
export class FindClaimCards extends Query<Page<ClaimCard>> {
  constructor(readonly filter: ClaimCardFilter) {
    super();
  }
}

/** One claim, or the one it was merged into; null if there is none of that id, or was none yet. */
export class GetClaimCard extends Query<ClaimCard | null> {
  constructor(
    readonly workspace: string,
    readonly claimId: string,
    readonly asOf: AsOfRequest = {},
  ) {
    super();
  }
}
