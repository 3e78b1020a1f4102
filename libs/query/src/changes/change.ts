import type { ChangedField, FieldVerdict, Relation, ReportChange, ReviewVerdict } from '#domain';
import type { OtherRelation, ValueChange } from '#tracking';
import type { ClaimCard } from '../claim-card/claim-card.js';

/** What a later text of an article made of a report, with the words of both. */
export interface ChangedReport extends ReportChange {
  /** Null where it appeared, or its article was erased. */
  readonly previousQuote: string | null;
  /** Null where it disappeared, or its article was erased. */
  readonly quote: string | null;
}

/** A decision that was undone. */
export interface UndoneDecision {
  readonly eventId: string;
  readonly type: string;
  /** Null where the decision is of no claim. */
  readonly seq: string | null;
  readonly reasons: readonly string[];
  /** Of a correction: what it had changed. */
  readonly fields: readonly ChangedField[];
}

/**
 * Something that happened to a claim: a report was linked to it, corrected, taken out; people decided about it; an article of it was
 * found to print another's text, or changed. It stands with the claim that its report was of when it happened. All of it is told as of
 * that event, so that a change once told reads the same for ever.
 */
export interface ClaimChange {
  readonly seq: string;
  readonly eventId: string;
  readonly type: string;
  readonly recordedAt: string;
  readonly actor: string;
  /** What happened to which claim, in words. */
  readonly summary: string;
  /** Null for a decision that concerns no claim, or not one before others: that two names are one source. */
  readonly claimId: string | null;
  readonly reportId: string | null;
  /** The words of the report; null where it is about none, or its article was erased. */
  readonly quote: string | null;
  readonly articleId: string | null;
  readonly entityId: string | null;
  readonly otherEntityId: string | null;
  /** Why it was decided, or what was found. */
  readonly reasons: readonly string[];
  /** What a correction changed, each field with its old and its new value. */
  readonly fields: readonly ChangedField[];
  /** What a remark is on ("value"), and what a remark or a review found. */
  readonly field: string | null;
  readonly verdict: FieldVerdict | ReviewVerdict | null;
  /** What was undone; null where nothing was. */
  readonly undone: UndoneDecision | null;
  /** What a later text of an article made of reports of the claim. */
  readonly revisions: readonly ChangedReport[];
  /** What the report adds to what was known before, where it is of the claim behind the event. */
  readonly relation: Relation | null;
  readonly relationReason: string | null;
  readonly otherRelations: readonly OtherRelation[];
  readonly change: ValueChange | null;
  /** The claim as it stood behind the event. */
  readonly claim: ClaimCard | null;
}
