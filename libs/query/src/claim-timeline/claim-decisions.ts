import type { Row } from '#projections';
import type { AsOf } from '#tracking';
import type { FoldedClaim } from '../claim-ledgers/fold-claims.js';
import type { ClaimDecision } from './claim-timeline.js';

/** What was decided about a claim and its reports by then, oldest first, each with what undid it. */
export function claimDecisions({ timeline, family }: FoldedClaim, { recordedSeq }: AsOf): ClaimDecision[] {
  const reports = new Set<unknown>(timeline.entries.map(({ reportId }) => reportId));
  const rows = new Map(family.decisions.map((row) => [row['event_id'], row]));
  const known = [...rows.values()]
    .filter((row) => recordedSeq === null || recordedSeq === undefined || Number(row['seq']) <= recordedSeq)
    .sort((a, b) => Number(a['seq']) - Number(b['seq']));
  const undone = new Map(known.map((row) => [undoneBy(row), String(row['seq'])]));
  const isOurs = (row: Row): boolean =>
    row['claim_id'] === timeline.claimId ||
    row['other_claim_id'] === timeline.claimId ||
    reports.has(row['report_id']);
  return known.filter(isOurs).map((row) => ({
    eventId: row['event_id'] as string,
    seq: String(row['seq']),
    type: row['type'] as string,
    actor: row['actor'] as string,
    recordedAt: new Date(row['recorded_at'] as string | Date).toISOString(),
    reportId: row['report_id'] as string | null,
    reasons: reasonsOf(row['data']),
    revertedSeq: undone.get(row['event_id'] as string) ?? null,
  }));
}

const undoneBy = (row: Row): string | null =>
  row['type'] === 'DecisionReverted' ? (row['data'] as { decisionId: string }).decisionId : null;

/** Why a decision was made, in the words of whoever made it. */
export function reasonsOf(data: unknown): readonly string[] {
  const { reasons, reason, comment } = data as { reasons?: string[]; reason?: string; comment?: string };
  return reasons ?? [reason ?? comment ?? ''].filter(Boolean);
}
