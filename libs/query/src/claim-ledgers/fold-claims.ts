import {
  ledgerOf,
  liveTable,
  loadFamilies,
  rowsHolding,
  type ClaimFamily,
  type LoadRows,
  type Row,
} from '#projections';
import { foldClaim, liveDecisions, reportsAsOf, type AsOf, type ClaimTimeline } from '#tracking';
import type { ViewsReader } from '../views-reader.js';

/** A claim folded at some clocks, with the rows it was folded from. */
export interface FoldedClaim {
  readonly timeline: ClaimTimeline;
  readonly family: ClaimFamily;
}

/** Folds claims from the ledger, together: the number of reads does not grow with their number. Unknown ids are left out. */
export async function foldClaims(
  views: ViewsReader,
  workspace: string,
  claimIds: readonly string[],
  asOf: AsOf,
): Promise<Map<string, FoldedClaim>> {
  const asked = new Set(claimIds);
  const families = await loadClaimFamilies(views, workspace, claimIds);
  return foldEach(families, (id) => asked.has(id), asOf);
}

/**
 * Folds the claims, and those that were ever merged with or split from them: where a report was at the clocks, which need not be where
 * it is today.
 */
export async function foldFamilies(
  views: ViewsReader,
  workspace: string,
  claimIds: readonly string[],
  asOf: AsOf,
): Promise<Map<string, FoldedClaim>> {
  return foldEach(await loadClaimFamilies(views, workspace, claimIds), () => true, asOf);
}

function foldEach(
  families: readonly ClaimFamily[],
  isAsked: (claimId: string) => boolean,
  asOf: AsOf,
): Map<string, FoldedClaim> {
  const folded = new Map<string, FoldedClaim>();
  for (const family of families) {
    if (family.decisions.length === 0) continue;
    for (const claimId of family.claimIds.filter(isAsked)) folded.set(claimId, foldOf(claimId, family, asOf));
  }
  return folded;
}

/** The rows of the claims and of those that were ever merged with or split from them. */
export const loadClaimFamilies = (
  views: ViewsReader,
  workspace: string,
  claimIds: readonly string[],
): Promise<ClaimFamily[]> => loadFamilies(loader(views, workspace), claimIds);

const loader =
  (views: ViewsReader, workspace: string): LoadRows =>
  (table, column, values, first) => {
    if (values.length === 0) return Promise.resolve([]);
    const columns = Object.keys(table.columns).join(', ');
    const from = rowsHolding(liveTable(table), table, column, first);
    return views.select<Row>(`SELECT ${columns} ${from}`, [workspace, values]);
  };

/**
 * The claim of an id, or the one it lived on in; null where nothing was linked to it by then. One whose reports were all taken out is there
 * still, empty.
 */
export async function foldLiving(
  views: ViewsReader,
  workspace: string,
  claimId: string,
  asOf: AsOf,
): Promise<FoldedClaim | null> {
  const found = (await foldClaims(views, workspace, [claimId], asOf)).get(claimId);
  if (!found) return null;
  const { mergedInto } = found.timeline.state;
  const living = mergedInto === null ? found : foldOf(mergedInto, found.family, asOf);
  return living.timeline.entries.length > 0 || wasLinked(living, asOf) ? living : null;
}

/** Whether a report that was there at the clocks was ever of the claim by then. */
function wasLinked({ timeline: { claimId }, family }: FoldedClaim, asOf: AsOf): boolean {
  const { reports, decisions } = ledgerOf(claimId, family);
  const there = new Set(
    reportsAsOf(reports, asOf, liveDecisions(decisions, asOf)).map(({ reportId }) => reportId),
  );
  return decisions.some(
    ({ type, seq, data }) =>
      type === 'ReportLinked' &&
      data.claimId === claimId &&
      seq <= (asOf.recordedSeq ?? Infinity) &&
      there.has(data.reportId),
  );
}

const foldOf = (claimId: string, family: ClaimFamily, asOf: AsOf): FoldedClaim => ({
  timeline: foldClaim(ledgerOf(claimId, family), asOf),
  family,
});
