import type {
  AnomalySettled,
  ArticleClustered,
  ArticleRevisionCompared,
  ArticleUnclustered,
  ClaimSignedOff,
  ClaimSplit,
  ClaimsMerged,
  CorrectionKind,
  DecisionReverted,
  EntitiesMerged,
  EntitySplit,
  FieldCommented,
  FigureReported,
  HeadlineFigureRecommended,
  PlaceRole,
  Polarity,
  ReportConfirmed,
  ReportCorrected,
  ReportKind,
  ReportLinkDeclined,
  ReportLinkProposed,
  ReportLinked,
  ReportRetracted,
  ReportUnlinked,
  ReviewGiven,
  ReviewRequested,
  SourceKind,
} from '#domain';

/**
 * The three clocks a claim can be asked at; an absent one is not turned back. `recordedSeq` keeps what the log held up to that
 * event (recordedAt never falls as seq rises, so a time is the last seq recorded by then). `assertedBy` keeps what had been
 * published or uttered: a day (to its end, UTC) or an RFC 3339 time. `validOn` keeps what speaks of that day.
 */
export interface AsOf {
  readonly recordedSeq?: number | null;
  readonly assertedBy?: string | null;
  readonly validOn?: string | null;
}

/** A place of a figure. */
export interface TrackedPlace {
  /** The same for every spelling of one place: its entity, else the folded words. */
  readonly key: string;
  readonly text: string;
  readonly role: PlaceRole;
  /** Keys of the places it lies in, as far as they are known. */
  readonly within: readonly string[];
}

/** What is compared of a figure. */
export interface FigureFacts extends Pick<
  FigureReported,
  | 'metric'
  | 'measure'
  | 'value'
  | 'max'
  | 'quantifier'
  | 'unit'
  | 'population'
  | 'status'
  | 'cause'
  | 'period'
  | 'asOf'
> {
  readonly places: readonly TrackedPlace[];
}

/** What is compared of a statement or claim. */
export interface PropositionFacts {
  readonly polarity: Polarity;
  readonly text: string;
  /** For a denial: the report of its article that it answers. */
  readonly answers: string | null;
}

/** A name of an attribution with the entity it was resolved to when it was read. */
export interface TrackedSource {
  readonly entityId: string;
  readonly name: string;
  readonly kind: SourceKind;
  /** Who was quoted, where that is somebody who speaks for it. */
  readonly shownAs?: string;
}

/** A name where it stands in the attribution of a report. */
export interface MentionedName {
  readonly reportId: string;
  readonly index: number;
  readonly name: string;
}

/** How a report left the current text of its article. */
export interface Retirement {
  /** revised: its article has a later text. reread: a later reading of the same text. withdrawn: its article was withdrawn. */
  readonly kind: 'revised' | 'reread' | 'withdrawn';
  readonly seq: number;
  /** When the later text was published; null where that is not known or does not apply. */
  readonly assertedAt: string | null;
}

/** One report as its event gives it, before any correction. */
export interface TrackedReport {
  readonly reportId: string;
  readonly kind: ReportKind;
  readonly articleId: string;
  readonly revision: number;
  readonly seq: number;
  readonly recordedAt: string;
  /** Published or uttered: YYYY-MM-DD or an RFC 3339 time. */
  readonly assertedAt: string | null;
  /** Published, also where it says when it was uttered. */
  readonly publishedAt: string | null;
  /** First code point of its quote: the order of the reports of one article. */
  readonly position: number;
  readonly rule: string;
  readonly outlet: string | null;
  /** The last link of the attribution that is no publisher; null in the reporter's own voice. */
  readonly attributed: TrackedSource | null;
  readonly publisher: TrackedSource | null;
  /** Figures only. */
  readonly figure: FigureFacts | null;
  /** Statements and claims only. */
  readonly proposition: PropositionFacts | null;
  readonly retirements: readonly Retirement[];
}

/** The decisions a fold goes by, by event type. */
export interface DecisionData {
  ReportLinked: ReportLinked;
  ReportUnlinked: ReportUnlinked;
  ReportLinkProposed: ReportLinkProposed;
  ReportLinkDeclined: ReportLinkDeclined;
  AnomalySettled: AnomalySettled;
  ClaimsMerged: ClaimsMerged;
  ClaimSplit: ClaimSplit;
  HeadlineFigureRecommended: HeadlineFigureRecommended;
  ReportCorrected: ReportCorrected;
  ReportRetracted: ReportRetracted;
  ReportConfirmed: ReportConfirmed;
  FieldCommented: FieldCommented;
  ReviewRequested: ReviewRequested;
  ReviewGiven: ReviewGiven;
  ClaimSignedOff: ClaimSignedOff;
  DecisionReverted: DecisionReverted;
  ArticleClustered: ArticleClustered;
  ArticleUnclustered: ArticleUnclustered;
  ArticleRevisionCompared: ArticleRevisionCompared;
  EntitiesMerged: EntitiesMerged;
  EntitySplit: EntitySplit;
}

export type DecisionType = keyof DecisionData;

/** A fold goes by these alone; a test holds the list to `DecisionData`. */
export const DECISION_TYPES = [
  'ReportLinked',
  'ReportUnlinked',
  'ReportLinkProposed',
  'ReportLinkDeclined',
  'AnomalySettled',
  'ClaimsMerged',
  'ClaimSplit',
  'HeadlineFigureRecommended',
  'ReportCorrected',
  'ReportRetracted',
  'ReportConfirmed',
  'FieldCommented',
  'ReviewRequested',
  'ReviewGiven',
  'ClaimSignedOff',
  'DecisionReverted',
  'ArticleClustered',
  'ArticleUnclustered',
  'ArticleRevisionCompared',
  'EntitiesMerged',
  'EntitySplit',
] as const satisfies readonly DecisionType[];

/** A decision as the log has it. */
export type LedgerDecision<Type extends DecisionType = DecisionType> = {
  [Each in Type]: {
    readonly type: Each;
    readonly eventId: string;
    readonly seq: number;
    readonly recordedAt: string;
    readonly actor: string;
    readonly data: DecisionData[Each];
  };
}[Type];

/** Who prints an article, as a report of it says from the event `seq` on. */
export type Imprint = Pick<TrackedReport, 'articleId' | 'seq' | 'publisher'>;

/**
 * All that a claim is folded from, in any order. `reports`: whatever was ever linked to the claim or to claims that were merged
 * with it or split from it. `beside`: figures of other claims that may be parts of these, found by `partKeys`. `decisions`: those about
 * these claims and reports, their articles (clusters, comparisons of their texts) and their sources (entities).
 */
export interface ClaimLedger {
  readonly claimId: string;
  readonly reports: readonly TrackedReport[];
  readonly beside?: readonly TrackedReport[];
  readonly decisions: readonly LedgerDecision[];
  /** The names that splits of entities point at, in whatever reports they stand: a split holds for every mention spelled alike. */
  readonly mentioned?: readonly MentionedName[];
  /** Who prints the originals of wire stories, as their reports say, of whatever claims these are. */
  readonly originals?: readonly Imprint[];
  /** The entity of a source that a correction names: the same as of a report that is read so. */
  readonly entityIdOf?: EntityIdOf;
}

export type EntityIdOf = (source: Pick<TrackedSource, 'name' | 'kind'>) => string;

/** Whom a report goes back to. Two reports with the same key have one origin, however many outlets print it. */
export interface Origin {
  readonly key: string;
  readonly name: string | null;
  /** source: who is quoted. publisher: the reporter's own voice. wire: own voice of a wire story of unknown outlet. */
  readonly kind: 'source' | 'publisher' | 'wire' | 'article';
}

/** The parts of a correction that readers of a timeline are shown. */
export interface AppliedCorrection {
  readonly eventId: string;
  readonly seq: number;
  readonly actor: string;
  readonly kind: CorrectionKind;
  readonly reason: string;
  readonly changes: ReportCorrected['changes'];
}
