import { PostgresEventStore, type StoredEvent } from '#event-store';
import {
  ChangedMeanwhile,
  IngestArticleHandler,
  IngestArticle,
  MakeDecision,
  MakeDecisionHandler,
  parseSubmission,
  WithdrawArticle,
  WithdrawArticleHandler,
  type Decision,
} from '#ingestion';
import { catchUpLinking } from '#linking';
import { createLogger, systemClock, type Clock } from '#platform';
import { openArticleReader } from '#reading';
import { groupBy } from '#tracking';
import { levelViews } from '../support/level-views.js';
import { createProgramDatabase } from '../support/program-database.js';
import type { TestDatabase } from '../support/test-database.js';
import type { StoryArticle } from './story.js';

const logger = createLogger('silent');
const DESK = 'desk';

/** One database; every workspace in it is a world of its own. */
export class StoryWorld {
  private constructor(
    readonly test: TestDatabase,
    readonly store: PostgresEventStore,
    private readonly reader = openArticleReader({ threads: 0, budgetMs: 20_000 }),
  ) {}

  static async open(): Promise<StoryWorld> {
    const test = await createProgramDatabase();
    return new StoryWorld(test, new PostgresEventStore(test.database));
  }

  async close(): Promise<void> {
    await this.reader.close();
    await this.store.close();
    await this.test.drop();
  }

  /** Ingests an article, then every later text of it, and withdraws it where its outlet did. */
  async tell(workspace: string, article: StoryArticle): Promise<void> {
    const { id, outlet, title, publishedAt, revisions = [], withdrawn } = article;
    let articleId = '';
    for (const paragraphs of [article.text, ...revisions]) {
      const submission = { url: `https://news.invalid/${id}`, outlet, title, publishedAt };
      articleId = await this.ingest(workspace, { ...submission, text: paragraphs.join('\n\n') });
    }
    if (withdrawn === undefined) return;
    const command = new WithdrawArticle(workspace, DESK, articleId, withdrawn);
    await new WithdrawArticleHandler(this.store, this.store).execute(command);
  }

  /** All that a workspace holds. */
  logOf(workspace: string): Promise<StoredEvent[]> {
    return this.store.readAll(workspace, { limit: 5_000 });
  }

  /** What the articles of a log gave, article by article: their texts and reports, and no decision. */
  factsOf(log: readonly StoredEvent[]): StoredEvent[][] {
    const facts = log.filter(({ actor }) => actor === DESK);
    return [...groupBy(facts, ({ stream }) => stream).values()];
  }

  /** Takes in what an article gave elsewhere, without reading it again. */
  async retell(workspace: string, facts: readonly StoredEvent[]): Promise<void> {
    const events = facts.map(({ type, schemaVersion, data, occurredAt }) => {
      return { type, schemaVersion, data, occurredAt };
    });
    const { stream = '' } = facts[0] ?? {};
    const streams = [{ stream, expectedVersion: 'no_stream' as const, events }];
    await this.store.append({ workspace, actor: DESK, streams });
  }

  /** Ingests a body as it is submitted, now or when that is said to be. Gives the id of its article. */
  async ingest(workspace: string, body: unknown, now?: string): Promise<string> {
    const command = new IngestArticle(workspace, DESK, parseSubmission(body, 10_000));
    const handler = new IngestArticleHandler(this.store, this.store, this.reader, clockAt(now));
    return (await handler.execute(command)).articleId;
  }

  /** Gives what is told where somebody else decided first; null where the decision was recorded. */
  async decide(
    workspace: string,
    decision: Decision,
    actor = 'editor',
    expectedVersion?: number,
  ): Promise<string | null> {
    const command = new MakeDecision(workspace, actor, decision, expectedVersion);
    try {
      await new MakeDecisionHandler(this.store, this.store).execute(command);
      return null;
    } catch (error) {
      if (error instanceof ChangedMeanwhile) return error.message;
      throw error;
    }
  }

  /** Lets every process decide until none has anything left to say, and brings the views level. */
  async settle(workspace: string): Promise<void> {
    await this.link(workspace);
    await levelViews(this.store, this.test.database.writer, workspace);
  }

  /** Lets every process decide until none has anything left to say. */
  async link(workspace: string): Promise<void> {
    for (let head = -1n; head !== (await this.store.head(workspace));) {
      head = await this.store.head(workspace);
      await this.linkOnce(workspace);
    }
  }

  /** Lets every process decide on what there is. */
  linkOnce(workspace: string): Promise<void> {
    return catchUpLinking({ ...this.test, store: this.store, workspace, logger });
  }
}

const clockAt = (now: string | undefined): Clock =>
  now === undefined ? systemClock : { now: () => new Date(now) };
