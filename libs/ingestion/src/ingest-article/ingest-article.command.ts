import { Command } from '@nestjs/cqrs';
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
}

/** Read an article and put it, with all its mentions, into the log: all of it or nothing. */
export class IngestArticle extends Command<IngestArticleResult> {
  constructor(
    readonly workspace: string,
    readonly actor: string,
    readonly submission: ArticleSubmission,
    readonly idempotencyKey?: string,
  ) {
    super();
  }
}
