import type { CorrectionKind } from '#domain';
import type { ClaimState, ClaimTimeline, TimelineEntry } from '#tracking';
import type { Row } from '../view-table.js';
import type { ClaimFamily } from './load-ledgers.js';

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

/** What the fold of its claim says of a report. */
export interface FoldedReport extends Row {
  readonly claim_id: string | null;
  readonly relation: string | null;
  readonly standing: string | null;
  readonly corrected: string | null;
}

/** Whose error a report was corrected for: the publisher's where any correction was. Null where there was none. */
export const correctedBy = (corrections: TimelineEntry['corrections']): CorrectionKind | null =>
  (corrections.find(({ kind }) => kind === 'publisher') ?? corrections.at(-1))?.kind ?? null;

const UNLINKED: FoldedReport = { claim_id: null, relation: null, standing: null, corrected: null };

/** The family's reports whose rows say something else than the timelines of its claims; those that left it, if none took them. */
export function refoldedReports(family: ClaimFamily, timelines: readonly ClaimTimeline[]): Row[] {
  const folded = new Map<string, FoldedReport>();
  for (const { claimId, entries } of timelines)
    for (const { reportId, relation, standing, corrections } of entries)
      folded.set(reportId, {
        claim_id: claimId,
        relation,
        standing,
        corrected: correctedBy(corrections),
      });
  const claims = new Set<unknown>(family.claimIds);
  return family.reports.flatMap((row) => {
    const now = folded.get(row['report_id'] as string) ?? (claims.has(row['claim_id']) ? UNLINKED : null);
    const differs = now !== null && Object.entries(now).some(([column, value]) => row[column] !== value);
    return differs ? [{ ...row, ...now }] : [];
  });
}

const seqsOf = (rows: readonly Row[]): bigint[] => rows.map((row) => BigInt(row['seq'] as bigint));
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const greatest = (a: bigint, b: bigint): bigint => (a > b ? a : b);
