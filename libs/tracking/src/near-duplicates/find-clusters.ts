import { clustersOf, type Cluster, type Pair } from './clusters.js';
import { bandsOfPrinting, samePrinting, type Printing } from './printing.js';

/** All clusters of a set of printings: candidates by shared bands, each compared exactly. */
export function findClusters(printings: readonly Printing[]): Cluster[] {
  return clustersOf(printings, findPairs(printings));
}

function findPairs(printings: readonly Printing[]): Pair[] {
  const byBand = new Map<number, Printing[]>();
  const pairs: Pair[] = [];
  for (const printing of printings) {
    const candidates = new Set<Printing>();
    for (const band of bandsOfPrinting(printing)) {
      const others = byBand.get(band);
      others?.forEach((other) => candidates.add(other));
      if (others) others.push(printing);
      else byBand.set(band, [printing]);
    }
    for (const other of candidates) {
      const likeness = samePrinting(other, printing);
      if (likeness) pairs.push({ a: other.articleId, b: printing.articleId, ...likeness });
    }
  }
  return pairs;
}
