import type {
  Anomaly,
  FieldVerdict,
  FigureStatus,
  MentionChange,
  Polarity,
  Quantifier,
  Relation,
  ReportKind,
  ReviewVerdict,
  Unit,
} from '#domain';
import type {
  AppliedCorrection,
  FigureEvidence,
  Origin,
  OtherRelation,
  ReportAnomaly,
  SignOff,
  Standing,
  ValueChange,
} from '#tracking';
import type { ClaimCard } from '../claim-card/claim-card.js';
import type { Page } from '../page.js';
import type { ReportView } from '../reports/report.js';

/** One report of a claim, and what it adds to what was known before. Figures and words are as corrected. */
export interface ClaimTimelineEntry {
  readonly reportId: string;
  readonly kind: ReportKind;
  readonly seq: string;
  readonly relation: Relation;
  /** In words: "same origin, two days later, 27,000 -> 31,500". */
  readonly reason: string;
  /** The report it is held against; null for the first. */
  readonly against: string | null;
  /** Reports of other origins that it bears out or is at odds with, beside `against`. */
  readonly otherRelations: readonly OtherRelation[];
  readonly change: ValueChange | null;
  /** What is to be looked at, settled or not, by name and with the numbers. */
  readonly anomalies: readonly Anomaly[];
  readonly anomalyDetails: readonly ReportAnomaly[];
  readonly side: 'for' | 'against';
  readonly standing: Standing;
  readonly origin: Origin;
  readonly clusterId: string | null;
  /** The day it speaks of. */
  readonly validDay: string;
  readonly assertedAt: string | null;
  readonly recordedAt: string;
  readonly outlet: string | null;
  readonly value: number | null;
  readonly max: number | null;
  readonly quantifier: Quantifier | null;
  readonly unit: Unit | null;
  readonly population: string | null;
  readonly status: FigureStatus | null;
  readonly place: string | null;
  readonly text: string | null;
  readonly polarity: Polarity | null;
  readonly corrections: readonly AppliedCorrection[];
  /** A person looked at it and found it right. */
  readonly confirmed: boolean;
  /** Where it stands and who says it; null where its article was erased meanwhile. */
  readonly report: ReportView | null;
}

/** Two reports in force that cannot both be right of one day. */
export interface ClaimConflict {
  readonly reportId: string;
  readonly againstReportId: string;
  readonly reason: string;
}

/** A report in force that denies the claim. */
export interface ClaimDenial {
  readonly reportId: string;
  /** The report it denies, or the denial that it repeats; null where no report of the claim says what it denies. */
  readonly againstReportId: string | null;
  readonly reason: string;
}

/** A link that is too uncertain for a process to make. */
export interface LinkProposal {
  readonly eventId: string;
  readonly reportId: string;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** What was decided about the claim or its reports, undone or not. */
export interface ClaimDecision {
  readonly eventId: string;
  readonly seq: string;
  readonly type: string;
  readonly actor: string;
  readonly recordedAt: string;
  readonly reportId: string | null;
  /** Why, in the words of whoever decided. */
  readonly reasons: readonly string[];
  /** What a remark is on ("value", "attribution"); null for all other decisions. */
  readonly field: string | null;
  /** What a remark finds of the field, or a review of the claim; null for all other decisions. */
  readonly verdict: FieldVerdict | ReviewVerdict | null;
  /** The event that undid it; null where it stands. */
  readonly revertedSeq: string | null;
}

/** What a later text of an article did to a report of the claim. */
export interface ClaimRevision {
  readonly articleId: string;
  readonly revision: number;
  readonly seq: string;
  readonly recordedAt: string;
  /** Whether the article says nowhere that it was changed. */
  readonly stealth: boolean;
  readonly change: MentionChange;
  readonly reportId: string | null;
  readonly previousReportId: string | null;
  readonly fields: readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[];
}

/**
 * One claim with its reports, oldest assertion first, a page at a time, and what was decided about it and them. What the claim comes to
 * counts all of them.
 */
export interface ClaimTimeline extends ClaimCard {
  /** How a recommended headline was arrived at; null for the latest. Cards hold no words: it stands here. */
  readonly headlineLogic: string | null;
  /** What people recommended and put beside it, of reports in force. */
  readonly evidence: readonly FigureEvidence[];
  readonly entries: readonly ClaimTimelineEntry[];
  readonly pageInfo: Pick<Page<unknown>, 'hasNextPage' | 'endCursor'>;
  /** Of the reports of the page with others. */
  readonly conflicts: readonly ClaimConflict[];
  /** The newest 200. */
  readonly proposals: readonly LinkProposal[];
  readonly signOff: SignOff | null;
  /** About the claim and the reports of the page, the newest 200; all of them are listed with each report and claim. */
  readonly decisions: readonly ClaimDecision[];
  /** What later texts of the articles changed of the reports of the page, stealth edits among them. */
  readonly revisions: readonly ClaimRevision[];
}
