import { LINKED, scorePair } from './score-pair.js';
import { partition, type PlacedAnchor } from './partition.js';

/** An anchor with the claim it has so far. */
export interface ClaimedAnchor extends PlacedAnchor {
  readonly apart: Set<string>;
  /** Null where it was just met. */
  claimId: string | null;
  /** The seq of its first report: of two claims that become one, the older lives on. */
  readonly founded: bigint;
}

export interface Move<A extends ClaimedAnchor> {
  readonly anchor: A;
  readonly from: string | null;
  readonly to: string;
}

/**
 * Gives the anchors around `changed` the claims that the whole set of them asks for, and says which ones moved. `begin` makes the id
 * of a new claim from the anchor that founds it.
 */
export function regroup<A extends ClaimedAnchor>(
  block: readonly A[],
  changed: readonly A[],
  begin: (founder: A) => string,
): Move<A>[] {
  const clusters = partition(around(block, changed)).map((cluster) => cluster.sort(byFounding));
  const taken = new Set<string>();
  const moves: Move<A>[] = [];
  for (const cluster of clusters.sort(([a], [b]) => byFounding(a!, b!))) {
    const claims = cluster.map(({ claimId }) => claimId).filter((claimId) => claimId !== null);
    const to = claims.find((claimId) => !taken.has(claimId)) ?? begin(cluster[0]!);
    taken.add(to);
    for (const anchor of cluster) {
      if (anchor.claimId === to) continue;
      moves.push({ anchor, from: anchor.claimId, to });
      anchor.claimId = to;
    }
  }
  return moves;
}

/** The anchors that any chain of links leads to. */
function around<A extends ClaimedAnchor>(block: readonly A[], changed: readonly A[]): A[] {
  const reached = new Set(changed);
  for (const one of reached) {
    for (const other of block) {
      if (!reached.has(other) && (scorePair(one.anchor, other.anchor)?.score ?? 0) >= LINKED)
        reached.add(other);
    }
  }
  return [...reached];
}

const byFounding = (a: ClaimedAnchor, b: ClaimedAnchor): number => (a.founded < b.founded ? -1 : 1);
