import type { NotExtracted } from '#domain';
import type { Extraction, ReadableArticle, RefusedProposal } from '#extraction';

/** An article as a reader takes it. */
export interface ArticleToRead extends ReadableArticle {
  /** BCP 47 tag, as declared by whoever handed the article in. */
  readonly language?: string | null;
}

/** One article read to its end, or recognised as nothing for the reader. */
export interface ArticleReading {
  /** The language the text was taken for: a BCP 47 tag; null where nobody said and the words do not tell. */
  readonly language: string | null;
  /** Why nothing was extracted; null where the article was read. */
  readonly notExtracted: NotExtracted | null;
  readonly extraction: Extraction;
  /** What a language model proposed and the article does not bear out; the rules propose nothing that is refused. */
  readonly refused?: readonly RefusedProposal[];
}

/** Reads articles: on threads of its own, or on this one. */
export interface ArticleReader {
  /**
   * @throws {WorkersBusy} too many articles wait
   * @throws {WorkOverBudget} the article takes too long
   */
  read(article: ArticleToRead): Promise<ArticleReading>;
  close(): Promise<void>;
}

/** The provider of the `ArticleReader`. */
export const ARTICLE_READER = Symbol('ARTICLE_READER');
