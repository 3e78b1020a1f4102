import { createApi } from '#api';
import { FormatReader } from '#article-formats';
import type { PostgresEventStore } from '#event-store';
import { loadConfig, type Database } from '#platform';
import { openArticleReader } from '#reading';
import { silent } from './chaos-database.js';

export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** The API on a free port of this computer. */
export async function listen(
  database: Database,
  store: PostgresEventStore,
  workspace: string,
): Promise<Listening> {
  const config = loadConfig({ CLAIMTRAIL_WORKSPACE: workspace });
  const articleReader = openArticleReader({ threads: 0, budgetMs: config.readingBudgetMs });
  const api = await createApi({
    config,
    database,
    store,
    logger: silent,
    articleReader,
    formatReader: new FormatReader(),
  });
  await api.listen(0, '127.0.0.1');
  return { url: await api.getUrl(), close: () => api.close() };
}
