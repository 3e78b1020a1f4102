import type { PlacedAnchor } from './figure-anchor.js';
import { dayOf } from './neighbours.js';
import { areApart, LINKED, scorePair } from './score-pair.js';

/** Two anchors that may be one claim, in the order of the set they are of. */
export interface Pair<A> {
  readonly a: A;
  readonly b: A;
  readonly score: number;
}

/** The pairs of which `near` tells, the surest first. */
export function pairsToJoin<A extends PlacedAnchor>(
  anchors: ReadonlySet<A>,
  near: (one: A) => readonly A[],
): Pair<A>[] {
  const pairs: Pair<A>[] = [];
  for (const one of anchors) {
    for (const other of near(one)) {
      // The other one of the set finds the pair too.
      if (anchors.has(other) && compareAnchors(one, other) > 0) continue;
      const pair = pairOf(one, other);
      if (pair) pairs.push(pair);
    }
  }
  return pairs.sort(comparePairs);
}

/** Null where nothing links the two. */
export function pairOf<A extends PlacedAnchor>(one: A, other: A): Pair<A> | null {
  const score = scorePair(one.anchor, other.anchor)?.score ?? 0;
  if (score < LINKED) return null;
  return compareAnchors(one, other) < 0 ? { a: one, b: other, score } : { a: other, b: one, score };
}

/** The surest first; of those as sure the earliest. Every set that holds two pairs has them in this order. */
export const comparePairs = <A extends PlacedAnchor>(x: Pair<A>, y: Pair<A>): number =>
  y.score - x.score || compareAnchors(x.a, y.a) || compareAnchors(x.b, y.b);

export const compareAnchors = (a: PlacedAnchor, b: PlacedAnchor): number =>
  dayOf(a.anchor) - dayOf(b.anchor) || compare(a.anchor.key, b.anchor.key);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Cluster<A> {
  readonly anchors: A[];
  /** Clusters that it cannot be joined with, whatever either grows to. */
  readonly apart: Set<Cluster<A>>;
}

/** Anchors on their way to be joined: at first each alone. */
export class Clusters<A extends PlacedAnchor> {
  private readonly clusterOf: Map<A, Cluster<A>>;

  /** @param areParted whether an article tells the two apart */
  constructor(
    anchors: Iterable<A>,
    private readonly areParted: (a: A, b: A) => boolean = toldApartBy,
  ) {
    this.clusterOf = new Map([...anchors].map((one) => [one, { anchors: [one], apart: new Set() }]));
  }

  of(one: A): readonly A[] {
    return this.clusterOf.get(one)?.anchors ?? [];
  }

  /** Joins the clusters of the two, unless that would bring together what is apart. */
  join({ a, b }: Pair<A>): void {
    const [ofA, ofB] = [this.clusterOf.get(a)!, this.clusterOf.get(b)!];
    if (ofA === ofB || ofA.apart.has(ofB)) return;
    if (ofA.anchors.some((one) => ofB.anchors.some((other) => this.isApart(one, other)))) {
      ofA.apart.add(ofB);
      ofB.apart.add(ofA);
      return;
    }
    const [into, from] = ofA.anchors.length < ofB.anchors.length ? [ofB, ofA] : [ofA, ofB];
    for (const one of from.anchors) this.clusterOf.set(one, into);
    into.anchors.push(...from.anchors);
    for (const other of from.apart) {
      other.apart.delete(from);
      other.apart.add(into);
      into.apart.add(other);
    }
  }

  all(): A[][] {
    return [...new Set(this.clusterOf.values())].map(({ anchors }) => anchors);
  }

  private isApart(a: A, b: A): boolean {
    return this.areParted(a, b) || areApart(a.anchor, b.anchor);
  }
}

export const toldApartBy = (a: PlacedAnchor, b: PlacedAnchor): boolean =>
  a.apart.has(b.anchor.key) || b.apart.has(a.anchor.key);
