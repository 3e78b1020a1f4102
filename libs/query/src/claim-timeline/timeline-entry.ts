import type { FigureFacts, TimelineEntry } from '#tracking';
import type { ReportView } from '../reports/report.js';
import type { ClaimTimelineEntry } from './claim-timeline.js';

/** An entry of a folded timeline with the words it was read from. */
export function entryView(
  claimId: string,
  entry: TimelineEntry,
  report: ReportView | null,
): ClaimTimelineEntry {
  return {
    reportId: entry.reportId,
    kind: entry.kind,
    seq: String(entry.seq),
    relation: entry.relation,
    reason: entry.reason,
    against: entry.against,
    otherRelations: entry.otherRelations,
    change: entry.change,
    anomalies: entry.anomalies,
    anomalyDetails: entry.anomalyDetails,
    side: entry.side,
    standing: entry.standing,
    origin: entry.origin,
    clusterId: entry.clusterId,
    validDay: entry.validDay,
    assertedAt: entry.assertedAt,
    recordedAt: entry.recordedAt,
    outlet: entry.outlet,
    ...figureFields(entry.figure),
    text: entry.proposition?.text ?? null,
    polarity: entry.proposition?.polarity ?? null,
    corrections: entry.corrections,
    confirmed: entry.confirmed,
    // Of the claim it was of then, wherever it is today.
    report: report && { ...report, claimId },
  };
}

const NO_FIGURE = {
  value: null,
  max: null,
  quantifier: null,
  unit: null,
  population: null,
  status: null,
  place: null,
};

function figureFields(figure: FigureFacts | null) {
  if (!figure) return NO_FIGURE;
  const { value, max, quantifier, unit, population, status, places } = figure;
  return { value, max, quantifier, unit, population, status, place: places[0]?.text ?? null };
}
