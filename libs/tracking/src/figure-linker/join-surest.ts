import { dayOf } from './neighbours.js';
import { areApart, LINKED, scorePair } from './score-pair.js';
import type { PlacedAnchor } from './partition.js';

/** Two anchors that may be one claim, in the order of the set they are of. */
export interface Pair<A> {
  readonly a: A;
  readonly b: A;
  readonly score: number;
}

/** The pairs of which `near` tells, the surest first; of those as sure the earliest. Every set that holds them has them in this order. */
export function pairsToJoin<A extends PlacedAnchor>(
  anchors: ReadonlySet<A>,
  near: (one: A) => readonly A[],
): Pair<A>[] {
  const pairs: Pair<A>[] = [];
  for (const one of anchors) {
    for (const other of near(one)) {
      const isFirst = compareAnchors(one, other) < 0;
      // The other one of the set finds the pair too.
      if (!isFirst && anchors.has(other)) continue;
      const score = scorePair(one.anchor, other.anchor)?.score ?? 0;
      if (score >= LINKED) pairs.push(isFirst ? { a: one, b: other, score } : { a: other, b: one, score });
    }
  }
  return pairs.sort((x, y) => y.score - x.score || compareAnchors(x.a, y.a) || compareAnchors(x.b, y.b));
}

export const compareAnchors = (a: PlacedAnchor, b: PlacedAnchor): number =>
  dayOf(a.anchor) - dayOf(b.anchor) || compare(a.anchor.key, b.anchor.key);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Anchors on their way to be joined: at first each alone. */
export class Clusters<A extends PlacedAnchor> {
  private readonly clusterOf: Map<A, A[]>;

  /** @param areParted whether an article tells the two apart */
  constructor(
    anchors: Iterable<A>,
    private readonly areParted: (a: A, b: A) => boolean = toldApartBy,
  ) {
    this.clusterOf = new Map([...anchors].map((one) => [one, [one]]));
  }

  of(one: A): readonly A[] {
    return this.clusterOf.get(one) ?? [];
  }

  /** Joins the clusters of the two, unless that would bring together what is apart. */
  join({ a, b }: Pair<A>): void {
    const [into, from] = [this.clusterOf.get(a)!, this.clusterOf.get(b)!];
    if (into === from || into.some((one) => from.some((other) => this.isApart(one, other)))) return;
    into.push(...from);
    for (const one of from) this.clusterOf.set(one, into);
  }

  all(): A[][] {
    return [...new Set(this.clusterOf.values())];
  }

  private isApart(a: A, b: A): boolean {
    return this.areParted(a, b) || areApart(a.anchor, b.anchor);
  }
}

export const toldApartBy = (a: PlacedAnchor, b: PlacedAnchor): boolean =>
  a.apart.has(b.anchor.key) || b.apart.has(a.anchor.key);
