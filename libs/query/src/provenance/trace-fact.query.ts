import { Query } from '@nestjs/cqrs';
import type { FactProvenance } from './fact-provenance.js';

/** Show me: where exactly does this figure, statement or claim stand? Null if there is no fact of that id. */
export class TraceFact extends Query<FactProvenance | null> {
  constructor(
    readonly workspace: string,
    readonly factId: string,
  ) {
    super();
  }
}
