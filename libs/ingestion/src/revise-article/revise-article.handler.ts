import { Inject, Optional } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EVENT_APPENDER, EVENT_READER, type EventAppender, type EventReader } from '#event-store';
import { CLOCK, systemClock, type Clock } from '#platform';
import { ARTICLE_READER, type ArticleReader } from '#reading';
import { loadArticle } from '../article/load-article.js';
import { ArticleNotFound } from '../errors.js';
import { withKnownMetadata } from '../ingest-article/changed-metadata.js';
import { IngestArticle, type IngestArticleResult } from '../ingest-article/ingest-article.command.js';
import { IngestArticleHandler } from '../ingest-article/ingest-article.handler.js';
import { ReviseArticle } from './revise-article.command.js';

@CommandHandler(ReviseArticle)
export class ReviseArticleHandler implements ICommandHandler<ReviseArticle> {
  private readonly ingestion: IngestArticleHandler;

  constructor(
    @Inject(EVENT_APPENDER) appender: EventAppender,
    @Inject(EVENT_READER) private readonly reader: EventReader,
    @Inject(ARTICLE_READER) articles: ArticleReader,
    @Optional() @Inject(CLOCK) clock: Clock = systemClock,
  ) {
    this.ingestion = new IngestArticleHandler(appender, reader, articles, clock);
  }

  /**
   * @throws {ArticleNotFound} nothing of it stands
   * @throws what `IngestArticleHandler` throws
   */
  async execute(command: ReviseArticle): Promise<IngestArticleResult> {
    const { workspace, actor, articleId, submission, making } = command;
    const { textSha256, metadata } = await loadArticle(this.reader, workspace, articleId);
    if (textSha256 === null) throw new ArticleNotFound(articleId);
    const known = withKnownMetadata(metadata, submission);
    return this.ingestion.execute(
      new IngestArticle(workspace, actor, known, undefined, false, making, articleId),
    );
  }
}
