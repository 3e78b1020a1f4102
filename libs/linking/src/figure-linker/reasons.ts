import { LINKED, PROPOSED, relatePlaces, scoreOf, scorePair, type ClaimedAnchor } from '#tracking';

/** Why a figure is linked to its claim: what ties it to the figure of the claim that it is most surely one with. */
export function reasonsOf(
  anchor: ClaimedAnchor,
  isFresh: boolean,
  block: readonly ClaimedAnchor[],
): { readonly score: number | null; readonly reasons: string[] } {
  const subject = 'same metric, measure, unit and population';
  if (!isFresh) {
    const { contextual, datedByText } = anchor.anchor;
    const reasons = [subject, 'same place and time'];
    if (contextual) reasons.push('place or time is taken from the rest of the article');
    if (datedByText) reasons.push('an article without a date, dated by its text');
    return { score: round((contextual ? 0.9 : 1) * (datedByText ? 0.95 : 1)), reasons };
  }
  const ofClaim = (one: ClaimedAnchor): number =>
    one !== anchor && one.claimId === anchor.claimId ? scoreOf(anchor.anchor, one.anchor) : 0;
  const best = surest(block, ofClaim);
  const pair = best && scorePair(anchor.anchor, best.one.anchor);
  if (!pair) return { score: null, reasons: ['first report of this claim'] };
  return { score: round(pair.score), reasons: [subject, ...pair.reasons] };
}

export interface Proposal {
  readonly claimId: string;
  readonly score: number;
  readonly reasons: string[];
}

/** The other claim that a figure may belong to; null where nothing speaks for any. */
export function proposalFor(anchor: ClaimedAnchor, block: readonly ClaimedAnchor[]): Proposal | null {
  const best = surest(block, (other) => {
    if (other.claimId === anchor.claimId || anchor.apart.has(other.anchor.key)) return 0;
    const score = scoreOf(anchor.anchor, other.anchor) || undatedScore(anchor, other);
    return score >= PROPOSED && score < LINKED ? score : 0;
  });
  if (!best || best.one.claimId === null) return null;
  const reasons = scorePair(anchor.anchor, best.one.anchor)?.reasons ?? ['same place', 'no date to go by'];
  return { claimId: best.one.claimId, score: round(best.score), reasons: [...reasons] };
}

/** A figure without a date is never linked by a guess; one of the same place is worth a look. */
function undatedScore({ anchor }: ClaimedAnchor, other: ClaimedAnchor): number {
  if (anchor.time.kind !== 'undated' || !anchor.place || !other.anchor.place) return 0;
  return relatePlaces(anchor.place, other.anchor.place) === 'same' ? 0.5 : 0;
}

/** Of those as sure, the one that was founded first: the order in which they were loaded decides nothing. */
function surest(
  block: readonly ClaimedAnchor[],
  scoreIt: (one: ClaimedAnchor) => number,
): { readonly one: ClaimedAnchor; readonly score: number } | null {
  let best: { readonly one: ClaimedAnchor; readonly score: number } | null = null;
  for (const one of block) {
    if (one.claimId === null) continue;
    const score = scoreIt(one);
    if (score > (best?.score ?? 0) || (best && score === best.score && isOlder(one, best.one)))
      best = { one, score };
  }
  return best;
}

const isOlder = (a: ClaimedAnchor, b: ClaimedAnchor): boolean =>
  a.founded < b.founded || (a.founded === b.founded && a.anchor.key < b.anchor.key);

const round = (score: number): number => Math.round(score * 100) / 100;
