import type { ViewTable } from '../view-table.js';

/**
 * One row for each time an article stood where it did: in a cluster, or kept apart by people. The present row has no `until_seq`;
 * as known at an event N: `seq <= N AND (until_seq IS NULL OR until_seq > N)`. It holds no words.
 */
export const wirePrintingTable: ViewTable = {
  name: 'wire_printing',
  columns: {
    workspace: 'text NOT NULL',
    article_id: 'uuid NOT NULL',
    /** The event it stands there from. */
    seq: 'bigint NOT NULL',
    event_id: 'uuid NOT NULL',
    recorded_at: 'timestamptz NOT NULL',
    /** The event it stands there until; null while it does. */
    until_seq: 'bigint',
    /** The wire story; null while it is kept apart. */
    cluster_id: 'uuid',
    role: 'text',
    similarity: 'float8',
    method: 'text',
    /** The decision of people that keeps it apart. */
    apart_by: 'uuid',
  },
  primaryKey: ['workspace', 'article_id', 'seq'],
  loadedBy: ['article_id'],
  indexes: ['(workspace, cluster_id, seq)', '(workspace, seq)'],
  firstBy: null,
};
