import type { EntityKind, Mention } from '#domain';
import { entityDecisionTable, entityMentionTable, liveTable } from '#projections';
import type { AsOf } from '#tracking';
import { Conditions } from '../conditions.js';
import type { ViewsReader } from '../views-reader.js';
import { addDecisionClock, addMentionClocks } from './entity-clocks.js';
import type { EntityNameView, EntityView } from './entity.js';
import { loadFamily, mentionKey, namesAt, type EntityFamily } from './load-paths.js';

const DECISIONS = liveTable(entityDecisionTable);
const MENTIONS = liveTable(entityMentionTable);

interface DecisionRow {
  readonly event_id: string;
  readonly type: string;
  readonly entity_id: string;
  readonly other_entity_id: string | null;
  readonly kind: EntityKind | null;
  readonly mentions: readonly Mention[];
  readonly score: number | null;
  readonly reasons: readonly string[];
}

interface NameRow {
  readonly entity_id: string | null;
  readonly name: string;
  readonly name_key: string;
  readonly role: string | null;
  readonly mentions: number;
  readonly articles: number;
}

/**
 * Null where nothing was said of such an entity by then. Of one that was merged: what it lives on as. Of decisions the recorded clock
 * alone is turned back.
 */
export async function loadEntity(
  views: ViewsReader,
  workspace: string,
  entityId: string,
  asOf: AsOf = {},
): Promise<EntityView | null> {
  return (await loadEntities(views, workspace, [entityId], asOf)).get(entityId) ?? null;
}

/** The same of several, by the ids asked for: the number of reads does not grow with theirs. */
export async function loadEntities(
  views: ViewsReader,
  workspace: string,
  entityIds: readonly string[],
  asOf: AsOf = {},
): Promise<Map<string, EntityView>> {
  if (entityIds.length === 0) return new Map();
  const family = await loadFamily(views, workspace, entityIds, asOf.recordedSeq);
  const decisions = await decisionsOn(views, workspace, family.ids, asOf);
  const places = await placesNamed(views, workspace, decisions, family.ids);
  const rows = await namesOf(views, workspace, { ids: family.ids, places: [...places.keys()] }, asOf);
  const known = { family, decisions, places, rows };
  return new Map(
    entityIds.flatMap((id) => {
      const entity = entityOf(id, known);
      return entity ? [[id, entity] as const] : [];
    }),
  );
}

interface Known {
  readonly family: EntityFamily;
  readonly decisions: readonly DecisionRow[];
  readonly places: ReadonlyMap<string, readonly string[]>;
  readonly rows: readonly NameRow[];
}

function entityOf(entityId: string, { family, decisions, places, rows }: Known): EntityView | null {
  const { paths } = family;
  const living = paths.resolve(entityId, null);
  const isOwn = ({ entity_id, name_key }: NameRow): boolean =>
    (entity_id === null ? (places.get(name_key) ?? []) : [entity_id]).some(
      (id) => paths.resolve(id, name_key) === living,
    );
  const own = rows.filter(isOwn);
  const isOn = ({ entity_id, other_entity_id }: DecisionRow): boolean =>
    [entity_id, other_entity_id].some(
      (id) => id !== null && (id === entityId || paths.resolve(id, null) === living),
    );
  if (own.length === 0 && !decisions.some(isOn)) return null;
  const names = summed(own);
  return {
    id: living,
    kind: kindOf(decisions, living),
    name: names[0]?.name ?? null,
    names,
    roles: rolesOf(own),
    mergedIds: family.ids.filter((id) => id !== living && paths.resolve(id, null) === living),
    proposals: proposalsOf(decisions, living, family),
  };
}

function decisionsOn(
  views: ViewsReader,
  workspace: string,
  ids: readonly string[],
  asOf: AsOf,
): Promise<DecisionRow[]> {
  const conditions = new Conditions()
    .add('decision.workspace = ?', workspace)
    .add('(decision.entity_id = ANY (?::uuid[]) OR decision.other_entity_id = ANY (?::uuid[]))', ids, ids);
  addDecisionClock(conditions, asOf);
  return views.select<DecisionRow & Record<string, unknown>>(
    `SELECT event_id, type, entity_id, other_entity_id, kind, mentions, score, reasons
     FROM ${DECISIONS} decision ${conditions.toString()} ORDER BY seq`,
    conditions.values,
  );
}

/** Places are tied to their names by the decisions that point at one spelled alike: the entities of each folded name. */
async function placesNamed(
  views: ViewsReader,
  workspace: string,
  decisions: readonly DecisionRow[],
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const naming = decisions.flatMap(({ type, entity_id, mentions }) =>
    NAMING.has(type) && ids.includes(entity_id)
      ? mentions.filter(({ field }) => field === 'places').map((mention) => ({ entity_id, mention }))
      : [],
  );
  const keys = await namesAt(
    views,
    workspace,
    naming.map(({ mention }) => mention),
  );
  const named = new Map<string, string[]>();
  for (const { entity_id, mention } of naming) {
    const key = keys.get(mentionKey(mention));
    if (key !== undefined) named.set(key, [...(named.get(key) ?? []), entity_id]);
  }
  return named;
}

const NAMING = new Set(['EntityRegistered', 'AliasAdded']);

/** Mentions of the family by spelling, and those of places by the names that decisions point at. */
function namesOf(
  views: ViewsReader,
  workspace: string,
  { ids, places }: { readonly ids: readonly string[]; readonly places: readonly string[] },
  asOf: AsOf,
): Promise<NameRow[]> {
  const conditions = new Conditions()
    .add('held.workspace = ?', workspace)
    .add(
      `(held.entity_id = ANY (?::uuid[]) OR (held.field = 'places' AND held.name_key = ANY (?::text[])))`,
      ids,
      places,
    );
  addMentionClocks(conditions, asOf);
  return views.select<NameRow & Record<string, unknown>>(
    `SELECT entity_id, name, name_key, role, count(*)::int AS mentions, count(DISTINCT article_id)::int AS articles
     FROM ${MENTIONS} held ${conditions.toString()} GROUP BY entity_id, name, name_key, role`,
    conditions.values,
  );
}

function summed(rows: readonly NameRow[]): EntityNameView[] {
  const names = new Map<string, EntityNameView>();
  for (const { name, mentions, articles } of rows) {
    const before = names.get(name);
    names.set(name, {
      name,
      mentions: mentions + (before?.mentions ?? 0),
      // Of one name with two roles in an article: never more than it has mentions, and never fewer than the larger count.
      articles: Math.max(articles, before?.articles ?? 0),
    });
  }
  return [...names.values()].sort((a, b) => b.mentions - a.mentions || (a.name < b.name ? -1 : 1));
}

function rolesOf(rows: readonly NameRow[]): string[] {
  const roles = new Map<string, number>();
  for (const { role, mentions } of rows) if (role) roles.set(role, (roles.get(role) ?? 0) + mentions);
  return [...roles].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([role]) => role);
}

const kindOf = (decisions: readonly DecisionRow[], living: string): EntityKind | null =>
  decisions.find(({ type, entity_id }) => type === 'EntityRegistered' && entity_id === living)?.kind ?? null;

/** Those that still ask for a decision: nobody declined them, and the other is another yet. */
function proposalsOf(
  decisions: readonly DecisionRow[],
  living: string,
  { paths }: EntityFamily,
): EntityView['proposals'] {
  const pairOf = ({ entity_id, other_entity_id }: DecisionRow): string =>
    [entity_id, other_entity_id].sort().join(' ');
  const declined = new Set(decisions.filter(({ type }) => type === 'EntityMergeDeclined').map(pairOf));
  return decisions.flatMap((decision) => {
    const { type, event_id, entity_id, other_entity_id, score, reasons } = decision;
    if (type !== 'EntityMergeProposed' || other_entity_id === null || declined.has(pairOf(decision)))
      return [];
    const [one, other] = [entity_id, other_entity_id].map((id) => paths.resolve(id, null) === living);
    if (one === other) return [];
    return [
      { decisionId: event_id, entityId: one ? other_entity_id : entity_id, score: score ?? 0, reasons },
    ];
  });
}
