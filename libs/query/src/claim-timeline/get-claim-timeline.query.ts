import { Query } from '@nestjs/cqrs';
import type { ClaimTimeline } from './claim-timeline.js';

/** How did the figures of one claim change from report to report? Null if there is no claim of that id. */
export class GetClaimTimeline extends Query<ClaimTimeline | null> {
  constructor(
    readonly workspace: string,
    readonly claimId: string,
  ) {
    super();
  }
}
