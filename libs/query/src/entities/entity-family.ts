import { entityDecisionTable, liveTable } from '#projections';
import type { ViewsReader } from '../views-reader.js';

const DECISIONS = liveTable(entityDecisionTable);
/** No chain of mergers that anybody makes is longer; one that goes round ends there. */
const DEEPEST = 32;

/** Of every entity that was merged, what it lives on as: its newest merger that stands, or stood at the event of $3. */
const MERGERS = `
  mergers AS (
    SELECT DISTINCT ON (other_entity_id) other_entity_id AS merged, entity_id AS into_id
      FROM ${DECISIONS} WHERE workspace = $1 AND type = 'EntitiesMerged'
       AND ($3::bigint IS NULL OR seq <= $3) AND (reverted_seq IS NULL OR reverted_seq > $3)
     ORDER BY other_entity_id, seq DESC
  )`;

/** What each entity lives on as: itself, or what it was merged into, however far that leads. Keys are all ids given. */
export async function livingEntities(
  views: ViewsReader,
  workspace: string,
  ids: readonly string[],
  recordedSeq: number | null = null,
): Promise<ReadonlyMap<string, string>> {
  const rows = await views.select<{ id: string; living: string }>(
    `WITH RECURSIVE ${MERGERS}, path AS (
       SELECT id, id AS living, 0 AS depth FROM unnest($2::uuid[]) AS id
       UNION
       SELECT path.id, mergers.into_id, path.depth + 1 FROM path JOIN mergers ON mergers.merged = path.living
        WHERE path.depth < ${DEEPEST}
     )
     SELECT DISTINCT ON (id) id, living FROM path ORDER BY id, depth DESC`,
    [workspace, [...new Set(ids)], recordedSeq],
  );
  return new Map(rows.map(({ id, living }) => [id, living]));
}

/** All ids that are one entity with this one by mergers: those that other views hold as speaker and origin. */
export async function entityFamily(
  views: ViewsReader,
  workspace: string,
  entityId: string,
  recordedSeq: number | null = null,
): Promise<{ readonly living: string; readonly ids: readonly string[] }> {
  const living = (await livingEntities(views, workspace, [entityId], recordedSeq)).get(entityId) ?? entityId;
  const rows = await views.select<{ id: string }>(
    `WITH RECURSIVE ${MERGERS}, family AS (
       SELECT $2::uuid AS id, 0 AS depth
       UNION
       SELECT mergers.merged, family.depth + 1 FROM family JOIN mergers ON mergers.into_id = family.id
        WHERE family.depth < ${DEEPEST}
     )
     SELECT DISTINCT id FROM family`,
    [workspace, living, recordedSeq],
  );
  return { living, ids: rows.map(({ id }) => id) };
}
