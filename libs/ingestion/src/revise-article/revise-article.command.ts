import { Command } from '@nestjs/cqrs';
import type { ArticleSubmission } from '../ingest-article/article-submission.js';
import type { IngestArticleResult } from '../ingest-article/ingest-article.command.js';

/** Record another text of an article that is known, named by its id; what the submission leaves out stays as it was. */
export class ReviseArticle extends Command<IngestArticleResult> {
  constructor(
    readonly workspace: string,
    readonly actor: string,
    readonly articleId: string,
    readonly submission: ArticleSubmission,
    /** How the text was made from what came in; kept in the metadata of the article's event. */
    readonly making: Readonly<Record<string, unknown>> | null = null,
  ) {
    super();
  }
}
