import { Query } from '@nestjs/cqrs';
import type { AsOfRequest } from '../as-of/as-of.js';
import type { Page, PageRequest } from '../page.js';
import type { WireCluster } from './wire-cluster.js';

export interface WireClusterFilter extends PageRequest {
  readonly workspace: string;
  /** The story that this article prints alone. */
  readonly articleId?: string;
  readonly asOf?: AsOfRequest;
}

/** Which articles print one wire story, and which of them is the original? In the order in which originals were found. */
export class FindWireClusters extends Query<Page<WireCluster>> {
  constructor(readonly filter: WireClusterFilter) {
    super();
  }
}
