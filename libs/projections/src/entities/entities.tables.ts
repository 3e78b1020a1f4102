import type { ViewTable } from '../view-table.js';

/** One row a name in a report: in its attribution or among its places. */
export const entityMentionTable: ViewTable = {
  name: 'entity_mention',
  columns: {
    workspace: 'text NOT NULL',
    report_id: 'uuid NOT NULL',
    field: 'text NOT NULL',
    /** Place in the list, from 0. */
    index: 'int NOT NULL',
    article_id: 'uuid NOT NULL',
    seq: 'bigint NOT NULL',
    /** The entity as spelling alone gives it; null for a place, which only a decision on its name ties to one. */
    entity_id: 'uuid',
    name: 'text NOT NULL',
    /** The name folded: decisions hold for every mention spelled alike. */
    name_key: 'text NOT NULL',
    name_words: 'text[] NOT NULL',
    role: 'text',
  },
  primaryKey: ['workspace', 'report_id', 'field', 'index'],
  indexes: [
    '(workspace, article_id)',
    '(workspace, entity_id)',
    'USING hash (name_key)',
    'USING gin (name_words)',
  ],
  firstBy: 'seq',
};

/** One row a decision about an entity. It points at mentions and holds no name, so that no erasure can miss one. */
export const entityDecisionTable: ViewTable = {
  name: 'entity_decision',
  columns: {
    workspace: 'text NOT NULL',
    event_id: 'uuid NOT NULL',
    seq: 'bigint NOT NULL',
    recorded_at: 'timestamptz NOT NULL',
    type: 'text NOT NULL',
    /** Of a merger: the entity that lives on. */
    entity_id: 'uuid NOT NULL',
    /** The entity that was merged, that a split began, or that may be the same or is not. */
    other_entity_id: 'uuid',
    kind: 'text',
    /** `[{reportId, field, index}]`: the names it is about. */
    mentions: 'json NOT NULL',
    /** The report of the first of them. */
    report_id: 'uuid',
    score: 'float8',
    decided_by: 'text NOT NULL',
    reasons: 'json NOT NULL',
    /** The event that undid it; null while it stands. */
    reverted_seq: 'bigint',
  },
  primaryKey: ['workspace', 'event_id'],
  indexes: [
    '(workspace, entity_id)',
    '(workspace, other_entity_id)',
    '(workspace, report_id)',
    '(workspace, type, seq)',
  ],
  firstBy: null,
};
