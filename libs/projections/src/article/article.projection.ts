import type { PoolClient } from 'pg';
import type { StoredEvent } from '#event-store';
import type { Projection } from '../projection.js';
import { insertRows, upsertRows, versionedTable, type Row } from '../view-table.js';
import { articleTable, articleTextTable } from './article.tables.js';
import { articleRowKey, articleTextRow, foldArticle, type ArticleRows } from './fold-articles.js';

const CHANGING_TYPES = new Set(['ArticleRevised', 'ArticleWithdrawn', 'ExtractionCompleted']);

/** Which articles are there, and what does each revision of them say? */
export const articleProjection: Projection = {
  name: 'article',
  codeVersion: 1,
  tables: [articleTable, articleTextTable],

  async apply(batch, client, version) {
    const rows = await loadRows(batch, client, version);
    for (const event of batch) foldArticle(rows, event);
    await upsertRows(client, articleTable, version, [...rows.values()]);
    const texts = batch.map(articleTextRow).filter((row) => row !== null);
    await insertRows(client, articleTextTable, version, texts);
  },
};

/** The rows of articles that the batch changes but does not begin. */
async function loadRows(
  batch: readonly StoredEvent[],
  client: PoolClient,
  version: number,
): Promise<ArticleRows> {
  const ids = new Set<string>();
  for (const event of batch) {
    if (CHANGING_TYPES.has(event.type)) ids.add((event.data as { articleId: string }).articleId);
  }
  const workspace = batch[0]?.workspace;
  if (ids.size === 0 || workspace === undefined) return new Map();
  const columns = Object.entries(articleTable.columns).map(([column, type]) =>
    type.startsWith('timestamptz') ? `to_json(${column}) AS ${column}` : column,
  );
  const { rows } = await client.query<Row & { article_id: string }>(
    `SELECT ${columns.join(', ')} FROM ${versionedTable(articleTable, version)} WHERE workspace = $1 AND article_id = ANY($2)`,
    [workspace, [...ids]],
  );
  return new Map(rows.map((row) => [articleRowKey(workspace, row.article_id), row]));
}
