import { createApi } from '#api';
import { FormatReader } from '#article-formats';
import type { PostgresEventStore } from '#event-store';
import { loadConfig, type Database } from '#platform';
import { openArticleReader } from '#reading';
import { THREAD_OPTIONS } from '../support/thread-options.js';
import { silent } from './chaos-database.js';

const THREADS = 2;

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
  // Threads as in the program: what is read then does not hold up who only asks.
  const articleReader = openArticleReader({
    threads: THREADS,
    budgetMs: config.readingBudgetMs,
    execArgv: THREAD_OPTIONS,
  });
  const formatReader = new FormatReader({ execArgv: THREAD_OPTIONS });
  const api = await createApi({
    config,
    database,
    store,
    logger: silent,
    articleReader,
    formatReader,
  });
  await api.listen(0, '127.0.0.1');
  const close = async () => {
    await api.close();
    await Promise.all([articleReader.close(), formatReader.close()]);
  };
  return { url: await api.getUrl(), close };
}
