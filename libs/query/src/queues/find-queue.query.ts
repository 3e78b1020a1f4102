import { Query } from '@nestjs/cqrs';
import type { Queue } from '#projections';
import type { ReportAnomaly } from '#tracking';
import type { AsOfRequest } from '../as-of/as-of.js';
import type { ClaimCard } from '../claim-card/claim-card.js';
import type { ClaimConflict, ClaimDenial, LinkProposal } from '../claim-timeline/claim-timeline.js';
import type { Page, PageRequest } from '../page.js';
import type { ReportView } from '../reports/report.js';

/** A claim that somebody is to look at, with what to look at. */
export interface QueueItem {
  readonly claim: ClaimCard;
  /** The newest 20; the claim counts all. */
  readonly conflicts: readonly ClaimConflict[];
  /** The newest 20; the claim counts all. */
  readonly denials: readonly ClaimDenial[];
  /** The newest 20, settled ones where these are asked for. */
  readonly anomalyDetails: readonly ReportAnomaly[];
  /** The newest 20; the claim counts all. */
  readonly proposals: readonly LinkProposal[];
  /** Why a review was asked for, or what a review asked to change, and by whom; null where neither is open. */
  readonly request: { readonly actor: string; readonly reason: string; readonly recordedAt: string } | null;
  /** The reports that conflicts, denials, anomalies and proposals name. */
  readonly reports: readonly ReportView[];
}

export interface QueueFilter extends PageRequest {
  readonly workspace: string;
  readonly queue: Queue;
  /** In the queue of anomalies: also those that somebody settled. */
  readonly includeSettled?: boolean;
  readonly asOf?: AsOfRequest;
}

/** What is there to look at: figures that contradict each other, denials, odd figures, links that are not certain, reviews that were asked for? */
export class FindQueue extends Query<Page<QueueItem>> {
  constructor(readonly filter: QueueFilter) {
    super();
  }
}
