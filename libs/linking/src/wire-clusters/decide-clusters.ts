import { buildEvent, type ClaimtrailEvent } from '#domain';
import { deterministicId } from '#platform';
import { clustersOf, NEAR_DUPLICATES_VERSION, type Cluster, type ClusterMember, type Pair } from '#tracking';
import type { Printings } from './printings.js';

/** How printings are found: what `ArticleClustered` says of its method. */
const METHOD = `minhash/${NEAR_DUPLICATES_VERSION}`;

interface Deciding {
  readonly workspace: string;
  readonly decidedBy: string;
}

interface DecidedEvent {
  readonly stream: string;
  readonly event: ClaimtrailEvent;
}

/**
 * The clusters of the affected articles, made anew from the pairs; an event for each article that stands in another one now, in
 * another role, or in none. What is decided counts as decided from here on.
 */
export function decideClusters(
  printings: Printings,
  affected: readonly string[],
  { workspace, decidedBy }: Deciding,
): DecidedEvent[] {
  const reached = reachedFrom(printings, affected);
  const known = [...reached].map((id) => printings.member(id)).filter((one) => one !== undefined);
  const pairs = new Map<string, Pair>();
  for (const id of reached) for (const pair of printings.pairsOf(id)) pairs.set(`${pair.a} ${pair.b}`, pair);
  const clusters = clustersOf(known, [...pairs.values()]);
  const events = clusters.flatMap((cluster) => clusterEvents(printings, cluster, workspace));
  const clustered = new Set(clusters.flat().map(({ articleId }) => articleId));
  const alone = known.filter(({ articleId, clusterId }) => clusterId !== null && !clustered.has(articleId));
  return [
    ...events,
    ...alone.map(({ articleId, clusterId }) => leave(printings, articleId, clusterId!, decidedBy)),
  ];
}

/** The affected articles, all that were in their clusters, and whatever hangs together with one of them now. */
function reachedFrom(printings: Printings, affected: readonly string[]): Set<string> {
  const reached = new Set<string>();
  const waiting = [...affected];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    waiting.push(...printings.pairsOf(id).flatMap(({ a, b }) => [a, b]));
    const clusterId = printings.member(id)?.clusterId;
    if (clusterId) waiting.push(...printings.membersOf(clusterId));
  }
  return reached;
}

function clusterEvents(printings: Printings, cluster: Cluster, workspace: string): DecidedEvent[] {
  const original = cluster.find(({ role }) => role === 'original')!;
  const clusterId = deterministicId('wire-cluster', workspace, original.articleId);
  return cluster
    .filter(({ articleId, role }) => {
      const known = printings.member(articleId);
      return known?.clusterId !== clusterId || known.role !== role;
    })
    .map((member) => enter(printings, member, clusterId));
}

function enter(
  printings: Printings,
  { articleId, role, similarity }: ClusterMember,
  clusterId: string,
): DecidedEvent {
  printings.assign(articleId, { clusterId, role });
  const event = buildEvent('ArticleClustered', { articleId, clusterId, method: METHOD, similarity, role });
  return { stream: `article-${articleId}`, event };
}

function leave(printings: Printings, articleId: string, clusterId: string, decidedBy: string): DecidedEvent {
  printings.assign(articleId, null);
  const reasons = ['no other printing of the story resembles it any more'];
  const event = buildEvent('ArticleUnclustered', { articleId, clusterId, decidedBy, reasons });
  return { stream: `article-${articleId}`, event };
}
