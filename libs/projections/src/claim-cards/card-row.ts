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

/**
 * The report that the card describes its claim by: of figures the one whose number it shows, or the latest where a person calculated
 * that number; of words the first that says them.
 */
function shownOf(
  { headline, evidence, latest }: ClaimState,
  entries: readonly TimelineEntry[],
): TimelineEntry | undefined {
  const isCalculated = evidence.some(
    ({ reportId, role, value }) =>
      reportId === headline?.reportId && role === 'recommended' && value !== null,
  );
  const figure = isCalculated ? latest : headline;
  if (figure) return entries.find(({ reportId }) => reportId === figure.reportId);
  const inForce = entries.filter(({ standing }) => standing === 'current');
  return inForce.find(({ side }) => side === 'for') ?? inForce[0] ?? entries[0];
}

const aboutOf = (shown: TimelineEntry | undefined): Row => ({
  metric: shown?.figure?.metric ?? null,
  measure: shown?.figure?.measure ?? null,
  unit: shown?.figure?.unit ?? null,
  shown_report_id: shown?.reportId ?? null,
});

const NO_NUMBER = { value: null, max: null, quantifier: null, reportId: null };

function rangeOf(state: ClaimState): Row {
  const [lowest, highest, latest] = [
    state.lowest ?? NO_NUMBER,
    state.highest ?? NO_NUMBER,
    state.latest ?? NO_NUMBER,
  ];
  return {
    lowest: lowest.value,
    lowest_quantifier: lowest.quantifier,
    highest: highest.max ?? highest.value,
    highest_quantifier: highest.quantifier,
    latest: latest.value,
    latest_max: latest.max,
    latest_quantifier: latest.quantifier,
    latest_report_id: latest.reportId,
  };
}

const headlineOf = ({ headline }: ClaimState): Row => ({
  headline: headline?.value ?? null,
  headline_max: headline?.max ?? null,
  headline_quantifier: headline?.quantifier ?? null,
  headline_report_id: headline?.reportId ?? null,
  headline_by: headline?.by ?? null,
});

const seqsOf = (rows: readonly Row[]): bigint[] => rows.map((row) => BigInt(row['seq'] as bigint));
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const greatest = (a: bigint, b: bigint): bigint => (a > b ? a : b);
