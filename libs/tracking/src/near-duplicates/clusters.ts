import { groupBy } from '../group-by.js';
import { Groups } from '../groups.js';
import { originalOf } from './original.js';
import type { Likeness, PrintingFacts } from './printing.js';

/** Two articles that were taken for printings of one story. */
export interface Pair extends Likeness {
  readonly a: string;
  readonly b: string;
}

export interface ClusterMember {
  readonly articleId: string;
  readonly role: 'original' | 'copy';
  /** The greatest share of the shorter text that it has in common with another printing, 0 to 1. */
  readonly similarity: number;
}

/** Printings of one story: two at least, in the order of their ids. */
export type Cluster = readonly ClusterMember[];

/** The connected components of the pairs: whoever resembles one printing of a story is another. The order of neither list matters. */
export function clustersOf(printings: readonly PrintingFacts[], pairs: readonly Pair[]): Cluster[] {
  const groups = new Groups(printings.map(({ articleId }) => articleId));
  const similarity = new Map<string, number>();
  for (const { a, b, containment } of pairs) {
    if (!groups.has(a) || !groups.has(b)) continue;
    groups.join(a, b);
    for (const id of [a, b]) similarity.set(id, Math.max(similarity.get(id) ?? 0, containment));
  }
  const components = groupBy(printings, ({ articleId }) => groups.find(articleId));
  return [...components.values()]
    .filter((members) => members.length > 1)
    .map((members) => clusterOf(members, similarity))
    .toSorted((x, y) => byId(x[0]!, y[0]!));
}

function clusterOf(members: readonly PrintingFacts[], similarity: ReadonlyMap<string, number>): Cluster {
  const original = originalOf(members).articleId;
  return members
    .map(({ articleId }): ClusterMember => ({
      articleId,
      role: articleId === original ? 'original' : 'copy',
      similarity: similarity.get(articleId) ?? 0,
    }))
    .toSorted(byId);
}

const byId = (x: ClusterMember, y: ClusterMember): number => (x.articleId < y.articleId ? -1 : 1);
