import { buildEvent, type ClaimtrailEvent } from '#domain';

/** Who decided, and why in words. */
export interface DecisionWords {
  readonly decidedBy: string;
  readonly reasons: string[];
}

/** An event of a claim's stream. */
export interface ClaimEvent {
  readonly stream: string;
  readonly event: ClaimtrailEvent;
}

const inClaim = (claimId: string, event: ClaimtrailEvent): ClaimEvent => ({
  stream: `claim-${claimId}`,
  event,
});

export const linked = (
  claimId: string,
  reportId: string,
  decision: DecisionWords & { readonly score: number | null },
): ClaimEvent => inClaim(claimId, buildEvent('ReportLinked', { claimId, reportId, ...decision }));

export const proposed = (
  claimId: string,
  reportId: string,
  decision: DecisionWords & { readonly score: number },
): ClaimEvent => inClaim(claimId, buildEvent('ReportLinkProposed', { claimId, reportId, ...decision }));

export const unlinked = (claimId: string, reportId: string, decision: DecisionWords): ClaimEvent =>
  inClaim(claimId, buildEvent('ReportUnlinked', { claimId, reportId, ...decision }));

export const merged = (claimId: string, mergedClaimId: string, decision: DecisionWords): ClaimEvent =>
  inClaim(claimId, buildEvent('ClaimsMerged', { claimId, mergedClaimId, ...decision }));
