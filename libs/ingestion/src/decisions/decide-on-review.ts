import { buildEvent } from '#domain';
import { NotLinked } from '../errors.js';
import { requireLiving } from './decide-on-claim.js';
import type { ClaimState } from './claim-state.js';
import type { GiveReview, RequestReview, SettleAnomaly } from './decision.js';
import { record, unchanged, type DecisionPlan } from './plan.js';

export function requestReview(claim: ClaimState, { reason }: RequestReview): DecisionPlan {
  requireLiving(claim);
  const { claimId, history } = claim;
  const before = history.standing.findLast(
    ({ type }) => type === 'ReviewRequested' || type === 'ReviewGiven',
  );
  if (before?.type === 'ReviewRequested') return unchanged(before);
  return record(history, buildEvent('ReviewRequested', { claimId, reason }));
}

export function giveReview(claim: ClaimState, { verdict, reason }: GiveReview): DecisionPlan {
  requireLiving(claim);
  const { claimId, history } = claim;
  return record(history, buildEvent('ReviewGiven', { claimId, verdict, reason }));
}

/**
 * Whether the views show such an anomaly is not asked: one that is told of no more is settled all the same.
 * @param linked the claim whose stream holds the link: `claim` itself, or one that was merged into it
 */
export function settleAnomaly(
  claim: ClaimState,
  linked: ClaimState,
  { reportId, anomaly, againstReportId, reason }: SettleAnomaly,
  actor: string,
): DecisionPlan {
  requireLiving(claim);
  if (!linked.links.has(reportId)) throw new NotLinked(linked.claimId, [reportId]);
  const { claimId, history } = claim;
  const settled = { claimId, reportId, anomaly, againstReportId };
  return record(history, buildEvent('AnomalySettled', { ...settled, decidedBy: actor, reasons: [reason] }));
}
