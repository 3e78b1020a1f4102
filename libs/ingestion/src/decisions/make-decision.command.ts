import { Command } from '@nestjs/cqrs';
import type { Decision } from './decision.js';

export interface MakeDecisionResult {
  /** unchanged: the same had been decided before, and nothing was recorded. */
  readonly outcome: 'recorded' | 'unchanged';
  /** The event to name where the decision is to be undone; null where what is asked for was so from the beginning. */
  readonly decisionId: string | null;
  readonly stream: string;
  /** Where the stream stands now: what to give as `expectedVersion` next. */
  readonly version: number;
  readonly lastSeq: bigint | null;
}

/** A person corrects, retracts, confirms, comments, links, merges, splits, reviews, signs off, or undoes one of these. */
export class MakeDecision extends Command<MakeDecisionResult> {
  constructor(
    readonly workspace: string,
    readonly actor: string,
    readonly decision: Decision,
    /** Where the stream of the report, claim or entity stood when the person looked; absent: wherever it stands. */
    readonly expectedVersion?: number,
    readonly idempotencyKey?: string,
  ) {
    super();
  }
}
