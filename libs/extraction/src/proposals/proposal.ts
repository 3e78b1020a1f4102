import type {
  FigureStatus,
  Measure,
  Metric,
  PlaceRole,
  Polarity,
  Quantifier,
  SourceKind,
  SpeechAct,
  StatementForm,
  Unit,
} from '#domain';
import type { ClaimMention, FigureMention, StatementMention } from '../extraction.js';

/** Somebody the proposer says the words are from; `name`, `role` and `verb` must stand where the article tells of it. */
export interface ProposedSpeaker {
  readonly name: string;
  readonly role: string | null;
  readonly kind: SourceKind;
  readonly verb: string;
}

/** A fact that somebody other than our rules says is in an article: nothing of it is believed before `acceptProposals`. */
interface Proposed {
  /** The fact's own words, copied from the article. */
  readonly quote: string;
  readonly speaker: ProposedSpeaker | null;
}

export interface ProposedFigure extends Proposed {
  readonly kind: 'figure';
  readonly metric: Metric;
  readonly measure: Measure;
  readonly value: number | null;
  readonly max: number | null;
  readonly quantifier: Quantifier;
  readonly unit: Unit;
  readonly unitText: string;
  readonly status: FigureStatus;
  readonly place: string | null;
  readonly placeRole: PlaceRole | null;
  /** The time words of the article ("since Saturday"); we resolve them, never the proposer. */
  readonly period: string | null;
}

export interface ProposedStatement extends Proposed {
  readonly kind: 'statement';
  readonly form: StatementForm;
  readonly act: SpeechAct;
}

export interface ProposedClaim extends Proposed {
  readonly kind: 'claim';
  readonly polarity: Polarity;
  /** For a denial: the quote of the proposed claim it answers. */
  readonly answers: string | null;
}

export type Proposal = ProposedFigure | ProposedStatement | ProposedClaim;

/** Why a proposal was not accepted. docs/extraction.md explains each. */
export const REFUSALS = [
  'malformed',
  'not_verbatim',
  'number_differs',
  'metric_differs',
  'unit_absent',
  'speaker_absent',
  'role_absent',
  'verb_absent',
  'place_absent',
  'period_absent',
  'not_quoted',
  'duplicate',
] as const;
export type Refusal = (typeof REFUSALS)[number];

export interface RefusedProposal {
  readonly kind: Proposal['kind'];
  readonly quote: string;
  readonly reason: Refusal;
  /** A sentence for people: what was said and what stands in the article. */
  readonly detail: string;
}

export interface AcceptedProposals {
  /** YYYY-MM-DD: the day that time words were resolved from. */
  readonly publishedOn: string | null;
  readonly figures: readonly FigureMention[];
  readonly statements: readonly StatementMention[];
  readonly claims: readonly ClaimMention[];
  readonly refused: readonly RefusedProposal[];
}

/** A proposal that the article does not bear out, as a value: it is an outcome, no error. */
export class Refused {
  constructor(
    readonly reason: Refusal,
    readonly detail: string,
  ) {}
}
