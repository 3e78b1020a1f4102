import type {
  Anomaly,
  Cause,
  ClaimStatus,
  FigureStatus,
  Measure,
  Metric,
  Polarity,
  Quantifier,
  ReportKind,
  ReviewVerdict,
  Unit,
} from '#domain';
import { cardRow, type Row } from '#projections';
import type { FigureFacts, PropositionFacts } from '#tracking';
import type { FoldedClaim } from '../claim-ledgers/fold-claims.js';

/** One claim: what it is about, and what its reports come to. */
export interface ClaimCard {
  readonly id: string;
  /** The claim it lives on in; null while it lives itself. */
  readonly mergedInto: string | null;
  readonly kind: ReportKind | null;
  /** Of figures: what is counted, of whom, where and when, as the report says whose number is shown. */
  readonly metric: Metric | null;
  readonly measure: Measure | null;
  readonly unit: Unit | null;
  readonly population: string | null;
  readonly cause: Cause | null;
  readonly place: string | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  /** Of a stock: the day it is told for. */
  readonly asOf: string | null;
  /** Whether the number is reported, feared or projected. */
  readonly figureStatus: FigureStatus | null;
  /** Of statements and claims: the words of the first report in force. */
  readonly text: string | null;
  readonly polarity: Polarity | null;
  readonly status: ClaimStatus;
  /** Somebody denies it, or two reports in force cannot both be right. Disputed is not false. */
  readonly disputed: boolean;
  /** How often it stands printed. */
  readonly reportCount: number;
  /** How many sources it comes from: one source in fifteen outlets is one. */
  readonly originCount: number;
  readonly articleCount: number;
  readonly firstAssertedAt: string | null;
  readonly lastAssertedAt: string | null;
  readonly lowest: number | null;
  readonly lowestQuantifier: Quantifier | null;
  readonly highest: number | null;
  readonly highestQuantifier: Quantifier | null;
  /** The value last asserted; null where that report gave only a vague word. */
  readonly latest: number | null;
  /** Its upper end, where it is told as a range; the word in place of a number is among the quantifiers. */
  readonly latestMax: number | null;
  readonly latestQuantifier: Quantifier | null;
  /** The figure to show: what a person recommended, else the latest. */
  readonly headline: number | null;
  readonly headlineMax: number | null;
  readonly headlineQuantifier: Quantifier | null;
  readonly headlineBy: 'recommended' | 'latest' | null;
  /** The report it is taken or calculated from. */
  readonly headlineReportId: string | null;
  readonly conflictCount: number;
  readonly denialCount: number;
  /** What is to be looked at; those that somebody settled are counted beside. */
  readonly anomalies: readonly Anomaly[];
  readonly settledAnomalyCount: number;
  readonly openProposals: number;
  readonly review: 'requested' | ReviewVerdict | null;
  readonly seq: string;
}

/** A row of the card view joined with the facts of the report that the claim is described by. */
export function claimCard(row: Row): ClaimCard {
  return {
    id: row['claim_id'] as string,
    mergedInto: row['merged_into'] as string | null,
    kind: row['kind'] as ReportKind | null,
    metric: row['metric'] as Metric | null,
    measure: row['measure'] as Measure | null,
    unit: row['unit'] as Unit | null,
    ...aboutOf(row),
    status: row['status'] as ClaimStatus,
    disputed: row['disputed'] as boolean,
    reportCount: row['report_count'] as number,
    originCount: row['origin_count'] as number,
    articleCount: row['article_count'] as number,
    firstAssertedAt: row['first_asserted'] as string | null,
    lastAssertedAt: row['last_asserted'] as string | null,
    ...numbersOf(row),
    headlineBy: row['headline_by'] as ClaimCard['headlineBy'],
    headlineReportId: row['headline_report_id'] as string | null,
    conflictCount: row['conflicts'] as number,
    denialCount: row['denials'] as number,
    anomalies: row['anomalies'] as readonly Anomaly[],
    settledAnomalyCount: row['settled_anomalies'] as number,
    openProposals: row['open_proposals'] as number,
    review: row['review'] as ClaimCard['review'],
    seq: String(row['first_seq']),
  };
}

const numbersOf = (row: Row) => ({
  lowest: row['lowest'] as number | null,
  lowestQuantifier: row['lowest_quantifier'] as Quantifier | null,
  highest: row['highest'] as number | null,
  highestQuantifier: row['highest_quantifier'] as Quantifier | null,
  latest: row['latest'] as number | null,
  latestMax: row['latest_max'] as number | null,
  latestQuantifier: row['latest_quantifier'] as Quantifier | null,
  headline: row['headline'] as number | null,
  headlineMax: row['headline_max'] as number | null,
  headlineQuantifier: row['headline_quantifier'] as Quantifier | null,
});

function aboutOf({ metric, facts }: Row) {
  if (facts === null || facts === undefined) return { ...NO_FIGURE, ...NO_PROPOSITION };
  return metric === null
    ? { ...NO_FIGURE, ...aboutProposition(facts as PropositionFacts) }
    : { ...NO_PROPOSITION, ...aboutFigure(facts as FigureFacts) };
}

const NO_FIGURE = {
  population: null,
  cause: null,
  place: null,
  periodStart: null,
  periodEnd: null,
  asOf: null,
  figureStatus: null,
};
const NO_PROPOSITION = { text: null, polarity: null };

const aboutFigure = ({ population, cause, places, period, asOf, status }: FigureFacts) => ({
  population,
  cause,
  place: places[0]?.text ?? null,
  periodStart: period?.start ?? null,
  periodEnd: period?.end ?? null,
  asOf,
  figureStatus: status,
});

const aboutProposition = ({ text, polarity }: PropositionFacts) => ({ text, polarity });

/** The card of a claim that was folded at other clocks than now. */
export function foldedCard(workspace: string, { timeline, family }: FoldedClaim): ClaimCard {
  const row = cardRow(workspace, timeline, family);
  const shown = timeline.entries.find(({ reportId }) => reportId === row['shown_report_id']);
  return claimCard({ ...row, facts: shown?.figure ?? shown?.proposition ?? null });
}

/** The columns of cards: the facts are those that the report stands corrected to. */
export const CARD_COLUMNS = 'card.*, coalesce(shown.corrected_facts, shown.facts) AS facts';

/** The card table as `card` with the report that describes each claim; conditions and order follow. */
export const fromCards = (cards: string, reports: string): string =>
  `FROM ${cards} card LEFT JOIN ${reports} shown
     ON shown.workspace = card.workspace AND shown.report_id = card.shown_report_id`;
