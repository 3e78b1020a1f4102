import { Command } from '@nestjs/cqrs';
import type { Decision } from './decision.js';
import type { MakeDecisionResult } from './make-decision.command.js';

export interface BulkDecision {
  readonly decision: Decision;
  readonly expectedVersion?: number;
  readonly idempotencyKey?: string;
}

/** What became of one of many: recorded or unchanged, or why not. */
export type BulkDecisionResult =
  MakeDecisionResult | { readonly outcome: 'refused'; readonly error: unknown };

/** Many decisions at once: each its own append, so that one that is refused fails no other. Answers are in their order. */
export class MakeDecisions extends Command<BulkDecisionResult[]> {
  constructor(
    readonly workspace: string,
    readonly actor: string,
    readonly decisions: readonly BulkDecision[],
  ) {
    super();
  }
}
