import { buildEvent, type ClaimtrailEvent, type EventData, type KnownPlace } from '#domain';

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
type AboutReport = 'ReportLinked' | 'ReportUnlinked' | 'ReportLinkProposed';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const REMEMBERED_WORDS = 1_000;
const REMEMBERED_PLACES = 10_000;
/** Words and places that were checked before: checking each decision anew costs much (docs/performance.md). */
const checkedWords = new Map<string, ClaimtrailEvent>();
const checkedPlaces = new Set<string>();

/** As `buildEvent` makes and checks it, without checking known words and places again. */
function build<T extends AboutReport>(
  type: T,
  data: EventData<T>,
  place: KnownPlace | null = null,
): ClaimtrailEvent {
  const { claimId, reportId, ...words } = { ...data, place: null };
  const [ofWords, ofPlace] = [JSON.stringify([type, words]), JSON.stringify(place)];
  const known = checkedWords.get(ofWords);
  if (known && checkedPlaces.has(ofPlace) && UUID.test(claimId) && UUID.test(reportId)) {
    const copy = Object.create(Object.getPrototypeOf(known.data) as object) as object;
    return { ...known, data: Object.assign(copy, known.data, data) } as ClaimtrailEvent;
  }
  const event = buildEvent<AboutReport>(type, data) as ClaimtrailEvent;
  if (checkedWords.size >= REMEMBERED_WORDS) checkedWords.clear();
  if (checkedPlaces.size >= REMEMBERED_PLACES) checkedPlaces.clear();
  checkedWords.set(ofWords, event);
  checkedPlaces.add(ofPlace);
  return event;
}

export const linked = (
  claimId: string,
  reportId: string,
  { decidedBy, reasons, score, place = null }: Link,
): ClaimEvent =>
  inClaim(claimId, build('ReportLinked', { claimId, reportId, decidedBy, reasons, score, place }, place));

export const proposed = (
  claimId: string,
  reportId: string,
  { decidedBy, reasons, score }: DecisionWords & { readonly score: number },
): ClaimEvent =>
  inClaim(claimId, build('ReportLinkProposed', { claimId, reportId, decidedBy, reasons, score }));

export const unlinked = (
  claimId: string,
  reportId: string,
  { decidedBy, reasons }: DecisionWords,
): ClaimEvent => inClaim(claimId, build('ReportUnlinked', { claimId, reportId, decidedBy, reasons }));

export const merged = (claimId: string, mergedClaimId: string, decision: DecisionWords): ClaimEvent =>
  inClaim(claimId, buildEvent('ClaimsMerged', { claimId, mergedClaimId, ...decision }));
