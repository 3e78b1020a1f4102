import { compareText } from '../compare-text.js';
import type { PlacedAnchor } from './figure-anchor.js';
import { dayOf } from './neighbours.js';
import { areApart, LINKED, scoreOf } from './score-pair.js';

/** Two anchors that may be one claim, in the order of the set they are of. */
export interface Pair<A> {
  readonly a: A;
  readonly b: A;
  readonly score: number;
}

/** Null where nothing links the two. */
export function pairOf<A extends PlacedAnchor>(one: A, other: A): Pair<A> | null {
  const score = scoreOf(one.anchor, other.anchor);
  if (score < LINKED) return null;
  return compareAnchors(one, other) < 0 ? { a: one, b: other, score } : { a: other, b: one, score };
}

/** The surest first; of those as sure the earliest. Every set that holds two pairs has them in this order. */
export const comparePairs = <A extends PlacedAnchor>(x: Pair<A>, y: Pair<A>): number =>
  y.score - x.score || compareAnchors(x.a, y.a) || compareAnchors(x.b, y.b);

export const compareAnchors = (a: PlacedAnchor, b: PlacedAnchor): number =>
  dayOf(a.anchor) - dayOf(b.anchor) || compareText(a.anchor.key, b.anchor.key);

/** Whether something in the one can never be in one claim with something in the other. */
export const areClustersApart = (ones: readonly PlacedAnchor[], others: readonly PlacedAnchor[]): boolean =>
  ones.some((one) => others.some((other) => toldApartBy(one, other) || areApart(one.anchor, other.anchor)));

export const toldApartBy = (a: PlacedAnchor, b: PlacedAnchor): boolean =>
  (a.apart.size > 0 && a.apart.has(b.anchor.key)) || (b.apart.size > 0 && b.apart.has(a.anchor.key));
