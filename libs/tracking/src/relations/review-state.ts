import type { ClaimState, SignOff } from './claim-timeline.js';
import type { FoldedReport } from './folded-report.js';
import type { DecisionType, LedgerDecision } from './ledger.js';
import { liveDecisions, ofType } from './live-decisions.js';
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

export interface SignedClaim {
  readonly claimId: string;
  readonly members: readonly FoldedReport[];
  readonly live: readonly LedgerDecision[];
  /** Those that were undone and those that undo, too. */
  readonly decisions: readonly LedgerDecision[];
  readonly membership: Membership;
}

/** Whether anything reached the claim behind the head of the log that its signer had seen, or what they had seen was undone. */
export function changedSince(
  { seenSeq }: SignOff,
  { claimId, members, live, decisions, membership: { living } }: SignedClaim,
): boolean {
  const ids = new Set(members.map(({ report }) => report.reportId));
  const isOurs = ({ data }: LedgerDecision): boolean =>
    ('claimId' in data && data.claimId !== null && living(data.claimId) === claimId) ||
    ('reportId' in data && data.reportId !== null && ids.has(data.reportId));
  const telling = (among: readonly LedgerDecision[]): string[] =>
    among.flatMap((decision) => (!ASIDE.has(decision.type) && isOurs(decision) ? decision.eventId : []));
  const seen = new Set(telling(liveDecisions(decisions, { recordedSeq: seenSeq })));
  const now = telling(live);
  return (
    members.some(
      ({ report }) => report.seq > seenSeq || report.retirements.some(({ seq }) => seq > seenSeq),
    ) ||
    now.length !== seen.size ||
    now.some((eventId) => !seen.has(eventId))
  );
}
