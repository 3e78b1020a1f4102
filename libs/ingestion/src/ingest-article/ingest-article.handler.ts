import { createHash } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { extractArticle } from '#extraction';
import {
  EVENT_APPENDER,
  EVENT_READER,
  WrongExpectedVersion,
  type AppendResult,
  type EventAppender,
  type EventReader,
} from '#event-store';
import { deterministicId } from '#platform';
import { toNewEvent } from '../new-event.js';
import { articleStream, type ArticleState } from '../article/article-stream.js';
import { loadArticle } from '../article/load-article.js';
import { decideIngestion, type IngestionDecision, type ReadSubmission } from './decide-ingestion.js';
import { IngestArticle, type IngestArticleResult } from './ingest-article.command.js';
import { sourceKeyOf } from './source-key.js';

/** How often two writers of one article may meet before the command gives up and says so. */
const MAX_ATTEMPTS = 5;

@CommandHandler(IngestArticle)
export class IngestArticleHandler implements ICommandHandler<IngestArticle> {
  constructor(
    @Inject(EVENT_APPENDER) private readonly appender: EventAppender,
    @Inject(EVENT_READER) private readonly reader: EventReader,
  ) {}

  /**
   * @throws {WrongExpectedVersion} other writers changed the article on every attempt
   * @throws {EventStoreOverloaded} the append queue is full; try again later
   */
  async execute(command: IngestArticle): Promise<IngestArticleResult> {
    const read = readSubmission(command);
    for (let attempt = 1; ; attempt++) {
      const state = await loadArticle(this.reader, command.workspace, read.articleId);
      const decision = decideIngestion(state, read);
      if (decision.outcome === 'duplicate') return resultOf(read, decision, null);
      try {
        const { outcome, lastSeq } = await this.append(command, state, decision, read);
        return outcome === 'appended'
          ? resultOf(read, decision, lastSeq)
          : resultOf(read, { outcome, revision: state.revision }, lastSeq);
      } catch (error) {
        if (!(error instanceof WrongExpectedVersion) || attempt === MAX_ATTEMPTS) throw error;
      }
    }
  }

  private async append(
    { workspace, actor, idempotencyKey }: IngestArticle,
    state: ArticleState,
    { events }: IngestionDecision,
    { articleId, submission, extraction }: ReadSubmission,
  ): Promise<AppendResult> {
    const publishedAt = submission.publishedAt ?? extraction.publishedOn;
    return this.appender.append({
      workspace,
      actor,
      idempotencyKey,
      // The events depend on what the stream holds by now; the key stands for what was handed in.
      idempotencyBody: JSON.stringify(submission),
      streams: [
        {
          stream: articleStream(articleId),
          expectedVersion: state.version === 0 ? 'no_stream' : state.version,
          events: events.map((event) => toNewEvent(event, publishedAt)),
        },
      ],
    });
  }
}

function readSubmission({ submission, workspace }: IngestArticle): ReadSubmission {
  const extraction = extractArticle(submission);
  const textSha256 = createHash('sha256').update(submission.text, 'utf8').digest('hex');
  const publishedOn = submission.publishedAt?.slice(0, 10) ?? extraction.publishedOn;
  const sourceKey = sourceKeyOf(submission, publishedOn, textSha256);
  return {
    articleId: deterministicId('article', workspace, sourceKey),
    sourceKey,
    textSha256,
    submission,
    extraction,
  };
}

function resultOf(
  { articleId, extraction }: ReadSubmission,
  { outcome, revision }: Pick<IngestionDecision, 'outcome' | 'revision'>,
  lastSeq: bigint | null,
): IngestArticleResult {
  const { figures, statements, claims } = extraction;
  return {
    outcome,
    articleId,
    revision,
    lastSeq,
    figures: figures.length,
    statements: statements.length,
    claims: claims.length,
  };
}
