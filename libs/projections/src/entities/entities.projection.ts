import type { StoredEvent } from '#event-store';
import type { Projection } from '../projection.js';
import type { Row } from '../view-table.js';
import type { ViewWriter } from '../writing/view-writer.js';
import { entityDecisionTable, entityMentionTable } from './entities.tables.js';
import {
  ENTITY_DECISIONS,
  entityDecisionRow,
  mentionRows,
  REPORT_TYPES,
  revertedEntityDecision,
} from './fold-entities.js';

/** Who and where is meant by names: every mention, and what was decided about which of them are one? */
export const entitiesProjection: Projection = {
  name: 'entities',
  codeVersion: 4,
  tables: [entityMentionTable, entityDecisionTable],
  types: [...REPORT_TYPES, ...ENTITY_DECISIONS, 'DecisionReverted'],

  async apply(batch, view) {
    await view.insertFirst(entityMentionTable, batch.flatMap(mentionRows));
    await writeDecisions(batch, view);
  },
};

/** What undoes a decision stands behind it in its stream, so the decision is in the batch or in the table. */
async function writeDecisions(batch: readonly StoredEvent[], view: ViewWriter): Promise<void> {
  const workspace = batch[0]?.workspace;
  if (workspace === undefined) return;
  const rows = new Map<string, Row>();
  for (const event of batch) {
    const row = entityDecisionRow(event);
    if (row) rows.set(event.eventId, row);
  }
  const undone = batch.flatMap((event) => {
    const id = revertedEntityDecision(event);
    return id === null ? [] : [{ id, seq: event.seq }];
  });
  const stored = undone.map(({ id }) => id).filter((id) => !rows.has(id));
  if (stored.length > 0)
    for (const row of await view.load(entityDecisionTable, workspace, 'event_id', stored))
      rows.set(row['event_id'] as string, row);
  for (const { id, seq } of undone) {
    const row = rows.get(id);
    if (row) rows.set(id, { ...row, reverted_seq: row['reverted_seq'] ?? seq });
  }
  if (rows.size > 0) await view.upsert(entityDecisionTable, [...rows.values()]);
}
