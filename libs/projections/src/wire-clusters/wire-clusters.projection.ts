import type { StoredEvent } from '#event-store';
import type { Projection } from '../projection.js';
import type { Row } from '../view-table.js';
import type { ViewWriter } from '../writing/view-writer.js';
import { clusteredArticle, standingAfter } from './fold-printings.js';
import { wirePrintingTable } from './wire-clusters.tables.js';

/** Which articles print one wire story, which of them is the original, and since when is that known? */
export const wireClustersProjection: Projection = {
  name: 'wire-clusters',
  codeVersion: 1,
  tables: [wirePrintingTable],
  types: ['ArticleClustered', 'ArticleUnclustered', 'DecisionReverted'],

  async apply(batch, view) {
    const decided = batch.flatMap((event) => {
      const articleId = clusteredArticle(event);
      return articleId === null ? [] : [{ event, articleId }];
    });
    const open = await loadOpen(batch, view, new Set(decided.map(({ articleId }) => articleId)));
    const written: Row[] = [];
    for (const { event, articleId } of decided) {
      const before = open.get(articleId) ?? null;
      const after = standingAfter(event, articleId, before);
      if (after === before) continue;
      if (before) written.push({ ...before, until_seq: event.seq });
      if (after) written.push(after);
      open.set(articleId, after);
    }
    await view.upsert(wirePrintingTable, latestOfEach(written));
  },
};

async function loadOpen(
  batch: readonly StoredEvent[],
  view: ViewWriter,
  articles: ReadonlySet<string>,
): Promise<Map<string, Row | null>> {
  const workspace = batch[0]?.workspace;
  if (workspace === undefined || articles.size === 0) return new Map();
  const rows = await view.load(wirePrintingTable, workspace, 'article_id', [...articles]);
  return new Map(
    rows.filter((row) => row['until_seq'] === null).map((row) => [row['article_id'] as string, row]),
  );
}

/** A row that the batch both begins and ends is written once. */
const latestOfEach = (rows: readonly Row[]): Row[] => [
  ...new Map(rows.map((row) => [`${String(row['article_id'])} ${String(row['seq'])}`, row])).values(),
];
