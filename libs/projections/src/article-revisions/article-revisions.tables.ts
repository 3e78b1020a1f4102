import type { ViewTable } from '../view-table.js';

/** One row a text of an article that was compared with the one before. */
export const articleRevisionTable: ViewTable = {
  name: 'article_revision',
  columns: {
    workspace: 'text NOT NULL',
    article_id: 'uuid NOT NULL',
    revision: 'int NOT NULL',
    seq: 'bigint NOT NULL',
    event_id: 'uuid NOT NULL',
    recorded_at: 'timestamptz NOT NULL',
    published_at: 'text',
    extent: 'text NOT NULL',
    similarity: 'float8 NOT NULL',
    stealth: 'boolean NOT NULL',
    /** `[{kind, change, previousReportId, reportId, fields: [{field, from, to}]}]`, as the event has them. */
    changes: 'json NOT NULL',
    /** How many of them. */
    change_count: 'int NOT NULL',
    /** How many figures and quotations were changed without a word. */
    stealth_count: 'int NOT NULL',
  },
  primaryKey: ['workspace', 'article_id', 'revision'],
  indexes: ['(workspace, seq)', '(workspace, seq) WHERE stealth_count > 0'],
  firstBy: 'seq',
};
