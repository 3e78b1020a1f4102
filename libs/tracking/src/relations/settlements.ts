import type { FoundAnomaly, Settlement } from './claim-timeline.js';
import type { LedgerDecision } from './ledger.js';
import { liveDecisions, ofType } from './live-decisions.js';

/** Who looked at an anomaly and let it stand; null while nobody did. */
export type SettledBy = (reportId: string, anomaly: FoundAnomaly) => Settlement | null;

/**
 * What people settled, of two reports, whichever claims they went on to. It is open again where a report that it rests on is corrected
 * otherwise than it was then: one of the two, or a part.
 */
export function settledBy(live: readonly LedgerDecision[], decisions: readonly LedgerDecision[]): SettledBy {
  const settled = ofType(live, 'AnomalySettled');
  if (settled.length === 0) return () => null;
  const corrections = decisions.filter(
    ({ type }) => type === 'ReportCorrected' || type === 'DecisionReverted',
  );
  return (reportId, { anomaly, againstReportId, partReportIds }) => {
    const last = settled.findLast(
      ({ data }) =>
        data.reportId === reportId && data.anomaly === anomaly && data.againstReportId === againstReportId,
    );
    if (!last) return null;
    const ids = new Set([reportId, againstReportId, ...partReportIds]);
    const standing = (made: readonly LedgerDecision[]): string =>
      ofType(made, 'ReportCorrected')
        .filter(({ data }) => ids.has(data.reportId))
        .map(({ eventId }) => eventId)
        .join();
    const { eventId, seq, actor, recordedAt, data } = last;
    if (standing(live) !== standing(liveDecisions(corrections, { recordedSeq: seq }))) return null;
    return { eventId, actor, recordedAt, reasons: data.reasons };
  };
}
