import { availableParallelism } from 'node:os';
import { siblingModule, WorkerPool } from '#worker-pool';
import type { ArticleReader, ArticleReading, ArticleToRead } from './article-reader.js';

export interface ReaderOptions {
  /** 0 reads on the thread of the caller; not given: one less than there are cores, at least 1. */
  readonly threads?: number;
  /** Articles that may wait for a thread; one more is refused. */
  readonly maxWaiting?: number;
  readonly budgetMs: number;
  /** Node options of the threads, where those of the process do not fit them. */
  readonly execArgv?: readonly string[];
}

const MAX_WAITING = 100;
const MAX_MEMORY_MB = 1024;

/** Opens what reads articles; close it to end its threads. */
export function openArticleReader({ threads, ...options }: ReaderOptions): ArticleReader {
  if (threads === 0) return new InlineReader();
  return new ReadingPool({ ...options, threads: threads ?? defaultThreads() });
}

/** How many threads read where no setting says: the main thread keeps a core. */
export const defaultThreads = (): number => Math.max(1, availableParallelism() - 1);

class ReadingPool implements ArticleReader {
  /** Its threads answer in JSON. */
  private readonly pool: WorkerPool<ArticleToRead, string>;

  constructor({ threads, maxWaiting, budgetMs, execArgv }: ReaderOptions & { readonly threads: number }) {
    this.pool = new WorkerPool({
      entry: siblingModule(import.meta.url, 'reader-thread'),
      job: 'reading an article',
      threads,
      maxWaiting: maxWaiting ?? MAX_WAITING,
      budgetMs,
      maxMemoryMb: MAX_MEMORY_MB,
      execArgv,
    });
  }

  async read({ text, title, outlet, publishedAt, language }: ArticleToRead): Promise<ArticleReading> {
    return JSON.parse(await this.pool.run({ text, title, outlet, publishedAt, language })) as ArticleReading;
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}

/** For a caller that has nothing else to do meanwhile. */
class InlineReader implements ArticleReader {
  async read(article: ArticleToRead): Promise<ArticleReading> {
    // Loaded when first used: the language models take half a second and memory that a pool keeps off this thread.
    const { readArticle } = await import('./read-article.js');
    return readArticle(article);
  }

  async close(): Promise<void> {}
}
