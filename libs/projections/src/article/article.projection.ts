import type { StoredEvent } from '#event-store';
import type { Projection } from '../projection.js';
import type { Row } from '../view-table.js';
import type { ViewWriter } from '../writing/view-writer.js';
import { articleHistoryTable, articleTable, articleTextTable, erasedArticleTable } from './article.tables.js';
import {
  articleHistoryRow,
  articleRowKey,
  articleTextRow,
  erasedArticleRow,
  foldArticle,
  type ArticleRows,
} from './fold-articles.js';

/** Which articles are there, what does each revision of them say, and what was known of them when? */
export const articleProjection: Projection = {
  name: 'article',
  codeVersion: 4,
  tables: [articleTable, articleHistoryTable, articleTextTable, erasedArticleTable],
  types: [
    'ArticleIngested',
    'ArticleRevised',
    'ArticleMetadataChanged',
    'ArticleWithdrawn',
    'ExtractionCompleted',
    'ErasureRecorded',
  ],

  async apply(batch, view) {
    const rows = await loadRows(batch, view);
    const history: Row[] = [];
    for (const event of batch) {
      const changed = foldArticle(rows, event);
      if (changed) history.push(articleHistoryRow(changed));
    }
    await view.upsert(articleTable, [...rows.values()]);
    await view.insertFirst(articleHistoryTable, history);
    const texts = batch.map(articleTextRow).filter((row) => row !== null);
    await view.insertFirst(articleTextTable, texts);
    const erased = batch.map(erasedArticleRow).filter((row) => row !== null);
    await view.upsert(erasedArticleTable, latestOfEach(erased));
  },
};

/** One row can be replaced once in a statement. */
const latestOfEach = (rows: readonly Row[]): Row[] => [
  ...new Map(rows.map((row) => [row['article_id'], row])).values(),
];

/** The rows of articles that the batch changes but does not begin. */
async function loadRows(batch: readonly StoredEvent[], view: ViewWriter): Promise<ArticleRows> {
  const begun = new Set<string>();
  const changed = new Set<string>();
  for (const { type, data } of batch) {
    const { articleId } = data as { articleId: string };
    if (type === 'ErasureRecorded') continue;
    if (type === 'ArticleIngested') begun.add(articleId);
    else if (!begun.has(articleId)) changed.add(articleId);
  }
  const workspace = batch[0]?.workspace;
  if (workspace === undefined) return new Map();
  const rows = await view.load(articleTable, workspace, 'article_id', [...changed]);
  return new Map(rows.map((row) => [articleRowKey(workspace, row['article_id'] as string), row]));
}
