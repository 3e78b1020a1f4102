import { buildEvent, type ReviewGiven } from '#domain';
import type { StoredEvent } from '#event-store';
import { requireLiving } from './decide-on-claim.js';
import type { ClaimState } from './claim-state.js';
import type { GiveReview, RequestReview } from './decision.js';
import { dataOf } from './history.js';
import { record, unchanged, type DecisionPlan } from './plan.js';

export function requestReview(claim: ClaimState, { reason }: RequestReview): DecisionPlan {
  requireLiving(claim);
  const { claimId, history } = claim;
  const before = lastOfReview(claim);
  if (before?.type === 'ReviewRequested') return unchanged(before);
  return record(history, buildEvent('ReviewRequested', { claimId, reason }));
}

/** The same verdict for the same reason, with no request in between, is the review that was given before. */
export function giveReview(claim: ClaimState, { verdict, reason }: GiveReview): DecisionPlan {
  requireLiving(claim);
  const { claimId, history } = claim;
  const before = lastOfReview(claim);
  if (before?.type === 'ReviewGiven') {
    const given = dataOf<ReviewGiven>(before);
    if (given.verdict === verdict && given.reason === reason) return unchanged(before);
  }
  return record(history, buildEvent('ReviewGiven', { claimId, verdict, reason }));
}

const lastOfReview = ({ history }: ClaimState): StoredEvent | undefined =>
  history.standing.findLast(({ type }) => type === 'ReviewRequested' || type === 'ReviewGiven');
