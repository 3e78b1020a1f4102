import { LINKED, PROPOSED, relatePlaces, scorePair, type ClaimedAnchor, type PairScore } from '#tracking';

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
  const claim = block.filter((one) => one !== anchor && one.claimId === anchor.claimId);
  const best = surest(claim.map((one) => scorePair(anchor.anchor, one.anchor)));
  if (!best) return { score: null, reasons: ['first report of this claim'] };
  return { score: round(best.score), reasons: [subject, ...best.reasons] };
}

export interface Proposal {
  readonly claimId: string;
  readonly score: number;
  readonly reasons: string[];
}

/** The other claim that a figure may belong to; null where nothing speaks for any. */
export function proposalFor(anchor: ClaimedAnchor, block: readonly ClaimedAnchor[]): Proposal | null {
  const candidates = block.flatMap((other) => {
    const { claimId } = other;
    if (claimId === null || claimId === anchor.claimId || anchor.apart.has(other.anchor.key)) return [];
    const pair = scorePair(anchor.anchor, other.anchor) ?? undatedScore(anchor, other);
    return pair && pair.score >= PROPOSED && pair.score < LINKED ? [{ claimId, ...pair }] : [];
  });
  const best = candidates.reduce<(typeof candidates)[number] | null>(
    (most, one) => (most && most.score >= one.score ? most : one),
    null,
  );
  return best && { claimId: best.claimId, score: round(best.score), reasons: [...best.reasons] };
}

/** A figure without a date is never linked by a guess; one of the same place is worth a look. */
function undatedScore({ anchor }: ClaimedAnchor, other: ClaimedAnchor): PairScore | null {
  if (anchor.time.kind !== 'undated' || !anchor.place || !other.anchor.place) return null;
  if (relatePlaces(anchor.place, other.anchor.place) !== 'same') return null;
  return { score: 0.5, reasons: ['same place', 'no date to go by'] };
}

const surest = (scores: readonly (PairScore | null)[]): PairScore | null =>
  scores.reduce((most, one) => (one && (!most || one.score > most.score) ? one : most), null);

const round = (score: number): number => Math.round(score * 100) / 100;
