import type { ClaimState, ClaimTimeline, TimelineEntry } from '#tracking';
import type { Row } from '../view-table.js';
import type { ClaimFamily } from './load-ledgers.js';
import { queuesOf } from './queues.js';

/** The row of a claim, from what its ledger folds to at present. */
export function cardRow(
  workspace: string,
  { claimId, entries, state }: ClaimTimeline,
  family: ClaimFamily,
): Row {
  const isOwn = (row: Row): boolean => row['claim_id'] === claimId || row['other_claim_id'] === claimId;
  return {
    workspace,
    claim_id: claimId,
    merged_into: state.mergedInto,
    kind: state.kind,
    ...aboutOf(entries[0]),
    status: state.status,
    disputed: state.disputed,
    report_count: state.reportCount,
    origin_count: state.originCount,
    article_count: state.articleCount,
    first_asserted: state.firstAssertedAt,
    last_asserted: state.lastAssertedAt,
    ...rangeOf(state),
    ...headlineOf(state),
    conflicts: state.conflicts.length,
    denials: state.denials.length,
    anomalies: [...new Set(state.anomalies.map(({ anomaly }) => anomaly))].sort(),
    open_proposals: state.proposals.length,
    review: state.review,
    queues: queuesOf(state),
    first_seq: seqsOf(family.decisions.filter(isOwn)).reduce(least),
    last_seq: seqsOf([...family.reports, ...family.decisions]).reduce(greatest),
  };
}

const aboutOf = (first: TimelineEntry | undefined): Row => ({
  metric: first?.figure?.metric ?? null,
  measure: first?.figure?.measure ?? null,
  unit: first?.figure?.unit ?? null,
  first_report_id: first?.reportId ?? null,
});

const rangeOf = ({ lowest, highest, latest }: ClaimState): Row => ({
  lowest: lowest?.value ?? null,
  highest: highest?.max ?? highest?.value ?? null,
  latest: latest?.value ?? null,
  latest_report_id: latest?.reportId ?? null,
});

const headlineOf = ({ headline }: ClaimState): Row => ({
  headline: headline?.value ?? null,
  headline_report_id: headline?.reportId ?? null,
  headline_by: headline?.by ?? null,
});

const seqsOf = (rows: readonly Row[]): bigint[] => rows.map((row) => BigInt(row['seq'] as bigint));
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const greatest = (a: bigint, b: bigint): bigint => (a > b ? a : b);
