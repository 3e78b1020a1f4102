import { isUnknownSource, speakerKey } from '#domain';
import { EntityPaths, nameKey } from '../entities/entity-paths.js';
import type {
  EntityIdOf,
  Imprint,
  LedgerDecision,
  MentionedName,
  Origin,
  TrackedReport,
  TrackedSource,
} from './ledger.js';
import { isByProcess } from './live-decisions.js';

/** The wire cluster of each article, and the original of each cluster. */
export interface Clusters {
  clusterOf(articleId: string): string | null;
  isOriginal(articleId: string): boolean;
  originalOf(clusterId: string): string | undefined;
}

export function clustersOf(live: readonly LedgerDecision[]): Clusters {
  const places = new Map<string, { readonly clusterId: string; readonly role: 'original' | 'copy' }>();
  const apart = new Set<string>();
  for (const { type, data } of live) {
    if (type === 'ArticleClustered') places.set(data.articleId, data);
    if (type !== 'ArticleUnclustered') continue;
    if (!isByProcess(data.decidedBy)) apart.add(data.articleId);
    if (places.get(data.articleId)?.clusterId === data.clusterId) places.delete(data.articleId);
  }
  // The process may have decided before it saw that people keep the article apart.
  for (const articleId of apart) places.delete(articleId);
  const originals = new Map<string, string>();
  for (const [articleId, { clusterId, role }] of places)
    if (role === 'original') originals.set(clusterId, articleId);
  return {
    clusterOf: (articleId) => places.get(articleId)?.clusterId ?? null,
    isOriginal: (articleId) => places.get(articleId)?.role === 'original',
    originalOf: (clusterId) => originals.get(clusterId),
  };
}

/** The entity a source is today: mergers followed, names that were split off moved, wherever the split points at them. */
export function entitiesOf(
  mentioned: readonly MentionedName[],
  live: readonly LedgerDecision[],
): (source: TrackedSource) => string {
  const names = new Map(mentioned.map(({ reportId, index, name }) => [`${reportId} ${index}`, name]));
  const paths = new EntityPaths();
  for (const { type, data } of live) {
    if (type === 'EntitiesMerged') paths.merge(data.mergedEntityId, data.entityId);
    if (type !== 'EntitySplit') continue;
    for (const { reportId, field, index } of data.mentions) {
      const name = field === 'attribution' ? names.get(`${reportId} ${index}`) : undefined;
      if (name !== undefined) paths.split(data.entityId, nameKey(name), data.newEntityId);
    }
  }
  return ({ name, entityId }) => paths.resolve(entityId, nameKey(name));
}

/**
 * Whom a report goes back to: the last one quoted; in the reporter's own voice the outlet that the wire story came from, else the
 * wire story, else the outlet itself, else the article. Unnamed sources of one description ("residents") are one origin, as
 * nobody can tell them apart: counting too few origins misleads less than counting too many. A pronoun that stands for nobody whom the
 * article names is no description: it is an origin of its own wire story or article.
 */
export function originOfReport(
  report: TrackedReport,
  publishers: ReadonlyMap<string, TrackedSource>,
  clusters: Clusters,
  entityOf: (source: TrackedSource) => string,
): Origin {
  const { attributed, articleId, publisher: own } = report;
  const clusterId = clusters.clusterOf(articleId);
  if (attributed)
    return {
      key: sourceKey(attributed, clusterId ?? articleId, entityOf),
      name: attributed.shownAs ?? attributed.name,
      kind: 'source',
    };
  const original = clusterId === null ? articleId : clusters.originalOf(clusterId);
  const publisher = original === articleId ? own : original === undefined ? null : publishers.get(original);
  if (publisher) return { key: entityOf(publisher), name: publisher.name, kind: 'publisher' };
  return clusterId === null
    ? { key: `article:${articleId}`, name: null, kind: 'article' }
    : { key: `wire:${clusterId}`, name: null, kind: 'wire' };
}

/** Whom only "he" stands for is known within one text, however it is printed, until a person says who that is. */
function sourceKey(
  source: TrackedSource,
  storyId: string,
  entityOf: (source: TrackedSource) => string,
): string {
  const entityId = entityOf(source);
  return isUnknownSource(source.name) && entityId === source.entityId
    ? `unknown:${storyId}:${entityId}`
    : entityId;
}

/** The publisher of each article that has one, as its latest report has it. */
export const publishersOf = (reports: readonly Imprint[]): ReadonlyMap<string, TrackedSource> =>
  new Map(
    [...reports]
      .sort((a, b) => a.seq - b.seq)
      .flatMap(({ articleId, publisher }) => (publisher ? [[articleId, publisher] as const] : [])),
  );

/** Where nothing else is known of a source: by its name. */
export const entityByName: EntityIdOf = ({ name, kind }) => `name:${kind}:${speakerKey(name, kind)}`;
