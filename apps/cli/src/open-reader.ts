import type { Config } from '#platform';
import { openArticleReader, type ArticleReader } from '#reading';

/** What reads the articles of one verb, as the settings say. */
export const openReader = ({ readerThreads, readingBudgetMs }: Config): ArticleReader =>
  openArticleReader({ threads: readerThreads, budgetMs: readingBudgetMs });
