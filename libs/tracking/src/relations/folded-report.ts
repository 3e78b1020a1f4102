import { foldName, type AttributionLink } from '#domain';
import type { Standing } from './claim-timeline.js';
import { dayOf, instantOf } from './days.js';
import { figurePlace, knownPlacesOf, type FigurePlace } from './figure-place.js';
import { compareText } from '../compare-text.js';
import { groupBy } from '../group-by.js';
import { intervalOf, type Interval } from './interval.js';
import type {
  AppliedCorrection,
  ClaimLedger,
  EntityIdOf,
  FigureFacts,
  LedgerDecision,
  Origin,
  PropositionFacts,
  TrackedReport,
  TrackedSource,
} from './ledger.js';
import { ofType } from './live-decisions.js';
import { clustersOf, entitiesOf, entityByName, originOfReport, publishersOf } from './origin.js';
import type { RelationSettings } from './settings.js';
import { sourceBehind } from './spoken-for.js';

/** A report as it stands after all decisions, with what comparisons need of it. */
export interface FoldedReport {
  readonly report: TrackedReport;
  readonly figure: FigureFacts | null;
  readonly interval: Interval | null;
  /** The place that a figure is compared by. */
  readonly place: FigurePlace | null;
  readonly proposition: PropositionFacts | null;
  /** When it was asserted, in milliseconds; where nobody said, when it was recorded: it was asserted by then. */
  readonly at: number;
  readonly validDay: string;
  /** Whether the text itself says which day it speaks of. */
  readonly isDated: boolean;
  /** Given as the total before another ("up from 17"). */
  readonly isEarlierTotal: boolean;
  readonly origin: Origin;
  readonly clusterId: string | null;
  readonly isOriginal: boolean;
  readonly standing: Standing;
  readonly retractedBecause: string | null;
  readonly corrections: readonly AppliedCorrection[];
  readonly confirmed: boolean;
}

/** What a correction may change of a figure; the words are those of the event. */
const FIGURE_FIELDS = new Set([
  'metric',
  'measure',
  'value',
  'max',
  'quantifier',
  'unit',
  'population',
  'status',
  'cause',
  'period',
  'asOf',
]);

interface ReportsToFold extends Pick<ClaimLedger, 'mentioned' | 'originals' | 'entityIdOf'> {
  readonly reports: readonly TrackedReport[];
  readonly live: readonly LedgerDecision[];
}

/** The folded form of every report, in the order in which they were asserted. */
export function foldReports(
  { reports, live, mentioned = [], originals = [], entityIdOf }: ReportsToFold,
  settings: RelationSettings,
): FoldedReport[] {
  const known = [...reports].sort((a, b) => a.seq - b.seq);
  const clusters = clustersOf(live);
  const entityOf = entitiesOf(mentioned, live);
  const publishers = publishersOf([...originals, ...known]);
  const corrections = groupBy(ofType(live, 'ReportCorrected'), reportIdOf);
  const retractions = groupBy(ofType(live, 'ReportRetracted'), reportIdOf);
  const knownPlaces = knownPlacesOf(live);
  const confirmed = new Set(ofType(live, 'ReportConfirmed').map(({ data }) => data.reportId));
  const fold = (given: TrackedReport): FoldedReport => {
    const applied = (corrections.get(given.reportId) ?? []).map(appliedOf);
    const report = corrected(given, applied, entityIdOf);
    const retraction = retractions.get(given.reportId)?.at(-1);
    return {
      report,
      figure: report.figure,
      interval: report.figure && intervalOf(report.figure, settings.approximation),
      place: figurePlace(report.figure, knownPlaces.get(given.reportId)),
      proposition: report.proposition,
      ...datesOf(report),
      isEarlierTotal: report.rule.endsWith('/earlier-total'),
      origin: originOfReport(report, publishers, clusters, entityOf),
      clusterId: clusters.clusterOf(report.articleId),
      isOriginal: clusters.isOriginal(report.articleId),
      standing: retraction ? 'retracted' : standingOf(report),
      retractedBecause: retraction ? retraction.data.reason : null,
      corrections: applied,
      confirmed: confirmed.has(given.reportId),
    };
  };
  return known.map(fold).sort(inOrderOfAssertion);
}

/** Time, then the original of a wire story before its copies, then what does not change from one replay to the next. */
export function inOrderOfAssertion(a: FoldedReport, b: FoldedReport): number {
  return (
    a.at - b.at ||
    Number(b.isOriginal) - Number(a.isOriginal) ||
    compareText(a.report.articleId, b.report.articleId) ||
    a.report.revision - b.report.revision ||
    a.report.position - b.report.position ||
    compareText(a.report.kind, b.report.kind) ||
    compareText(a.report.reportId, b.report.reportId)
  );
}

const reportIdOf = ({ data }: { readonly data: { readonly reportId: string } }): string => data.reportId;

export const appliedOf = ({
  eventId,
  seq,
  actor,
  data,
}: LedgerDecision<'ReportCorrected'>): AppliedCorrection => ({
  eventId,
  seq,
  actor,
  kind: data.kind,
  reason: data.reason,
  changes: data.changes,
});

/** The report with what corrections changed of it, in their order. */
export function corrected(
  report: TrackedReport,
  corrections: readonly AppliedCorrection[],
  entityIdOf: EntityIdOf = entityByName,
): TrackedReport {
  const changes = corrections.flatMap((correction) => correction.changes);
  return changes.reduce<TrackedReport>((now, { field, to }) => {
    if (field === 'attribution') return { ...now, attributed: sourceIn(to as AttributionLink[], entityIdOf) };
    if (field === 'utteredOn') return { ...now, assertedAt: (to as string | null) ?? now.publishedAt };
    if (now.proposition) return { ...now, proposition: correctedProposition(now.proposition, field, to) };
    if (!now.figure) return now;
    if (field === 'places') return { ...now, figure: { ...now.figure, places: placesIn(to) } };
    return FIGURE_FIELDS.has(field) ? { ...now, figure: { ...now.figure, [field]: to } } : now;
  }, report);
}

function sourceIn(attribution: readonly AttributionLink[], entityIdOf: EntityIdOf): TrackedSource | null {
  const last = attribution.findLast(({ kind }) => kind !== 'publisher');
  if (!last) return null;
  const source = sourceBehind(last);
  return { ...source, entityId: entityIdOf(source) };
}

function correctedProposition(now: PropositionFacts, field: string, to: unknown): PropositionFacts {
  if (field === 'polarity') return { ...now, polarity: to as PropositionFacts['polarity'] };
  if (field === 'proposition') return { ...now, text: to as string };
  return field === 'answers' ? { ...now, answers: to as string | null } : now;
}

/** A corrected place is known by its words alone. */
const placesIn = (places: unknown): FigureFacts['places'] =>
  (places as { text: string; role: FigureFacts['places'][number]['role'] }[]).map(({ text, role }) => ({
    key: foldName(text),
    text,
    role,
    within: [],
  }));

/** Why it is not in the current text: what happened first; what was withdrawn stays so whatever its article's texts were. */
function standingOf({ retirements }: TrackedReport): Standing {
  if (retirements.some(({ kind }) => kind === 'withdrawn')) return 'withdrawn';
  const [first] = [...retirements].sort((a, b) => a.seq - b.seq);
  return first?.kind ?? 'current';
}

export function datesOf({
  figure,
  assertedAt,
  recordedAt,
}: TrackedReport): Pick<FoldedReport, 'at' | 'validDay' | 'isDated'> {
  const asserted = assertedAt ?? recordedAt;
  const named = figure?.asOf ?? figure?.period?.end ?? null;
  return { at: instantOf(asserted), validDay: named ?? dayOf(asserted), isDated: named !== null };
}
