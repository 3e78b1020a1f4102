import type { EntityKind, Mention } from '#domain';
import { entityDecisionTable, entityMentionTable, liveTable } from '#projections';
import type { ViewsReader } from '../views-reader.js';
import { entityFamily } from './entity-family.js';
import type { EntityNameView, EntityView } from './entity.js';

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

/** Names that are taken out of what their spelling gives: by entity and folded name. */
interface Moves {
  readonly away: ReadonlySet<string>;
  readonly here: ReadonlySet<string>;
}

const nameOf = (entityId: string | null, nameKey: string): string => `${entityId} ${nameKey}`;

/** Null where nothing was ever said of such an entity. */
export async function loadEntity(
  views: ViewsReader,
  workspace: string,
  entityId: string,
): Promise<EntityView | null> {
  const { living, ids } = await entityFamily(views, workspace, entityId);
  const decisions = await views.select<DecisionRow>(
    `SELECT event_id, type, entity_id, other_entity_id, kind, mentions, score, reasons FROM ${DECISIONS}
     WHERE workspace = $1 AND reverted_seq IS NULL
       AND (entity_id = ANY ($2::uuid[]) OR other_entity_id = ANY ($2::uuid[])) ORDER BY seq`,
    [workspace, ids],
  );
  const keys = await keysOf(views, workspace, decisions);
  const moves = movesOf(decisions, keys, new Set(ids));
  const rows = await namesOf(views, workspace, ids, decisions, keys);
  const own = rows.filter((row) => belongs(row, ids, moves));
  if (own.length === 0 && decisions.length === 0) return null;
  const names = summed(own);
  return {
    id: living,
    kind: kindOf(decisions, living),
    name: names[0]?.name ?? null,
    names,
    roles: rolesOf(own),
    mergedIds: ids.filter((id) => id !== living),
    proposals: proposalsOf(decisions, new Set(ids)),
  };
}

/** The folded names that decisions point at, by mention; those of erased articles are gone. */
async function keysOf(
  views: ViewsReader,
  workspace: string,
  decisions: readonly DecisionRow[],
): Promise<ReadonlyMap<string, string>> {
  const mentions = decisions.flatMap((decision) => decision.mentions);
  if (mentions.length === 0) return new Map();
  const rows = await views.select<Mention & { readonly nameKey: string }>(
    `SELECT held.report_id AS "reportId", held.field, held.index, held.name_key AS "nameKey"
     FROM ${MENTIONS} AS held JOIN json_to_recordset($2) AS asked ("reportId" uuid, field text, index int)
       ON held.report_id = asked."reportId" AND held.field = asked.field AND held.index = asked.index
     WHERE held.workspace = $1`,
    [workspace, JSON.stringify(mentions)],
  );
  return new Map(rows.map(({ nameKey, ...mention }) => [mentionKey(mention), nameKey]));
}

const mentionKey = ({ reportId, field, index }: Mention): string => `${reportId} ${field} ${index}`;

function movesOf(
  decisions: readonly DecisionRow[],
  keys: ReadonlyMap<string, string>,
  family: ReadonlySet<string>,
): Moves {
  const away = new Set<string>();
  const here = new Set<string>();
  for (const { type, entity_id, other_entity_id, mentions } of decisions) {
    if (type !== 'EntitySplit') continue;
    const stays = other_entity_id !== null && family.has(other_entity_id);
    for (const key of mentions.map((mention) => keys.get(mentionKey(mention))))
      if (key !== undefined) (stays ? here : away).add(nameOf(entity_id, key));
  }
  return { away, here };
}

/** Mentions of the family by spelling, those that a split moves here, and those of places by the names that decisions point at. */
function namesOf(
  views: ViewsReader,
  workspace: string,
  ids: readonly string[],
  decisions: readonly DecisionRow[],
  keys: ReadonlyMap<string, string>,
): Promise<NameRow[]> {
  const splits = decisions.filter(({ type }) => type === 'EntitySplit').map(({ entity_id }) => entity_id);
  const places = decisions
    .filter(({ type, entity_id }) => NAMING.has(type) && ids.includes(entity_id))
    .flatMap(({ mentions }) => mentions)
    .filter(({ field }) => field === 'places')
    .flatMap((mention) => keys.get(mentionKey(mention)) ?? []);
  return views.select<NameRow>(
    `SELECT entity_id, name, name_key, role, count(*)::int AS mentions, count(DISTINCT article_id)::int AS articles
     FROM ${MENTIONS}
     WHERE workspace = $1 AND (entity_id = ANY ($2::uuid[]) OR (field = 'places' AND name_key = ANY ($3::text[])))
     GROUP BY entity_id, name, name_key, role`,
    [workspace, [...new Set([...ids, ...splits])], places],
  );
}

const NAMING = new Set(['EntityRegistered', 'AliasAdded']);

function belongs({ entity_id, name_key }: NameRow, ids: readonly string[], { away, here }: Moves): boolean {
  if (here.has(nameOf(entity_id, name_key))) return true;
  const isOwn = entity_id === null || ids.includes(entity_id);
  return isOwn && !away.has(nameOf(entity_id, name_key));
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

/** Those that still ask for a decision: the other is not of the family yet. */
const proposalsOf = (decisions: readonly DecisionRow[], family: ReadonlySet<string>) =>
  decisions.flatMap(({ type, event_id, entity_id, other_entity_id, score, reasons }) => {
    if (type !== 'EntityMergeProposed' || other_entity_id === null) return [];
    if (family.has(entity_id) && family.has(other_entity_id)) return [];
    const entityId = family.has(entity_id) ? other_entity_id : entity_id;
    return [{ decisionId: event_id, entityId, score: score ?? 0, reasons }];
  });
