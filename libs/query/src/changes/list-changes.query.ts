import { Query } from '@nestjs/cqrs';
import type { AsOfRequest } from '../as-of/as-of.js';
import type { Page, PageRequest } from '../page.js';
import type { ClaimChange } from './change.js';

export interface ChangeFilter extends PageRequest {
  readonly workspace: string;
  /** The seq of an event, a day (from its midnight on, UTC) or a time: what came later is listed. */
  readonly since?: string;
  readonly claimId?: string;
  readonly asOf?: AsOfRequest;
}

/** What changed since then, claim by claim, in the order of the log? */
export class ListChanges extends Query<Page<ClaimChange>> {
  constructor(readonly filter: ChangeFilter) {
    super();
  }
}
