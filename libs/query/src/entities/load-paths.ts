import type { Mention } from '#domain';
import { entityDecisionTable, entityMentionTable, liveTable } from '#projections';
import { EntityPaths } from '#tracking';
import type { ViewsReader } from '../views-reader.js';

const DECISIONS = liveTable(entityDecisionTable);
const MENTIONS = liveTable(entityMentionTable);

/** Entities that mergers and splits tie together, and where those that stand lead. */
export interface EntityFamily {
  /** Every id among them: mentions are known by the one that their spelling gives. */
  readonly ids: readonly string[];
  readonly paths: EntityPaths;
  /** The folded names that splits took out of entities. */
  readonly splitNames: readonly string[];
}

interface TieRow {
  readonly type: 'EntitiesMerged' | 'EntitySplit';
  readonly entity_id: string;
  readonly other_entity_id: string;
  readonly mentions: readonly Mention[];
}

/** Mergers and splits that stand, or stood at the event of $3. */
const TIES = `workspace = $1 AND type IN ('EntitiesMerged', 'EntitySplit')
  AND ($3::bigint IS NULL OR seq <= $3) AND (reverted_seq IS NULL OR reverted_seq > $3)`;

/** Looks along the ties of the entities asked for, one index look-up each, and at no others. */
const FAMILY = `
  WITH RECURSIVE family AS (
    SELECT id FROM unnest($2::uuid[]) AS id
    UNION
    SELECT tie.id FROM family CROSS JOIN LATERAL (
      SELECT other_entity_id AS id FROM ${DECISIONS} WHERE ${TIES} AND entity_id = family.id
      UNION ALL
      SELECT entity_id FROM ${DECISIONS} WHERE ${TIES} AND other_entity_id = family.id
    ) AS tie
  )`;

/** All that is tied to any of the entities by then; for many at once, their families are together. */
export async function loadFamily(
  views: ViewsReader,
  workspace: string,
  entityIds: readonly string[],
  recordedSeq: number | null = null,
): Promise<EntityFamily> {
  const asked = [workspace, [...new Set(entityIds)], recordedSeq];
  const found = await views.select<{ id: string }>(`${FAMILY} SELECT id FROM family`, asked);
  const ids = found.map(({ id }) => id);
  const ties = await views.select<TieRow & Record<string, unknown>>(
    `SELECT type, entity_id, other_entity_id, mentions FROM ${DECISIONS}
     WHERE ${TIES} AND entity_id = ANY ($2::uuid[]) ORDER BY seq`,
    [workspace, ids, recordedSeq],
  );
  const splits = ties.filter(({ type }) => type === 'EntitySplit');
  const names = await namesAt(
    views,
    workspace,
    splits.flatMap(({ mentions }) => mentions),
  );
  return { ids, ...pathsOf(ties, names) };
}

function pathsOf(
  ties: readonly TieRow[],
  names: ReadonlyMap<string, string>,
): Pick<EntityFamily, 'paths' | 'splitNames'> {
  const paths = new EntityPaths();
  const splitNames = new Set<string>();
  for (const { type, entity_id, other_entity_id, mentions } of ties) {
    if (type === 'EntitiesMerged') paths.merge(other_entity_id, entity_id);
    else
      for (const key of mentions.flatMap((mention) => names.get(mentionKey(mention)) ?? [])) {
        paths.split(entity_id, key, other_entity_id);
        splitNames.add(key);
      }
  }
  return { paths, splitNames: [...splitNames] };
}

export const mentionKey = ({ reportId, field, index }: Mention): string => `${reportId} ${field} ${index}`;

/** The folded names that decisions point at, by mention; those of erased articles are gone. */
export async function namesAt(
  views: ViewsReader,
  workspace: string,
  mentions: readonly Mention[],
): Promise<ReadonlyMap<string, string>> {
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
