import { Inject, Optional } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  EVENT_APPENDER,
  EVENT_READER,
  WrongExpectedVersion,
  type AppendResult,
  type EventAppender,
  type EventReader,
} from '#event-store';
import { CLOCK, deterministicId, systemClock, type Clock } from '#platform';
import { ARTICLE_READER, type ArticleReader } from '#reading';
import { toNewEvent } from '../new-event.js';
import { articleStream, type ArticleState } from '../article/article-stream.js';
import { loadArticle } from '../article/load-article.js';
import { seenAtOf } from './asserted-since.js';
import { asKnown, sha256Of, type KnownText } from './added-headline.js';
import { withKnownMetadata } from './changed-metadata.js';
import { isReadAnew, planIngestion, type IngestionPlan, type ReadSubmission } from './decide-ingestion.js';
import { refuseErased } from './refuse-erased.js';
import { IngestArticle, type IngestArticleResult } from './ingest-article.command.js';
import { isAnotherText, RevisionReader } from './revision-reader.js';
import { sourceKeyOf } from './source-key.js';
import { collectUnhurried } from './unhurried.js';

/** How often two writers of one article may meet before the command gives up and says so. */
const MAX_ATTEMPTS = 5;

@CommandHandler(IngestArticle)
export class IngestArticleHandler implements ICommandHandler<IngestArticle> {
  private readonly revisions: RevisionReader;

  constructor(
    @Inject(EVENT_APPENDER) private readonly appender: EventAppender,
    @Inject(EVENT_READER) private readonly reader: EventReader,
    @Inject(ARTICLE_READER) private readonly articles: ArticleReader,
    @Optional() @Inject(CLOCK) private readonly clock: Clock = systemClock,
  ) {
    this.revisions = new RevisionReader(reader, articles);
  }

  /**
   * @throws {ArticleErased} it was erased, and nobody said that it may come back
   * @throws {WrongExpectedVersion} other writers changed the article on every attempt
   * @throws {EventStoreOverloaded} the append queue is full; try again later
   * @throws {WorkersBusy} too many articles wait to be read; try again later
   * @throws {WorkOverBudget} reading the article takes too much
   */
  async execute(command: IngestArticle): Promise<IngestArticleResult> {
    const came = await this.read(command);
    const named = command.articleId !== null;
    for (let attempt = 1; ; attempt++) {
      const known = await loadArticle(this.reader, command.workspace, came.articleId);
      const { read: first, making } = named
        ? { read: came, making: command.making }
        : await this.asKnown(known, came, command.making);
      const read = isReadAnew(known, first) ? await this.readAnew(known, first) : first;
      const { state, again } = isAnotherText(known, first)
        ? await this.revisions.readAgain(command.workspace, first, { making, named })
        : { state: known, again: null };
      const plan = planIngestion(state, read, again);
      if (plan.outcome === 'duplicate') return resultOf(read, plan, null);
      if (!command.allowErased) refuseErased(state, read);
      try {
        const { outcome, lastSeq } = await this.append({ ...command, making }, state, plan, read);
        return outcome === 'appended'
          ? resultOf(read, plan, lastSeq)
          : resultOf(read, { outcome, revision: state.revision, comparison: null }, lastSeq);
      } catch (error) {
        if (!(error instanceof WrongExpectedVersion) || attempt === MAX_ATTEMPTS) throw error;
      }
    }
  }

  private async read({ submission, workspace, making, ...named }: IngestArticle): Promise<ReadSubmission> {
    const reading = await this.articles.read(submission);
    const textSha256 = sha256Of(submission.text);
    const publishedOn = submission.publishedAt?.slice(0, 10) ?? reading.extraction.publishedOn;
    const sourceKey = sourceKeyOf(submission, publishedOn, textSha256);
    const articleId = named.articleId ?? deterministicId('article', workspace, sourceKey);
    const seenAt = seenAtOf(making, this.clock.now());
    return { articleId, sourceKey, textSha256, submission, reading, seenAt };
  }

  /** What came in as the article is known, read by its own text: the places of another reading would name other words. */
  private async asKnown(
    state: ArticleState,
    came: ReadSubmission,
    making: IngestArticle['making'],
  ): Promise<KnownText> {
    const known = asKnown(state, came, making);
    if (known.read === came) return known;
    return { ...known, read: { ...known.read, reading: await this.articles.read(known.read.submission) } };
  }

  /** The text that is known, with all that is known of it by now: a submission may say only what is new. */
  private async readAnew({ metadata }: ArticleState, read: ReadSubmission): Promise<ReadSubmission> {
    const submission = withKnownMetadata(metadata, read.submission);
    return { ...read, submission, reading: await this.articles.read(submission) };
  }

  private async append(
    { workspace, actor, idempotencyKey, making }: IngestArticle,
    state: ArticleState,
    { events, assertedAt }: IngestionPlan,
    { articleId, submission }: ReadSubmission,
  ): Promise<AppendResult> {
    const decided = await collectUnhurried(events);
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
          events: decided.map((event, at) => ({
            ...toNewEvent(event, assertedAt),
            ...(at === 0 && making && { meta: { making } }),
          })),
        },
      ],
    });
  }
}

function resultOf(
  { articleId, reading }: ReadSubmission,
  { outcome, revision, comparison }: Pick<IngestionPlan, 'outcome' | 'revision' | 'comparison'>,
  lastSeq: bigint | null,
): IngestArticleResult {
  const { figures, statements, claims } = reading.extraction;
  return {
    outcome,
    articleId,
    revision,
    lastSeq,
    figures: figures.length,
    statements: statements.length,
    claims: claims.length,
    language: reading.language,
    notExtracted: reading.notExtracted,
    comparison,
  };
}
