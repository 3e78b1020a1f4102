import type { ClaimState, SignOff } from './claim-timeline.js';
import type { FoldedReport } from './folded-report.js';
import type { DecisionType, LedgerDecision } from './ledger.js';
import { ofType } from './live-decisions.js';
import type { Membership } from './membership.js';

/** Work on a claim that leaves what it says as it is. */
const ASIDE = new Set<DecisionType>([
  'ClaimSignedOff',
  'ReviewRequested',
  'ReviewGiven',
  'FieldCommented',
  'ReportConfirmed',
  'ReportLinkProposed',
  'ReportLinkDeclined',
  'ArticleRevisionCompared',
  'ArticleClustered',
  'ArticleUnclustered',
  'EntitiesMerged',
  'EntitySplit',
]);

export function lastSignOff(
  claimId: string,
  live: readonly LedgerDecision[],
  { living }: Membership,
): SignOff | null {
  const last = ofType(live, 'ClaimSignedOff').findLast(({ data }) => living(data.claimId) === claimId);
  if (!last) return null;
  const { eventId, seq, actor, data } = last;
  return { eventId, seq, actor, seenSeq: data.seenSeq, reason: data.reason };
}

export function lastReview(
  claimId: string,
  live: readonly LedgerDecision[],
  { living }: Membership,
): ClaimState['review'] {
  const last = live.findLast(
    ({ type, data }) =>
      (type === 'ReviewRequested' || type === 'ReviewGiven') && living(data.claimId) === claimId,
  );
  return last ? (last.type === 'ReviewGiven' ? last.data.verdict : 'requested') : null;
}

/** Whether anything reached the claim behind the head of the log that its signer had seen. */
export function changedSince(
  { seenSeq }: SignOff,
  claimId: string,
  members: readonly FoldedReport[],
  live: readonly LedgerDecision[],
  { living }: Membership,
): boolean {
  const ids = new Set(members.map(({ report }) => report.reportId));
  const isOurs = ({ data }: LedgerDecision): boolean =>
    ('claimId' in data && data.claimId !== null && living(data.claimId) === claimId) ||
    ('reportId' in data && data.reportId !== null && ids.has(data.reportId));
  return (
    members.some(
      ({ report }) => report.seq > seenSeq || report.retirements.some(({ seq }) => seq > seenSeq),
    ) || live.some((decision) => decision.seq > seenSeq && !ASIDE.has(decision.type) && isOurs(decision))
  );
}
