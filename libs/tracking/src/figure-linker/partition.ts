import type { PlacedAnchor } from './figure-anchor.js';
import { Clusters, pairsToJoin } from './join-surest.js';
import { Neighbourhood } from './neighbours.js';

/**
 * Which anchors are one claim: the surest pairs are joined first, and no join brings together what is apart. A function of the set of
 * anchors alone, whatever order they are given in, so the order in which articles arrive decides nothing. `regroup` keeps up with it.
 */
export function partition<A extends PlacedAnchor>(anchors: readonly A[]): A[][] {
  const known = new Neighbourhood<A>();
  for (const one of anchors) known.add(one);
  const clusters = new Clusters(anchors);
  for (const pair of pairsToJoin(new Set(anchors), ({ anchor }) => known.near(anchor))) clusters.join(pair);
  return clusters.all();
}
