import type {
  Anomaly,
  ClaimStatus,
  FigureRole,
  Polarity,
  Relation,
  ReportKind,
  ReviewVerdict,
} from '#domain';
import type { AppliedCorrection, FigureFacts, Origin, PropositionFacts } from './ledger.js';

/** Whether a report is in force: in its article's current text, and nobody took it back. */
export type Standing = 'current' | 'revised' | 'reread' | 'withdrawn' | 'retracted';

/** From one number to another, as the quantifiers' values stand. */
export interface ValueChange {
  readonly from: number;
  readonly to: number;
  /** `to - from`. */
  readonly by: number;
  readonly direction: 'up' | 'down';
}

/** Something about a number that is to be looked at, with what it was found by. */
export interface FoundAnomaly {
  readonly anomaly: Anomaly;
  /** The report it was found against: the number before, the total, or the largest of the parts. */
  readonly againstReportId: string;
  /** All the parts that are added up; none of what is no matter of parts. */
  readonly partReportIds: readonly string[];
  /** The number before and this one; of parts their total, and what they come to. */
  readonly from: number;
  readonly to: number;
  /** `to / from`, to two decimals; null where `from` is 0. */
  readonly factor: number | null;
  /** From which factor on it is looked at; null where any fall is. */
  readonly threshold: number | null;
  /** In words. */
  readonly reason: string;
}

/** A person looked at an anomaly and lets it stand. */
export interface Settlement {
  readonly eventId: string;
  readonly actor: string;
  readonly recordedAt: string;
  readonly reasons: readonly string[];
}

/** An anomaly of one report, settled or not. */
export interface ReportAnomaly extends FoundAnomaly {
  readonly reportId: string;
  /** Null while it is open. */
  readonly settled: Settlement | null;
}

/** What a report is to one more report. */
export interface OtherRelation {
  readonly relation: Extract<Relation, 'conflicts' | 'corroborates'>;
  readonly reportId: string;
  readonly reason: string;
}

/** One report on a claim's timeline, with what it adds to what was known before. Facts are as corrected. */
export interface TimelineEntry {
  readonly reportId: string;
  readonly kind: ReportKind;
  readonly articleId: string;
  readonly revision: number;
  readonly seq: number;
  readonly recordedAt: string;
  readonly assertedAt: string | null;
  /** The day it speaks of, YYYY-MM-DD: as-of of a stock, end of a flow's period, else the day it was asserted. */
  readonly validDay: string;
  readonly outlet: string | null;
  readonly origin: Origin;
  readonly clusterId: string | null;
  readonly figure: FigureFacts | null;
  readonly proposition: PropositionFacts | null;
  readonly side: 'for' | 'against';
  readonly standing: Standing;
  readonly relation: Relation;
  /** The report it is held against; null for the first. */
  readonly against: string | null;
  readonly change: ValueChange | null;
  /** In words: "same origin, two days later, 27,000 -> 31,500". */
  readonly reason: string;
  /** Reports of other origins that it bears out or is at odds with, beside `against`: so many as the settings say. */
  readonly otherRelations: readonly OtherRelation[];
  /** Settled ones too. */
  readonly anomalies: readonly Anomaly[];
  readonly anomalyDetails: readonly ReportAnomaly[];
  readonly corrections: readonly AppliedCorrection[];
  readonly confirmed: boolean;
}

/** A figure in short. */
export interface FigureSummary {
  readonly reportId: string;
  readonly value: number | null;
  readonly max: number | null;
  readonly quantifier: FigureFacts['quantifier'];
  readonly unit: FigureFacts['unit'];
  readonly assertedAt: string | null;
  readonly validDay: string;
}

/** The figure to show for a claim: what a person recommended, else the latest. */
export interface Headline extends FigureSummary {
  readonly by: 'recommended' | 'latest';
  /** Who recommended it, and how it was arrived at; null for the latest. */
  readonly decidedBy: string | null;
  readonly calculationLogic: string | null;
}

/** Two standing reports that cannot both be right of one day. */
export interface Conflict {
  readonly reportId: string;
  readonly againstReportId: string;
  readonly reason: string;
}

export interface OpenProposal {
  readonly eventId: string;
  readonly reportId: string;
  readonly score: number;
  readonly reasons: readonly string[];
}

export interface SignOff {
  readonly eventId: string;
  readonly seq: number;
  readonly actor: string;
  readonly seenSeq: number;
  readonly reason: string;
}

/** Who asked for a review, or what one asked to change, while that is open. */
export interface OpenRequest {
  readonly actor: string;
  readonly reason: string;
  readonly recordedAt: string;
}

export interface FigureEvidence {
  readonly reportId: string;
  readonly role: FigureRole;
  readonly value: number | null;
  readonly decidedBy: string;
  readonly calculationLogic: string;
}

/** What a claim comes to, now or at the clocks asked for. Reports and origins are both counted, and nothing is averaged. */
export interface ClaimState {
  readonly claimId: string;
  /** The claim it lives on in, where it was merged into another; null while it lives itself. */
  readonly mergedInto: string | null;
  readonly kind: ReportKind | null;
  readonly status: ClaimStatus;
  /** A live denial or conflict, whatever the status says. */
  readonly disputed: boolean;
  /** How often it stands printed in force, and the origins behind that; among these, origins that deny it. */
  readonly reportCount: number;
  readonly originCount: number;
  readonly denyingOriginCount: number;
  /** Articles that have a report of it in force. */
  readonly articleCount: number;
  readonly firstAssertedAt: string | null;
  readonly lastAssertedAt: string | null;
  /** Of the reports in force that can be compared by value with most others; null where none gives a number. */
  readonly lowest: FigureSummary | null;
  readonly highest: FigureSummary | null;
  /** Of the latest day that any speaks of. */
  readonly latest: FigureSummary | null;
  readonly headline: Headline | null;
  readonly evidence: readonly FigureEvidence[];
  readonly conflicts: readonly Conflict[];
  /** Reports in force that deny it: of words that are read both as a statement and as a claim one. */
  readonly denials: readonly string[];
  readonly anomalies: readonly ReportAnomaly[];
  readonly proposals: readonly OpenProposal[];
  /** The last word of a review; null where nobody was asked, or a sign-off settled what was. */
  readonly review: 'requested' | ReviewVerdict | null;
  /** Null where the review asks for nothing. */
  readonly request: OpenRequest | null;
  readonly signOff: SignOff | null;
  /** Whatever it came to: also where nothing is left of what was signed. */
  readonly changedSinceSignOff: boolean;
  /** The decisions that gave its reports other origins than the signer saw. */
  readonly regroupedBy: readonly string[];
  /** For statements and claims: what is said, in the words of the first report, and on which side that stands. */
  readonly proposition: { readonly text: string; readonly polarity: Polarity } | null;
}

/** A claim's reports in the order in which they were asserted, and what they come to. */
export interface ClaimTimeline {
  readonly claimId: string;
  readonly entries: readonly TimelineEntry[];
  readonly state: ClaimState;
}
