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

type AnyData = EventData<'ReportUnlinked'> & Partial<EventData<'ReportLinked'>>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const REMEMBERED_WORDS = 1_000;
/** Words and places that were checked before: checking each decision anew costs much (docs/performance.md). */
const checkedWords = new Map<string, ClaimtrailEvent>();
const checkedPlaces = new WeakSet<KnownPlace>();

/** As `buildEvent` makes and checks it, without checking known words and places again. */
function build<T extends AboutReport>(type: T, data: EventData<T>): ClaimtrailEvent {
  const { claimId, reportId, decidedBy, reasons, score, place = null }: AnyData = data;
  const ofWords = JSON.stringify([type, decidedBy, score, reasons]);
  const known = checkedWords.get(ofWords);
  const isPlaceKnown = place === null || checkedPlaces.has(place);
  if (known && isPlaceKnown && UUID.test(claimId) && UUID.test(reportId)) {
    const copy = Object.create(Object.getPrototypeOf(known.data) as object) as object;
    return { ...known, data: Object.assign(copy, known.data, data) } as ClaimtrailEvent;
  }
  const event = buildEvent<AboutReport>(type, data) as ClaimtrailEvent;
  if (checkedWords.size >= REMEMBERED_WORDS) checkedWords.clear();
  checkedWords.set(ofWords, event);
  if (place) checkedPlaces.add(place);
  return event;
}

export const linked = (
  claimId: string,
  reportId: string,
  { decidedBy, reasons, score, place = null }: Link,
): ClaimEvent =>
  inClaim(claimId, build('ReportLinked', { claimId, reportId, decidedBy, reasons, score, place }));

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
