import type { DecisionReverted, FieldCommented, ReviewGiven } from '#domain';
import { decisionsOf, type Row } from '#projections';
import { liveDecisions, membershipOf, type AsOf, type Membership } from '#tracking';
import { MAX_PAGE } from '../page.js';
import type { FoldedClaim } from '../claim-ledgers/fold-claims.js';
import type { ClaimDecision } from './claim-timeline.js';

/** These are about the claim as a whole, though they name a report. */
const OF_CLAIM = new Set(['ClaimsMerged', 'ClaimSplit', 'HeadlineFigureRecommended']);

/**
 * The newest of what was decided about a claim and the reports that are shown, and what gave reports other origins since it was signed
 * off, by then; oldest first, each with what undid it. Links of
 * its other reports stay out: they would crowd out what was decided about these.
 */
export function claimDecisions(
  { timeline, family }: FoldedClaim,
  asOf: AsOf,
  shown: ReadonlySet<unknown>,
): ClaimDecision[] {
  const { recordedSeq } = asOf;
  const known = family.decisions
    .filter((row) => recordedSeq === null || recordedSeq === undefined || Number(row['seq']) <= recordedSeq)
    .sort((a, b) => Number(a['seq']) - Number(b['seq']) || Number(a['part']) - Number(b['part']));
  const undone = new Map(known.map((row) => [undoneBy(row), String(row['seq'])]));
  const membership = membershipOf(liveDecisions(decisionsOf(family.decisions), asOf));
  const isOurs = ofClaimAndPage(timeline.claimId, membership, shown);
  const regrouping = new Set<unknown>(timeline.state.regroupedBy);
  const ours = known.filter((row) => isOurs(row) || regrouping.has(row['event_id']));
  // A split stands in a row a report, of which some may be of other claims: the first that is ours.
  return [...new Map(ours.toReversed().map((row) => [row['event_id'], row])).values()]
    .toReversed()
    .slice(-MAX_PAGE)
    .map((row) => ({
      eventId: row['event_id'] as string,
      seq: String(row['seq']),
      type: row['type'] as string,
      actor: row['actor'] as string,
      recordedAt: new Date(row['recorded_at'] as string | Date).toISOString(),
      reportId: row['report_id'] as string | null,
      reasons: reasonsOf(row['data']),
      ...findingOf(row),
      revertedSeq: undone.get(row['event_id'] as string) ?? null,
    }));
}

/** Also what was decided about a claim that lives on in this one, and about reports that are of it no longer or not yet. */
function ofClaimAndPage(claimId: string, { living, claimOf }: Membership, shown: ReadonlySet<unknown>) {
  const isThis = (id: unknown): boolean => id !== null && living(id as string) === claimId;
  return (row: Row): boolean => {
    const reportId = row['report_id'] as string | null;
    if (reportId !== null && shown.has(reportId)) return true;
    if (!isThis(row['claim_id']) && !isThis(row['other_claim_id'])) return false;
    return reportId === null || OF_CLAIM.has(decidedType(row)) || claimOf(reportId) !== claimId;
  };
}

/** Undoing is about what it undoes. */
const decidedType = ({ type, data }: Row): string =>
  type === 'DecisionReverted' ? (data as DecisionReverted).decisionType : (type as string);

/** Which field a remark is on, and what a remark or a review found. */
function findingOf({ type, data }: Row): Pick<ClaimDecision, 'field' | 'verdict'> {
  if (type === 'FieldCommented') {
    const { field, verdict } = data as FieldCommented;
    return { field, verdict };
  }
  return { field: null, verdict: type === 'ReviewGiven' ? (data as ReviewGiven).verdict : null };
}

const undoneBy = (row: Row): string | null =>
  row['type'] === 'DecisionReverted' ? (row['data'] as { decisionId: string }).decisionId : null;

/** Why a decision was made, in the words of whoever made it. */
export function reasonsOf(data: unknown): readonly string[] {
  const { reasons, reason, comment } = data as { reasons?: string[]; reason?: string; comment?: string };
  return reasons ?? [reason ?? comment ?? ''].filter(Boolean);
}
