import { PostgresEventStore } from '#event-store';
import {
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
import { createLogger } from '#platform';
import { openArticleReader } from '#reading';
import { levelViews } from '../support/level-views.js';
import { createProgramDatabase } from '../support/program-database.js';
import type { TestDatabase } from '../support/test-database.js';
import type { StoryArticle } from './story.js';

const logger = createLogger('silent');

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
    const command = new WithdrawArticle(workspace, 'desk', articleId, withdrawn);
    await new WithdrawArticleHandler(this.store, this.store).execute(command);
  }

  /** Ingests a body as it is submitted. Gives the id of its article. */
  async ingest(workspace: string, body: unknown): Promise<string> {
    const command = new IngestArticle(workspace, 'desk', parseSubmission(body, 10_000));
    const handler = new IngestArticleHandler(this.store, this.store, this.reader);
    return (await handler.execute(command)).articleId;
  }

  async decide(workspace: string, decision: Decision): Promise<void> {
    await new MakeDecisionHandler(this.store, this.store).execute(
      new MakeDecision(workspace, 'editor', decision),
    );
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
      await catchUpLinking({ ...this.test, store: this.store, workspace, logger });
    }
  }
}
