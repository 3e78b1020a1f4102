import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  EVENT_APPENDER,
  EVENT_READER,
  WrongExpectedVersion,
  type EventAppender,
  type EventReader,
} from '#event-store';
import { ARTICLE_READER, type ArticleReader } from '#reading';
import { articleStream } from '../article/article-stream.js';
import { ArticleNotFound } from '../errors.js';
import { toNewEvent } from '../new-event.js';
import { decideReextraction, type ReextractionDecision } from './decide-reextraction.js';
import { ReextractArticle, type ReextractArticleResult } from './reextract-article.command.js';
import { standingReading, type StandingReading } from './standing-reading.js';

/** How often others may change the article meanwhile before the command gives up and says so. */
const MAX_ATTEMPTS = 5;
const NO_DIFFERENCE = { kept: [], changed: [], added: [], removed: [] };

@CommandHandler(ReextractArticle)
export class ReextractArticleHandler implements ICommandHandler<ReextractArticle> {
  constructor(
    @Inject(EVENT_APPENDER) private readonly appender: EventAppender,
    @Inject(EVENT_READER) private readonly reader: EventReader,
    @Inject(ARTICLE_READER) private readonly articles: ArticleReader,
  ) {}

  /**
   * @throws {ArticleNotFound}
   * @throws {WrongExpectedVersion} others changed the article on every attempt
   * @throws {WorkOverBudget} reading the article takes too much
   */
  async execute(command: ReextractArticle): Promise<ReextractArticleResult> {
    const { workspace, articleId, dryRun } = command;
    for (let attempt = 1; ; attempt++) {
      const standing = await standingReading(this.reader.readStream(workspace, articleStream(articleId)));
      if (standing.state.version === 0) throw new ArticleNotFound(articleId);
      const { text, state, revision } = standing;
      if (text === null || state.withdrawn) return unread(articleId, standing);
      const { metadata } = state;
      const reading = await this.articles.read({ text, ...metadata });
      const article = { articleId, revision, outlet: metadata.outlet, text };
      const decision = decideReextraction(article, standing, reading);
      const result = {
        articleId,
        title: metadata.title,
        before: standing.lastReading,
        after: reading.extraction,
        difference: decision.difference,
      };
      if (decision.events.length === 0) return { outcome: 'unchanged', ...result, lastSeq: null };
      if (dryRun) return { outcome: 'reextracted', ...result, lastSeq: null };
      try {
        return { outcome: 'reextracted', ...result, lastSeq: await this.append(command, standing, decision) };
      } catch (error) {
        if (!(error instanceof WrongExpectedVersion) || attempt === MAX_ATTEMPTS) throw error;
      }
    }
  }

  private async append(
    { workspace, actor, articleId }: ReextractArticle,
    { state }: StandingReading,
    { events }: ReextractionDecision,
  ): Promise<bigint> {
    const { lastSeq } = await this.appender.append({
      workspace,
      actor,
      streams: [
        {
          stream: articleStream(articleId),
          expectedVersion: state.version,
          events: events.map((event) => toNewEvent(event, state.assertedAt)),
        },
      ],
    });
    return lastSeq;
  }
}

function unread(articleId: string, { state, lastReading }: StandingReading): ReextractArticleResult {
  const { title } = state.metadata;
  return {
    outcome: 'unread',
    articleId,
    title,
    before: lastReading,
    after: null,
    difference: NO_DIFFERENCE,
    lastSeq: null,
  };
}
