import { IngestArticleHandler } from './ingest-article/ingest-article.handler.js';
import { MakeDecisionHandler } from './decisions/make-decision.handler.js';
import { MakeDecisionsHandler } from './decisions/make-decisions.handler.js';
import { ReextractArticleHandler } from './reextract-article/reextract-article.handler.js';
import { ReviseArticleHandler } from './revise-article/revise-article.handler.js';
import { WithdrawArticleHandler } from './withdraw-article/withdraw-article.handler.js';

export { IngestArticleHandler, WithdrawArticleHandler };
export { IngestArticle, type IngestArticleResult } from './ingest-article/ingest-article.command.js';
export { ArticleSubmission, parseSubmission } from './ingest-article/article-submission.js';
export type { IngestionOutcome } from './ingest-article/decide-ingestion.js';
export { ReviseArticle } from './revise-article/revise-article.command.js';
export { ReviseArticleHandler };
export { WithdrawArticle, type WithdrawArticleResult } from './withdraw-article/withdraw-article.command.js';
export { EraseArticle, type EraseArticleResult } from './erase-article/erase-article.command.js';
export { EraseAgainHandler } from './erase-again/erase-again.handler.js';
export { EraseArticleHandler } from './erase-article/erase-article.handler.js';
export type { ErasureTools } from './erase-article/erase-stream.js';
export {
  ErasePerson,
  type ArticleNamingPerson,
  type ErasePersonPreview,
  type PersonErasedFromArticle,
} from './erase-person/erase-person.command.js';
export { ErasePersonHandler } from './erase-person/erase-person.handler.js';
export {
  ReextractArticle,
  type ReextractArticleResult,
} from './reextract-article/reextract-article.command.js';
export { ReextractArticleHandler };
export {
  compareReports,
  isReport,
  type MatchedReport,
  type ReadingDifference,
  type ReadReport,
} from './reextract-article/compare-reports.js';
export { reportEvents } from './ingest-article/report-events.js';
export type * from './decisions/decision.js';
export { MakeDecisionHandler, MakeDecisionsHandler };
export { MakeDecision, type MakeDecisionResult } from './decisions/make-decision.command.js';
export {
  MakeDecisions,
  type BulkDecision,
  type BulkDecisionResult,
} from './decisions/make-decisions.command.js';
export { CORRECTABLE } from './decisions/correct-fields.js';
export * from './errors.js';

/** Every command handler, for the module that composes them; each needs EVENT_APPENDER and EVENT_READER, the first two ARTICLE_READER too. */
export const commandHandlers = [
  IngestArticleHandler,
  ReextractArticleHandler,
  WithdrawArticleHandler,
  MakeDecisionHandler,
  MakeDecisionsHandler,
];
