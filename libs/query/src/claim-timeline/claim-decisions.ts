import type { FieldCommented, ReviewGiven } from '#domain';
import type { Row } from '#projections';
import type { AsOf } from '#tracking';
import { MAX_PAGE } from '../page.js';
import type { FoldedClaim } from '../claim-ledgers/fold-claims.js';
import type { ClaimDecision } from './claim-timeline.js';

/** The newest of what was decided about a claim and the reports that are shown, by then; oldest first, each with what undid it. */
export function claimDecisions(
  { timeline, family }: FoldedClaim,
  { recordedSeq }: AsOf,
  reports: ReadonlySet<unknown>,
): ClaimDecision[] {
  const rows = new Map(family.decisions.map((row) => [row['event_id'], row]));
  const known = [...rows.values()]
    .filter((row) => recordedSeq === null || recordedSeq === undefined || Number(row['seq']) <= recordedSeq)
    .sort((a, b) => Number(a['seq']) - Number(b['seq']));
  const undone = new Map(known.map((row) => [undoneBy(row), String(row['seq'])]));
  const isOurs = (row: Row): boolean =>
    row['claim_id'] === timeline.claimId ||
    row['other_claim_id'] === timeline.claimId ||
    reports.has(row['report_id']);
  const shown = known.filter(isOurs).slice(-MAX_PAGE);
  return shown.map((row) => ({
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
