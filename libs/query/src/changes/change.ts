import type { Relation } from '#domain';
import type { ValueChange } from '#tracking';
import type { ClaimCard } from '../claim-card/claim-card.js';

/** Something that happened to a claim: a report was linked to it, corrected, taken out; people decided about it. */
export interface ClaimChange {
  readonly seq: string;
  /** The event; null where a later text or reading of an article took reports of the claim out. */
  readonly eventId: string | null;
  readonly type: string;
  readonly recordedAt: string | null;
  readonly actor: string | null;
  readonly claimId: string;
  readonly reportId: string | null;
  /** Why it was decided. */
  readonly reasons: readonly string[];
  /** What the report adds to what was known before, where it is of the claim still. */
  readonly relation: Relation | null;
  readonly relationReason: string | null;
  readonly change: ValueChange | null;
  /** The claim as it stands, or stood at the clocks asked for. */
  readonly claim: ClaimCard | null;
}
