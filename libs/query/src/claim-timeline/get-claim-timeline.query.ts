import { Query } from '@nestjs/cqrs';
import type { AsOfRequest } from '../as-of/as-of.js';
import type { PageRequest } from '../page.js';
import type { ClaimTimeline } from './claim-timeline.js';

/**
 * How did one claim change from report to report, and what did each add? An id that was merged answers with the claim it lives on in.
 * Null if there is no claim of that id, or was none yet.
 */
export class GetClaimTimeline extends Query<ClaimTimeline | null> {
  constructor(
    readonly workspace: string,
    readonly claimId: string,
    readonly asOf: AsOfRequest = {},
    readonly page: PageRequest = {},
  ) {
    super();
  }
}
