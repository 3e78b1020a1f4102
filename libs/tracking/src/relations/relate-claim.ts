import type {
  FoundAnomaly,
  OtherRelation,
  ReportAnomaly,
  TimelineEntry,
  ValueChange,
} from './claim-timeline.js';
import { anomaliesOf } from './anomalies.js';
import { afterwards, articleChanged, type Edits } from './edits.js';
import type { FoldedReport } from './folded-report.js';
import { Lane } from './figures-so-far.js';
import { groupBy } from '../group-by.js';
import { isFigure, laneKey, type FoldedFigure } from './lane.js';
import { otherRelations } from './other-relations.js';
import { PossibleParts } from './possible-parts.js';
import { relateFigure, type Related } from './relate-figure.js';
import { relateProposition, type Side } from './relate-proposition.js';
import type { RelationSettings } from './settings.js';
import type { SettledBy } from './settlements.js';
import { stepInWords } from './wording.js';

export interface RelateInput {
  /** The reports of one claim, in the order in which they were asserted. */
  readonly members: readonly FoldedReport[];
  readonly edits: Edits;
  /** Figures that totals are held against as their parts, of this claim or not. */
  readonly figures: readonly FoldedReport[];
  readonly settings: RelationSettings;
  readonly settledBy: SettledBy;
}

/**
 * What each report adds to those before it. Only reports in force are compared with: what was taken back, reread or edited away is
 * on the timeline and says why, and is as if never reported for those behind it.
 */
export function relateClaim({ members, edits, figures, settings, settledBy }: RelateInput): TimelineEntry[] {
  const sideOf = sidesOf(members);
  const past = new Past(claimsOfTexts(members, sideOf));
  const parts = new PossibleParts(figures);
  return members.map((one) => {
    const side = sideOf(one);
    const related =
      takenBack(one) ??
      carriedOn(one, edits) ??
      withOutcome(one, edits, edited(one, edits) ?? past.relate(one, side));
    const others = past.otherRelations(one, related, settings.mostOtherRelations);
    if (one.standing === 'current') past.add(one, side);
    const found =
      one.standing === 'current' ? [...anomaliesOf(one, related, settings), ...parts.exceeding(one)] : [];
    return entryOf(one, side, { ...related, others }, withSettlements(one, found, settledBy));
  });
}

/** Of one found twice against the same report the first. */
function withSettlements(
  { report: { reportId } }: FoldedReport,
  found: readonly FoundAnomaly[],
  settled: SettledBy,
): ReportAnomaly[] {
  const byReport = new Map(
    found.toReversed().map((one) => [`${one.anomaly} ${one.againstReportId}`, one] as const),
  );
  return [...byReport.values()]
    .reverse()
    .map((one) => ({ reportId, ...one, settled: settled(reportId, one) }));
}

/** What is in force so far. */
class Past {
  private readonly lanes = new Map<string, Lane>();
  private readonly sides: Record<Side, FoldedReport[]> = { for: [], against: [] };
  private lastFigure: FoldedFigure | undefined;

  constructor(private readonly claimsOf: ReadonlyMap<string, readonly FoldedReport[]>) {}

  relate(one: FoldedReport, side: Side): Related {
    return isFigure(one)
      ? relateFigure(one, this.laneOf(one), this.lastFigure)
      : relateProposition(one, side, this.sides, this.claimsOf.get(textOf(one)));
  }

  otherRelations(one: FoldedReport, related: Related, most: number): OtherRelation[] {
    const inForce = one.standing === 'current';
    return inForce && isFigure(one) ? otherRelations(one, this.laneOf(one), related, most) : [];
  }

  add(one: FoldedReport, side: Side): void {
    this.sides[side].push(one);
    if (!isFigure(one)) return;
    this.laneOf(one).add(one);
    this.lastFigure = one;
  }

  private laneOf({ figure }: FoldedFigure): Lane {
    const key = laneKey(figure);
    const lane = this.lanes.get(key) ?? new Lane();
    this.lanes.set(key, lane);
    return lane;
  }
}

/**
 * A claim says what is asserted, so who denies it is against it. Where all reports are denials that somebody made in so many words,
 * the denial itself is what is said again and again.
 */
function sidesOf(members: readonly FoldedReport[]): (one: FoldedReport) => Side {
  const onlyDenyingStatements = members.every(
    ({ report, proposition }) => report.kind === 'statement' && proposition?.polarity === 'denied',
  );
  return ({ proposition }) =>
    proposition?.polarity === 'denied' && !onlyDenyingStatements ? 'against' : 'for';
}

/** What each text claims, in its order: who denies a thing may be told of before who claims it. */
const claimsOfTexts = (members: readonly FoldedReport[], sideOf: (one: FoldedReport) => Side) =>
  groupBy(members, (one) =>
    one.proposition && one.standing === 'current' && sideOf(one) === 'for' ? textOf(one) : null,
  );

const textOf = ({ report: { articleId, revision } }: FoldedReport): string => `${articleId} ${revision}`;

function takenBack({ standing, retractedBecause }: FoldedReport): Related | null {
  const back = (reason: string): Related => ({ relation: 'retracted', against: null, reason });
  if (standing === 'retracted') return back(`retracted: ${retractedBecause ?? ''}`);
  if (standing === 'withdrawn') return back('its article was withdrawn');
  return standing === 'reread' ? back('a later reading of the same text reads it otherwise') : null;
}

function carriedOn(one: FoldedReport, edits: Edits): Related | null {
  const later = one.standing === 'revised' ? edits.carriedOnBy(one) : undefined;
  if (!later) return null;
  return {
    relation: 'repeats',
    against: later,
    reason: 'an earlier text of the article, which still says it',
  };
}

function edited(one: FoldedReport, edits: Edits): Related | null {
  const edit = edits.editOf(one);
  if (!edit || edit.previous.standing !== 'revised') return null;
  const { previous, stealth } = edit;
  const step = isFigure(previous) && isFigure(one) ? `: ${stepInWords(previous, one)}` : '';
  return { relation: 'revises', against: previous, reason: `${articleChanged(stealth)}${step}` };
}

/** Beside what a report added when it came: what a later text of its article made of it. */
function withOutcome(one: FoldedReport, edits: Edits, related: Related): Related {
  const outcome = one.standing === 'revised' ? edits.outcomeOf(one) : undefined;
  return outcome ? { ...related, reason: `${related.reason}; ${afterwards(outcome)}` } : related;
}

function entryOf(
  one: FoldedReport,
  side: Side,
  { relation, against, reason, others }: Related & { readonly others: readonly OtherRelation[] },
  anomalyDetails: readonly ReportAnomaly[],
): TimelineEntry {
  const { report } = one;
  return {
    reportId: report.reportId,
    kind: report.kind,
    articleId: report.articleId,
    revision: report.revision,
    seq: report.seq,
    recordedAt: report.recordedAt,
    assertedAt: report.assertedAt,
    validDay: one.validDay,
    outlet: report.outlet,
    origin: one.origin,
    clusterId: one.clusterId,
    figure: one.figure,
    proposition: one.proposition,
    side,
    standing: one.standing,
    relation,
    against: against?.report.reportId ?? null,
    change: against && relation === 'revises' ? changeOf(against, one) : null,
    reason,
    otherRelations: others,
    anomalies: [...new Set(anomalyDetails.map(({ anomaly }) => anomaly))],
    anomalyDetails,
    corrections: one.corrections,
    confirmed: one.confirmed,
  };
}

/** Null where the values are equal, or not compared. What is told more exactly did not change. */
function changeOf(before: FoldedReport, one: FoldedReport): ValueChange | null {
  if (!isFigure(before) || !isFigure(one) || laneKey(before.figure) !== laneKey(one.figure)) return null;
  const [from, to] = [before.figure.value, one.figure.value];
  if (from === null || to === null || from === to) return null;
  return { from, to, by: to - from, direction: to > from ? 'up' : 'down' };
}
