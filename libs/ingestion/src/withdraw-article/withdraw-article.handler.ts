import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ArticleErased, buildEvent } from '#domain';
import { EVENT_APPENDER, EVENT_READER, type EventAppender, type EventReader } from '#event-store';
import { articleStream } from '../article/article-stream.js';
import { loadArticle } from '../article/load-article.js';
import { ArticleNotFound } from '../errors.js';
import { toNewEvent } from '../new-event.js';
import { WithdrawArticle, type WithdrawArticleResult } from './withdraw-article.command.js';

@CommandHandler(WithdrawArticle)
export class WithdrawArticleHandler implements ICommandHandler<WithdrawArticle> {
  constructor(
    @Inject(EVENT_APPENDER) private readonly appender: EventAppender,
    @Inject(EVENT_READER) private readonly reader: EventReader,
  ) {}

  /**
   * @throws {ArticleNotFound | ArticleErased}
   * @throws {WrongExpectedVersion} the article changed while the command ran; look again, then repeat it
   */
  async execute({ workspace, actor, articleId, reason }: WithdrawArticle): Promise<WithdrawArticleResult> {
    const state = await loadArticle(this.reader, workspace, articleId);
    if (state.version === 0) throw new ArticleNotFound(articleId);
    if (state.erasure) throw new ArticleErased(articleId, state.erasure.seq);
    if (state.withdrawn) return { outcome: 'already_withdrawn', articleId, lastSeq: null };
    const event = toNewEvent(buildEvent('ArticleWithdrawn', { articleId, reason }), null);
    const streams = [{ stream: articleStream(articleId), expectedVersion: state.version, events: [event] }];
    const { lastSeq } = await this.appender.append({ workspace, actor, streams });
    return { outcome: 'withdrawn', articleId, lastSeq };
  }
}
