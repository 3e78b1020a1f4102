import type { OpenProposal } from './claim-timeline.js';
import type { FoldedReport } from './folded-report.js';
import type { LedgerDecision } from './ledger.js';
import { isByProcess } from './live-decisions.js';
import type { Membership } from './membership.js';

/**
 * Links that somebody is to look at: neither made nor declined, no person put the report elsewhere since, and it is there by
 * the clocks, in force, and not in the claim already, as by a merger.
 */
export function openProposals(
  claimId: string,
  reports: readonly FoldedReport[],
  live: readonly LedgerDecision[],
  membership: Membership,
): OpenProposal[] {
  const open = new Map<string, OpenProposal>();
  for (const decision of live) {
    if (decision.type === 'ReportLinkProposed' && membership.living(decision.data.claimId) === claimId) {
      const { reportId, score, reasons } = decision.data;
      open.set(reportId, { eventId: decision.eventId, reportId, score, reasons });
    }
    if (closes(decision, claimId, membership)) open.delete(decision.data.reportId);
  }
  const inForce = new Set(
    reports.filter(({ standing }) => standing === 'current').map(({ report }) => report.reportId),
  );
  return [...open.values()].filter(
    ({ reportId }) => inForce.has(reportId) && membership.claimOf(reportId) !== claimId,
  );
}

function closes(
  decision: LedgerDecision,
  claimId: string,
  { living }: Membership,
): decision is LedgerDecision<'ReportLinked' | 'ReportLinkDeclined'> {
  if (decision.type === 'ReportLinkDeclined') return living(decision.data.claimId) === claimId;
  if (decision.type !== 'ReportLinked') return false;
  return living(decision.data.claimId) === claimId || !isByProcess(decision.data.decidedBy);
}
