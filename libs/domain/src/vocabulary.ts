/**
 * The words of the field, once. GraphQL enums, REST values, columns, CSV and docs all take them from here.
 * Sources: IDMC Helix (terms, categories, stock and flow), PolNeAR (attribution), ACLED and UCDP (vague fatalities).
 */

/** What a figure counts. */
export const METRICS = [
  'displaced',
  'evacuated',
  'killed',
  'injured',
  'missing',
  'detained',
  'returned',
  'refugees',
  'affected',
  'population_in_need',
  'besieged',
  'population',
  'homes_destroyed',
  'other',
] as const;
export type Metric = (typeof METRICS)[number];

/** STOCK: how many are in a state at a date. FLOW: how many movements or incidents happened in a period. Never compared. */
export const MEASURES = ['stock', 'flow'] as const;
export type Measure = (typeof MEASURES)[number];

export const VAGUE_QUANTIFIERS = [
  'tens',
  'dozens',
  'scores',
  'hundreds',
  'thousands',
  'tens_of_thousands',
  'hundreds_of_thousands',
  'millions',
  'vague',
] as const;
export type VagueQuantifier = (typeof VAGUE_QUANTIFIERS)[number];

/** How the source bounded the number. Vague ones carry no value: the word is the figure. */
export const QUANTIFIERS = [
  'exact',
  'approximately',
  'at_least',
  'more_than',
  'at_most',
  'less_than',
  'up_to',
  'between',
  ...VAGUE_QUANTIFIERS,
] as const;
export type Quantifier = (typeof QUANTIFIERS)[number];

export const UNITS = ['person', 'household', 'dwelling', 'incident'] as const;
export type Unit = (typeof UNITS)[number];

export const FIGURE_STATUSES = ['reported', 'feared', 'projected'] as const;
export type FigureStatus = (typeof FIGURE_STATUSES)[number];

export const PLACE_ROLES = ['location', 'origin', 'destination', 'origin_and_destination'] as const;
export type PlaceRole = (typeof PLACE_ROLES)[number];

export const CAUSES = ['conflict', 'disaster', 'other'] as const;
export type Cause = (typeof CAUSES)[number];

/** The word the source used, as IDMC Helix files it; the last five are ours, for what Helix has no term for. */
export const IDMC_TERMS = [
  'EVACUATED',
  'DISPLACED',
  'FORCED_TO_FLEE',
  'RELOCATED',
  'SHELTERED',
  'IN_RELIEF_CAMP',
  'DESTROYED_HOUSING',
  'PARTIALLY_DESTROYED_HOUSING',
  'UNINHABITABLE_HOUSING',
  'HOMELESS',
  'AFFECTED',
  'RETURNS',
  'REFUGEE',
  'MULTIPLE_OR_OTHER',
  'KILLED',
  'INJURED',
  'MISSING',
  'BESIEGED',
  'DETAINED',
] as const;
export type IdmcTerm = (typeof IDMC_TERMS)[number];

/** IDMC categories that text alone can support; the rest of Helix's list needs an analyst. */
export const IDMC_CATEGORIES = [
  'IDPS',
  'RETURNEES',
  'PEOPLE_DISPLACED_ACROSS_BORDERS',
  'NEW_DISPLACEMENT',
  'RETURN',
  'CROSS_BORDER_FLIGHT',
  'RELOCATION_ELSEWHERE',
  'DEATHS',
] as const;
export type IdmcCategory = (typeof IDMC_CATEGORIES)[number];

/** How exactly a date is known. */
export const DATE_ACCURACIES = ['time', 'day', 'week', 'month', 'year'] as const;
export type DateAccuracy = (typeof DATE_ACCURACIES)[number];

export const SOURCE_KINDS = ['person', 'organisation', 'group', 'anonymous', 'publisher'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** direct: the speaker's words verbatim. indirect: reported. mixed: reported with verbatim fragments. */
export const STATEMENT_FORMS = ['direct', 'indirect', 'mixed'] as const;
export type StatementForm = (typeof STATEMENT_FORMS)[number];

/** What the speaker does by saying it. */
export const SPEECH_ACTS = [
  'asserts',
  'denies',
  'urges',
  'promises',
  'warns',
  'condemns',
  'accuses',
  'acknowledges',
  'predicts',
  'asks',
] as const;
export type SpeechAct = (typeof SPEECH_ACTS)[number];

/** How the speaker was found: named beside the cue, through a pronoun, carried on from the quotation before, or not at all. */
export const ATTRIBUTION_MODES = ['explicit', 'pronoun', 'continuation', 'none'] as const;
export type AttributionMode = (typeof ATTRIBUTION_MODES)[number];

export const POLARITIES = ['asserted', 'denied'] as const;
export type Polarity = (typeof POLARITIES)[number];

/** What words did for the reading of a fact. */
export const CUE_KINDS = [
  'number',
  'quantifier',
  'unit',
  'metric',
  'status',
  'place',
  'period',
  'speaker',
  'verb',
  'hedge',
] as const;
export type CueKind = (typeof CUE_KINDS)[number];

/** Why an article was stored and not read: its language is none the reader knows, or too much of it is in another. */
export const NOT_EXTRACTED = ['other_language', 'mixed_languages'] as const;
export type NotExtracted = (typeof NOT_EXTRACTED)[number];

/** What a report can be. */
export const REPORT_KINDS = ['figure', 'statement', 'claim'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** recommended: the figure to show. triangulation: evidence kept beside it (IDMC Helix). */
export const FIGURE_ROLES = ['recommended', 'triangulation'] as const;
export type FigureRole = (typeof FIGURE_ROLES)[number];

/** Whose error: our reading's, the outlet's, or the quoted source's. */
export const CORRECTION_KINDS = ['extraction', 'publisher', 'source'] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** IDMC Helix colours them green, red and grey. */
export const FIELD_VERDICTS = ['right', 'wrong', 'unclear'] as const;
export type FieldVerdict = (typeof FIELD_VERDICTS)[number];

export const REVIEW_VERDICTS = ['approved', 'changes_requested'] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

export const ENTITY_KINDS = ['person', 'organisation', 'group', 'place'] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

export const MENTION_FIELDS = ['attribution', 'places'] as const;
export type MentionField = (typeof MENTION_FIELDS)[number];

export const MENTION_CHANGES = ['changed', 'appeared', 'disappeared'] as const;
export type MentionChange = (typeof MENTION_CHANGES)[number];

export const REVISION_EXTENTS = ['trivial', 'headline', 'body'] as const;
export type RevisionExtent = (typeof REVISION_EXTENTS)[number];

/** What a report adds to what was known of its claim before. */
export const RELATIONS = [
  'first',
  'repeats',
  'revises',
  'refines',
  'corroborates',
  'conflicts',
  'late',
  'denies',
  'retracted',
  'not_comparable',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** Derived from a claim's reports and from what people decided; none says that something is true. */
export const CLAIM_STATUSES = [
  'empty',
  'unreviewed',
  'single_origin',
  'corroborated',
  'disputed',
  'corrected',
  'retracted',
  'signed_off',
  'signed_off_but_changed',
] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/** Something about a series that is to be looked at; it need not be an error. */
export const ANOMALIES = ['falls', 'jumps', 'parts_exceed_total'] as const;
export type Anomaly = (typeof ANOMALIES)[number];
