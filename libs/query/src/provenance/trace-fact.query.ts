import { Query } from '@nestjs/cqrs';
import type { AsOfRequest } from '../as-of/as-of.js';
import type { FactProvenance } from './fact-provenance.js';

/** Show me: where exactly does this figure, statement or claim stand? Null if there is no fact of that id, or was none yet. Of the clocks it takes the record's alone. */
export class TraceFact extends Query<FactProvenance | null> {
  constructor(
    readonly workspace: string,
    readonly factId: string,
    readonly asOf: AsOfRequest = {},
  ) {
    super();
  }
}
