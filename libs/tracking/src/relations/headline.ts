import type { FigureEvidence, Headline } from './claim-timeline.js';
import type { FoldedReport } from './folded-report.js';
import { isFigure, type FoldedFigure } from './lane.js';
import type { LedgerDecision } from './ledger.js';
import { ofType } from './live-decisions.js';
import { latestFigure, summaryOf } from './main-figure.js';
import type { Membership } from './membership.js';

/** What people recommended and put beside it, of reports in force only: of several about one report the last. */
export function evidenceOf(
  claimId: string,
  current: readonly FoldedReport[],
  live: readonly LedgerDecision[],
  membership: Membership,
): FigureEvidence[] {
  const standing = new Set(current.map(({ report }) => report.reportId));
  const last = new Map<string, FigureEvidence>();
  for (const { data } of ofType(live, 'HeadlineFigureRecommended')) {
    if (membership.living(data.claimId) !== claimId || !standing.has(data.reportId)) continue;
    const { reportId, role, value, decidedBy, calculationLogic } = data;
    last.delete(reportId);
    last.set(reportId, { reportId, role, value, decidedBy, calculationLogic });
  }
  return [...last.values()];
}

/** The figure to show: the one recommended last, else the latest. Nothing is averaged. */
export function headlineOf(
  current: readonly FoldedReport[],
  main: readonly FoldedFigure[],
  evidence: readonly FigureEvidence[],
): Headline | null {
  const recommended = evidence.findLast(({ role }) => role === 'recommended');
  const chosen = current.filter(isFigure).find(({ report }) => report.reportId === recommended?.reportId);
  if (recommended && chosen) {
    const { value, decidedBy, calculationLogic } = recommended;
    const summary = summaryOf(chosen);
    const calculated = value === null ? {} : { value, max: null, quantifier: 'exact' as const };
    return { ...summary, ...calculated, by: 'recommended', decidedBy, calculationLogic };
  }
  const latest = latestFigure(main);
  return latest ? { ...summaryOf(latest), by: 'latest', decidedBy: null, calculationLogic: null } : null;
}
