import { buildEvent } from '#domain';
import { requireLiving } from './decide-on-claim.js';
import type { ClaimState } from './claim-state.js';
import type { GiveReview, RequestReview } from './decision.js';
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
