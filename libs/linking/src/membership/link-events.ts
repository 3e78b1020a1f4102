import { buildEvent, ReportLinked, type ClaimtrailEvent, type KnownPlace } from '#domain';

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

type Link = DecisionWords & {
  readonly score: number | null;
  /** What is known of a figure's place, where the decision is the first one about it. */
  readonly place?: KnownPlace | null;
};
type LinkEvent = Extract<ClaimtrailEvent, { type: 'ReportLinked' }>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const REMEMBERED_WORDS = 1_000;
/** Links of words that were checked before: checking each anew costs much (docs/performance.md). */
const checked = new Map<string, LinkEvent>();

export const linked = (claimId: string, reportId: string, decision: Link): ClaimEvent =>
  inClaim(claimId, linkEvent(claimId, reportId, decision));

/** As `buildEvent` makes and checks it, without checking known words again. */
function linkEvent(
  claimId: string,
  reportId: string,
  { decidedBy, reasons, score, place = null }: Link,
): LinkEvent {
  const words = JSON.stringify([decidedBy, score, reasons, place]);
  const known = checked.get(words);
  if (known && UUID.test(claimId) && UUID.test(reportId)) {
    const data = Object.assign(new ReportLinked(), known.data, { claimId, reportId });
    return { ...known, data };
  }
  const event = buildEvent('ReportLinked', { claimId, reportId, decidedBy, reasons, score, place });
  if (checked.size >= REMEMBERED_WORDS) checked.clear();
  checked.set(words, event);
  return event;
}

export const proposed = (
  claimId: string,
  reportId: string,
  decision: DecisionWords & { readonly score: number },
): ClaimEvent => inClaim(claimId, buildEvent('ReportLinkProposed', { claimId, reportId, ...decision }));

export const unlinked = (claimId: string, reportId: string, decision: DecisionWords): ClaimEvent =>
  inClaim(claimId, buildEvent('ReportUnlinked', { claimId, reportId, ...decision }));

export const merged = (claimId: string, mergedClaimId: string, decision: DecisionWords): ClaimEvent =>
  inClaim(claimId, buildEvent('ClaimsMerged', { claimId, mergedClaimId, ...decision }));
