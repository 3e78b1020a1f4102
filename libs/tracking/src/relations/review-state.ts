import type { ClaimState, OpenRequest, SignOff } from './claim-timeline.js';
import type { FoldedReport } from './folded-report.js';
import type { DecisionType, LedgerDecision, TrackedReport } from './ledger.js';
import { liveDecisions, ofType, undoneIn } from './live-decisions.js';
import type { Membership } from './membership.js';

/** Decisions on whom reports go back to: on a claim they tell where other reports of it have one origin than had. */
const ON_ORIGINS = new Set<DecisionType>([
  'ArticleClustered',
  'ArticleUnclustered',
  'EntitiesMerged',
  'EntitySplit',
  'DecisionReverted',
]);

/** Work on a claim that leaves what it says as it is. */
const ASIDE = new Set<DecisionType>([
  'ClaimSignedOff',
  'ReviewRequested',
  'ReviewGiven',
  'FieldCommented',
  'ReportConfirmed',
  'ReportLinkProposed',
  'ReportLinkDeclined',
  'AnomalySettled',
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

/** A sign-off settles the look that was asked for before it, and the changes that a review asked for. */
export function lastReview(
  claimId: string,
  live: readonly LedgerDecision[],
  membership: Membership,
): Pick<ClaimState, 'review' | 'request'> {
  const last = [...ofType(live, 'ReviewRequested'), ...ofType(live, 'ReviewGiven')]
    .filter(({ data }) => membership.living(data.claimId) === claimId)
    .sort((a, b) => a.seq - b.seq)
    .at(-1);
  if (!last) return NONE;
  const review = last.type === 'ReviewRequested' ? 'requested' : last.data.verdict;
  if (review === 'approved') return { review, request: null };
  const signOff = lastSignOff(claimId, live, membership);
  return signOff && signOff.seq > last.seq ? NONE : { review, request: requestOf(last) };
}

const NONE = { review: null, request: null };

const requestOf = ({
  actor,
  recordedAt,
  data,
}: LedgerDecision<'ReviewRequested' | 'ReviewGiven'>): OpenRequest => ({
  actor,
  reason: data.reason,
  recordedAt,
});

export interface SignedClaim {
  readonly claimId: string;
  readonly members: readonly FoldedReport[];
  readonly live: readonly LedgerDecision[];
  /** Those that were undone and those that undo, too. */
  readonly decisions: readonly LedgerDecision[];
  readonly membership: Membership;
  readonly originsBy: OriginsBy;
}

/** The key of the origin of each report under these decisions, in the order of the reports. */
export type OriginsBy = (
  live: readonly LedgerDecision[],
  reports: readonly TrackedReport[],
) => readonly string[];

/** Nobody has seen what came after the signature. */
const seenBy = ({ seenSeq, seq }: SignOff): number => Math.min(seenSeq, seq);

/**
 * The decisions since that put wire stories or sources together or apart and leave other reports with one origin than the signer saw;
 * none where it came back to that.
 */
export function regroupedBy(
  signOff: SignOff,
  { members, live, decisions, originsBy }: SignedClaim,
): string[] {
  const seenSeq = seenBy(signOff);
  const since = decisions.filter(({ type, seq }) => seq > seenSeq && ON_ORIGINS.has(type));
  if (since.length === 0) return [];
  const reports = members.map(({ report }) => report);
  const groupsBy = (made: readonly LedgerDecision[]): string => {
    const keys = originsBy(made, reports);
    const first = new Map([...keys.entries()].reverse().map(([at, key]) => [key, at]));
    return keys.map((key) => first.get(key)).join();
  };
  if (groupsBy(liveDecisions(decisions, { recordedSeq: seenSeq })) === groupsBy(live)) return [];
  const kept = withoutUndone(seenSeq, decisions);
  const groupsAt = (seq: number): string => groupsBy(liveDecisions(kept, { recordedSeq: seq }));
  let before = groupsAt(seenSeq);
  return kept
    .filter(({ type, seq }) => seq > seenSeq && ON_ORIGINS.has(type))
    .flatMap(({ eventId, seq }) => {
      const now = groupsAt(seq);
      const differs = now !== before;
      before = now;
      return differs ? [eventId] : [];
    });
}

/**
 * In order, without what was undone since, and what undid it: nothing else is told by what it did meanwhile. But an article whose
 * clustering was undone stays out of wire stories.
 */
function withoutUndone(seenSeq: number, decisions: readonly LedgerDecision[]): LedgerDecision[] {
  const inOrder = [...decisions].sort((a, b) => a.seq - b.seq);
  const undone = undoneIn(inOrder);
  const isCancelled = ({ type, eventId, seq }: LedgerDecision): boolean =>
    seq > seenSeq && type !== 'ArticleClustered' && undone.has(eventId);
  const cancelled = new Set(inOrder.filter(isCancelled).map(({ eventId }) => eventId));
  return inOrder.filter(
    ({ type, eventId, data }) =>
      !cancelled.has(eventId) && !(type === 'DecisionReverted' && cancelled.has(data.decisionId)),
  );
}

/** Whether anything reached the claim behind the head of the log that its signer had seen, or what they had seen was undone. */
export function toldMoreSince(
  signOff: SignOff,
  { claimId, members, live, decisions, membership: { living } }: SignedClaim,
): boolean {
  const seenSeq = seenBy(signOff);
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
