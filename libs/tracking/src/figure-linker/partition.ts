import type { FigureAnchor } from './figure-anchor.js';
import { areApart, LINKED, scorePair } from './score-pair.js';

/** An anchor with those that some article tells apart from it. */
export interface PlacedAnchor {
  readonly anchor: FigureAnchor;
  readonly apart: ReadonlySet<string>;
}

/**
 * Which anchors are one claim: the surest pairs are joined first, and no join brings together what is apart. A function of the set of
 * anchors alone, whatever order they are given in, so the order in which articles arrive decides nothing.
 */
export function partition<A extends PlacedAnchor>(anchors: readonly A[]): A[][] {
  const ordered = [...anchors].sort((a, b) => dayOf(a) - dayOf(b) || compare(a.anchor.key, b.anchor.key));
  const clusterOf = new Map(ordered.map((one) => [one, [one]]));
  for (const { a, b } of pairsToJoin(ordered)) {
    const [into, from] = [clusterOf.get(a)!, clusterOf.get(b)!];
    if (into === from || into.some((one) => from.some((other) => isApart(one, other)))) continue;
    into.push(...from);
    for (const one of from) clusterOf.set(one, into);
  }
  return [...new Set(clusterOf.values())];
}

function pairsToJoin<A extends PlacedAnchor>(ordered: readonly A[]): { a: A; b: A; score: number }[] {
  const pairs: { a: A; b: A; score: number }[] = [];
  for (const [at, a] of ordered.entries()) {
    for (let next = at + 1; next < ordered.length; next++) {
      const b = ordered[next]!;
      if (dayOf(b) - dayOf(a) > LARGEST_GAP) break;
      const score = scorePair(a.anchor, b.anchor)?.score ?? 0;
      if (score >= LINKED) pairs.push({ a, b, score });
    }
  }
  // A sort that keeps the order of equals: pairs of one score stay in the order of their days and keys.
  return pairs.sort((x, y) => y.score - x.score);
}

/** No series has neighbours further apart. */
const LARGEST_GAP = 366;

const isApart = (a: PlacedAnchor, b: PlacedAnchor): boolean =>
  a.apart.has(b.anchor.key) || b.apart.has(a.anchor.key) || areApart(a.anchor, b.anchor);

export const dayOf = ({ anchor: { time } }: PlacedAnchor): number => (time.kind === 'undated' ? 0 : time.day);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
