import { IngestArticleHandler } from './ingest-article/ingest-article.handler.js';
import { WithdrawArticleHandler } from './withdraw-article/withdraw-article.handler.js';

export { IngestArticleHandler };
export { IngestArticle, type IngestArticleResult } from './ingest-article/ingest-article.command.js';
export { ArticleSubmission, parseSubmission } from './ingest-article/article-submission.js';
export type { IngestionOutcome } from './ingest-article/decide-ingestion.js';
export { WithdrawArticle, type WithdrawArticleResult } from './withdraw-article/withdraw-article.command.js';
export { EraseArticle, type EraseArticleResult } from './erase-article/erase-article.command.js';
export { EraseArticleHandler } from './erase-article/erase-article.handler.js';
export type { ErasureTools } from './erase-article/erase-stream.js';
export {
  ErasePerson,
  type ArticleNamingPerson,
  type ErasePersonPreview,
  type PersonErasedFromArticle,
} from './erase-person/erase-person.command.js';
export { ErasePersonHandler } from './erase-person/erase-person.handler.js';
export * from './errors.js';

/** Every command handler, for the module that composes them; each needs EVENT_APPENDER and EVENT_READER, the first ARTICLE_READER too. */
export const commandHandlers = [IngestArticleHandler, WithdrawArticleHandler];
