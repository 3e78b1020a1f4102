import { Query } from '@nestjs/cqrs';
import type { AsOfRequest } from '../as-of/as-of.js';
import type { OutletOverview, PlaceOverview } from './overviews.js';

/** What are the latest figures of each metric for a place and for what lies in it? */
export class GetPlaceOverview extends Query<PlaceOverview> {
  constructor(
    readonly workspace: string,
    readonly place: string,
    readonly asOf: AsOfRequest = {},
  ) {
    super();
  }
}

/** How often was an outlet first, how often did it repeat, how often was it corrected? Null if nothing of it is recorded. */
export class GetOutletOverview extends Query<OutletOverview | null> {
  constructor(
    readonly workspace: string,
    readonly outlet: string,
    readonly asOf: AsOfRequest = {},
  ) {
    super();
  }
}
