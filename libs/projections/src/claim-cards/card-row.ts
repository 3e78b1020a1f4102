import type { ClaimState, ClaimTimeline, TimelineEntry } from '#tracking';
import type { Row } from '../view-table.js';
import type { ClaimFamily } from './load-ledgers.js';
import { openAnomalies, queuesOf } from './queues.js';

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
    ...aboutOf(shownOf(state, entries)),
    first_report_id: entries[0]?.reportId ?? null,
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
    anomalies: [...new Set(openAnomalies(state).map(({ anomaly }) => anomaly))].sort(),
    settled_anomalies: state.anomalies.length - openAnomalies(state).length,
    open_proposals: state.proposals.length,
    review: state.review,
    queues: queuesOf(state),
    first_seq: seqsOf(family.decisions.filter(isOwn)).reduce(least),
    last_seq: seqsOf([...family.reports, ...family.decisions]).reduce(greatest),
  };
}

/** The report that the numbers of the card are of: a claim of people may begin with one of households. */
const shownOf = ({ latest }: ClaimState, entries: readonly TimelineEntry[]): TimelineEntry | undefined =>
  entries.find(({ reportId }) => entries[0]?.figure && reportId === latest?.reportId) ?? entries[0];

const aboutOf = (shown: TimelineEntry | undefined): Row => ({
  metric: shown?.figure?.metric ?? null,
  measure: shown?.figure?.measure ?? null,
  unit: shown?.figure?.unit ?? null,
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
