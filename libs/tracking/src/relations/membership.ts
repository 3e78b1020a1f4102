import type { LedgerDecision } from './ledger.js';

/** Which claim each report belongs to, and which claims live on in another. */
export interface Membership {
  /** The living claim of a report; undefined where it has none. */
  readonly claimOf: (reportId: string) => string | undefined;
  /** The claim that `claimId` lives on in: itself unless it was merged. */
  readonly living: (claimId: string) => string;
}

/**
 * Follows links, merges and splits in the order of the log. A report belongs to one claim at a time: to link it again moves it. A link
 * to a claim that was merged away goes to the one it lives on in.
 */
export function membershipOf(live: readonly LedgerDecision[]): Membership {
  const claims = new Map<string, string>();
  const mergedInto = new Map<string, string>();
  const living = (claimId: string): string => {
    let id = claimId;
    for (let next = mergedInto.get(id); next !== undefined; next = mergedInto.get(id)) id = next;
    return id;
  };
  const move = (reports: Iterable<string>, from: string, to: string): void => {
    for (const reportId of reports) if (claims.get(reportId) === from) claims.set(reportId, to);
  };
  for (const decision of live) {
    switch (decision.type) {
      case 'ReportLinked':
        claims.set(decision.data.reportId, living(decision.data.claimId));
        break;
      case 'ReportUnlinked':
        if (claims.get(decision.data.reportId) === living(decision.data.claimId))
          claims.delete(decision.data.reportId);
        break;
      case 'ClaimsMerged': {
        const { claimId, mergedClaimId } = decision.data;
        // The one that was merged away may live on where the merge went the other way before.
        if (living(claimId) === mergedClaimId) mergedInto.delete(claimId);
        const gone = living(mergedClaimId);
        const stays = living(claimId);
        if (gone === stays) break;
        mergedInto.set(gone, stays);
        move(claims.keys(), gone, stays);
        break;
      }
      case 'ClaimSplit': {
        const { claimId, newClaimId, reportIds } = decision.data;
        mergedInto.delete(newClaimId);
        move(reportIds, living(claimId), newClaimId);
        break;
      }
    }
  }
  return { claimOf: (reportId) => claims.get(reportId), living };
}
