import type { Relation } from '#domain';
import type { ValueChange } from '#tracking';
import type { ClaimCard } from '../claim-card/claim-card.js';

/**
 * Something that happened to a claim: a report was linked to it, corrected, taken out; people decided about it; an article of it was
 * found to print another's text, or changed. It stands with the claim that its report was of when it happened.
 */
export interface ClaimChange {
  readonly seq: string;
  readonly eventId: string;
  readonly type: string;
  readonly recordedAt: string;
  readonly actor: string;
  /** Null for a decision that concerns no claim, or not one before others: that two names are one source. */
  readonly claimId: string | null;
  readonly reportId: string | null;
  readonly articleId: string | null;
  readonly entityId: string | null;
  readonly otherEntityId: string | null;
  /** Why it was decided, or what was found. */
  readonly reasons: readonly string[];
  /** What the report adds to what was known before, where it is of the claim still. */
  readonly relation: Relation | null;
  readonly relationReason: string | null;
  readonly change: ValueChange | null;
  /** The claim as it stands, or stood at the clocks asked for. */
  readonly claim: ClaimCard | null;
}
