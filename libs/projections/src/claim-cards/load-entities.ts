import type { AttributionLink, EntitySplit } from '#domain';
import type { MentionedName } from '#tracking';
import type { Row } from '../view-table.js';
import { trackedReportTable } from './claim-cards.tables.js';
import { DecisionRows, idsIn, type LoadRows } from './decision-index.js';

/** The mergers and splits that lead to or from the entities, however far. */
export async function entitiesAround(load: LoadRows, entityIds: readonly string[]): Promise<Row[]> {
  const rows = new DecisionRows(load);
  for (let found = entityIds; found.length > 0;) {
    await rows.add('entity_id', found);
    await rows.add('other_entity_id', found);
    found = [...idsIn(rows.values(), 'entity_id', 'other_entity_id')].filter(
      (id) => !rows.looked('entity_id', id),
    );
  }
  return rows.values();
}

/** The names that splits point at: decisions hold none, so that an erasure cannot miss one. */
export async function namesMentioned(load: LoadRows, entities: readonly Row[]): Promise<MentionedName[]> {
  const mentions = entities
    .filter((row) => row['type'] === 'EntitySplit')
    .flatMap((row) => (row['data'] as EntitySplit).mentions)
    .filter(({ field }) => field === 'attribution');
  if (mentions.length === 0) return [];
  const reports = await load(trackedReportTable, 'report_id', [
    ...new Set(mentions.map(({ reportId }) => reportId)),
  ]);
  const chains = new Map(
    reports.map((row) => [row['report_id'], row['attribution'] as readonly AttributionLink[]]),
  );
  return mentions.flatMap(({ reportId, index }) => {
    const name = chains.get(reportId)?.[index]?.name;
    return name === undefined ? [] : [{ reportId, index, name }];
  });
}
