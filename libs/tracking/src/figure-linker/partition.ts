import type { PlacedAnchor } from './figure-anchor.js';
import { areClustersApart, compareAnchors, comparePairs, pairOf, type Pair } from './join-surest.js';
import { Neighbourhood } from './neighbours.js';
import { setApart, unite, type Joinable } from './unite.js';

type Cluster<A> = Joinable<A, Cluster<A>>;

/**
 * Which anchors are one claim: the surest pairs are joined first, and no join brings together what is apart. A function of the set of
 * anchors alone, whatever order they are given in, so the order in which articles arrive decides nothing. `regroup` keeps up with it.
 */
export function partition<A extends PlacedAnchor>(anchors: readonly A[]): A[][] {
  const known = new Neighbourhood<A>();
  for (const one of anchors) known.add(one);
  const clusterOf = new Map<A, Cluster<A>>(anchors.map((one) => [one, { anchors: [one], apart: new Set() }]));
  for (const { a, b } of pairsToJoin(anchors, known)) join(clusterOf, clusterOf.get(a)!, clusterOf.get(b)!);
  return [...new Set(clusterOf.values())].map((cluster) => cluster.anchors);
}

/** The surest first. */
function pairsToJoin<A extends PlacedAnchor>(anchors: readonly A[], known: Neighbourhood<A>): Pair<A>[] {
  const pairs: Pair<A>[] = [];
  for (const one of anchors) {
    for (const other of known.linkable(one)) {
      // The other one finds the pair too.
      const pair = compareAnchors(one, other) < 0 ? pairOf(one, other) : null;
      if (pair) pairs.push(pair);
    }
  }
  return pairs.sort(comparePairs);
}

/** Joins the two, unless that would bring together what is apart. */
function join<A extends PlacedAnchor>(
  clusterOf: Map<A, Cluster<A>>,
  one: Cluster<A>,
  other: Cluster<A>,
): void {
  if (one === other || one.apart.has(other)) return;
  if (areClustersApart(one.anchors, other.anchors)) setApart(one, other);
  else unite(clusterOf, one, other);
}
