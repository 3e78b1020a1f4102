import type { Anomaly, CorrectionKind, FieldVerdict, FigureRole, Mention, ReviewVerdict } from '#domain';

interface OfReport {
  readonly reportId: string;
  /** The article whose stream holds the report. */
  readonly articleId: string;
  readonly reason: string;
}

interface OfClaim {
  readonly claimId: string;
  readonly reason: string;
}

interface OfEntity {
  readonly entityId: string;
  readonly reason: string;
}

/** A change that is asked for. Where `from` is given, the report must say so now. */
export interface RequestedChange {
  readonly field: string;
  readonly from?: unknown;
  readonly to: unknown;
}

export interface CorrectReport extends OfReport {
  readonly type: 'correct_report';
  readonly kind: CorrectionKind;
  readonly changes: readonly RequestedChange[];
  readonly evidence?: string | null;
}

export interface RetractReport extends OfReport {
  readonly type: 'retract_report';
  readonly kind: CorrectionKind;
}

export interface ConfirmReport extends OfReport {
  readonly type: 'confirm_report';
}

export interface CommentField extends Omit<OfReport, 'reason'> {
  readonly type: 'comment_field';
  readonly field: string;
  readonly verdict: FieldVerdict;
  readonly comment: string;
}

export interface RequestReview extends OfClaim {
  readonly type: 'request_review';
}

export interface GiveReview extends OfClaim {
  readonly type: 'give_review';
  readonly verdict: ReviewVerdict;
}

export interface SignOffClaim extends OfClaim {
  readonly type: 'sign_off_claim';
  /** The head of the log that was seen; the head as it stands where absent. */
  readonly seenSeq?: number;
}

export interface RecommendFigure extends OfClaim {
  readonly type: 'recommend_figure';
  readonly reportId: string;
  readonly role: FigureRole;
  readonly value?: number | null;
  readonly calculationLogic: string;
  readonly linkedClaimId?: string;
}

export interface MergeClaims extends OfClaim {
  readonly type: 'merge_claims';
  readonly mergedClaimId: string;
  /** The figures that the two claims are described by, in this order; absent where they are not of figures. */
  readonly figures?: readonly Pick<OfReport, 'reportId' | 'articleId'>[];
  /** Merged although the figures are never compared. */
  readonly acceptDifferences?: boolean;
}

export interface SplitClaim extends OfClaim {
  readonly type: 'split_claim';
  readonly reportIds: readonly string[];
}

export interface LinkReport extends OfClaim {
  readonly type: 'link_report';
  readonly reportId: string;
  readonly articleId: string;
  /** The claim it is taken out of. */
  readonly fromClaimId?: string;
  /** The figure that the claim is described by; absent where there is none. */
  readonly figure?: Pick<OfReport, 'reportId' | 'articleId'>;
  /** Linked although the figures are never compared. */
  readonly acceptDifferences?: boolean;
}

export interface UnlinkReport extends OfClaim {
  readonly type: 'unlink_report';
  readonly reportId: string;
  /** Where the link stands, if that is a claim which was merged into this one. */
  readonly linkedClaimId?: string;
}

export interface DeclineLink extends OfClaim {
  readonly type: 'decline_link';
  readonly reportId: string;
}

export interface SettleAnomaly extends OfClaim {
  readonly type: 'settle_anomaly';
  readonly reportId: string;
  readonly articleId: string;
  readonly anomaly: Anomaly;
  readonly againstReportId: string;
  readonly againstArticleId: string;
  /** Of parts that exceed their total: all that are added up, of which `againstReportId` or `reportId` is one. */
  readonly partReportIds?: readonly string[];
  /** Where the link of the report stands, if that is a claim which was merged into this one. */
  readonly linkedClaimId?: string;
}

export interface MergeEntities extends OfEntity {
  readonly type: 'merge_entities';
  readonly mergedEntityId: string;
}

export interface SplitEntity extends OfEntity {
  readonly type: 'split_entity';
  readonly mentions: readonly Mention[];
}

export interface DeclineMerge extends OfEntity {
  readonly type: 'decline_merge';
  readonly otherEntityId: string;
}

export interface UnclusterArticle {
  readonly type: 'uncluster_article';
  readonly articleId: string;
  readonly reason: string;
}

export interface RevertDecision {
  readonly type: 'revert_decision';
  readonly decisionId: string;
  readonly reason: string;
}

export type ReportDecision = CorrectReport | RetractReport | ConfirmReport | CommentField;
export type ReviewDecision = RequestReview | GiveReview | SignOffClaim;
export type ClaimDecision =
  | ReviewDecision
  | RecommendFigure
  | SettleAnomaly
  | MergeClaims
  | SplitClaim
  | LinkReport
  | UnlinkReport
  | DeclineLink;
export type EntityDecision = MergeEntities | SplitEntity | DeclineMerge;

/** What a person may decide. Each is recorded as events with who and why, and each can be undone. */
export type Decision = ReportDecision | ClaimDecision | EntityDecision | UnclusterArticle | RevertDecision;
