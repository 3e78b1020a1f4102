import type { ArticleRevisionCompared } from '#domain';
import type { StoredEvent } from '#event-store';
import type { Projection } from '../projection.js';
import type { Row } from '../view-table.js';
import { articleRevisionTable } from './article-revisions.tables.js';

/** What did each new text of an article change, and did it say so? */
export const articleRevisionsProjection: Projection = {
  name: 'article-revisions',
  codeVersion: 1,
  tables: [articleRevisionTable],
  types: ['ArticleRevisionCompared'],

  async apply(batch, view) {
    await view.insertFirst(articleRevisionTable, batch.map(revisionRow));
  },
};

function revisionRow({ workspace, seq, eventId, recordedAt, occurredAt, data }: StoredEvent): Row {
  const { articleId, revision, extent, similarity, stealth, changes } = data as ArticleRevisionCompared;
  return {
    workspace,
    article_id: articleId,
    revision,
    seq,
    event_id: eventId,
    recorded_at: recordedAt,
    published_at: occurredAt,
    extent,
    similarity,
    stealth,
    changes,
    change_count: changes.length,
    stealth_count: stealth ? changes.filter(({ change }) => change === 'changed').length : 0,
  };
}
