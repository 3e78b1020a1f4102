import { Command } from '@nestjs/cqrs';
import type { NotExtracted } from '#domain';
import type { RevisionComparison } from '#tracking';
import type { ArticleSubmission } from './article-submission.js';
import type { IngestionOutcome } from './decide-ingestion.js';

export interface IngestArticleResult {
  readonly outcome: IngestionOutcome;
  readonly articleId: string;
  readonly revision: number;
  /** The seq a view must have reached to show this article; null for a duplicate. */
  readonly lastSeq: bigint | null;
  readonly figures: number;
  readonly statements: number;
  readonly claims: number;
  /** BCP 47 tag of what the text was taken for. */
  readonly language: string | null;
  /** Why nothing was extracted; null where the article was read. */
  readonly notExtracted: NotExtracted | null;
  /** What another text of the article changed; null where none was compared. */
  readonly comparison: RevisionComparison | null;
}

/** Read an article and put it, with all its mentions, into the log: all of it or nothing. */
export class IngestArticle extends Command<IngestArticleResult> {
  constructor(
    readonly workspace: string,
    readonly actor: string,
    readonly submission: ArticleSubmission,
    readonly idempotencyKey?: string,
    /** Record also what was erased before, and comes in again. */
    readonly allowErased = false,
    /** How the text and its metadata were made from what came in; kept in the metadata of the article's event. */
    readonly making: Readonly<Record<string, unknown>> | null = null,
    /** The known article it is a text of, whatever it would be the same by. */
    readonly articleId: string | null = null,
  ) {
    super();
  }
}
