import type { CorrectionKind } from '#domain';
import type { ClaimState, ClaimTimeline, FigureFacts, PropositionFacts, TimelineEntry } from '#tracking';
import type { Row } from '../view-table.js';
import type { ClaimFamily } from './load-ledgers.js';
import { foundBy } from './tracked-report-row.js';

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
  readonly corrected_facts: Facts | null;
}

type Facts = FigureFacts | PropositionFacts;

/** Whose error a report was corrected for: the publisher's where any correction was. Null where there was none. */
export const correctedBy = (corrections: TimelineEntry['corrections']): CorrectionKind | null =>
  (corrections.find(({ kind }) => kind === 'publisher') ?? corrections.at(-1))?.kind ?? null;

const UNLINKED: FoldedReport = {
  claim_id: null,
  relation: null,
  standing: null,
  corrected: null,
  corrected_facts: null,
};

/** The family's reports whose rows say something else than the timelines of its claims; those that left it, if none took them. */
export function refoldedReports(family: ClaimFamily, timelines: readonly ClaimTimeline[]): Row[] {
  const folded = new Map<string, FoldedReport>();
  for (const { claimId, entries } of timelines)
    for (const entry of entries) folded.set(entry.reportId, foldedReport(claimId, entry));
  const claims = new Set<unknown>(family.claimIds);
  return family.reports.flatMap((row) => {
    const now = folded.get(row['report_id'] as string) ?? (claims.has(row['claim_id']) ? UNLINKED : null);
    if (now === null) return [];
    const whole = { ...now, ...foundBy(now.corrected_facts ?? (row['facts'] as Facts)) };
    const differs = Object.entries(whole).some(([column, value]) => !areAlike(row[column], value));
    return differs ? [{ ...row, ...whole }] : [];
  });
}

/** As they are stored: facts and words are kept in the order in which they were written. */
const areAlike = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

const foldedReport = (claimId: string, entry: TimelineEntry): FoldedReport => ({
  claim_id: claimId,
  relation: entry.relation,
  standing: entry.standing,
  corrected: correctedBy(entry.corrections),
  corrected_facts: entry.corrections.length > 0 ? (entry.figure ?? entry.proposition) : null,
});

const seqsOf = (rows: readonly Row[]): bigint[] => rows.map((row) => BigInt(row['seq'] as bigint));
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const greatest = (a: bigint, b: bigint): bigint => (a > b ? a : b);
