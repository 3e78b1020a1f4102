import { eventStoreMigrations, PostgresEventStore } from '#event-store';
import { gazetteerMigrations } from '#gazetteer';
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
import { decisionProcesses, linkingMigrations, ProcessRunner } from '#linking';
import { createLogger } from '#platform';
import { projectionMigrations, ProjectionRunner, projections, registerViews } from '#projections';
import { openArticleReader } from '#reading';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import type { StoryArticle } from './story.js';

const logger = createLogger('silent');
const pause = (): Promise<void> => Promise.resolve();

/** One database; every workspace in it is a world of its own. */
export class StoryWorld {
  private constructor(
    readonly test: TestDatabase,
    readonly store: PostgresEventStore,
    private readonly reader = openArticleReader({ threads: 0, budgetMs: 20_000 }),
  ) {}

  static async open(): Promise<StoryWorld> {
    const test = await createTestDatabase([
      ...eventStoreMigrations,
      ...projectionMigrations,
      ...gazetteerMigrations,
      ...linkingMigrations,
    ]);
    await registerViews(test.database.writer, projections);
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
    const handler = new IngestArticleHandler(this.store, this.store, this.reader);
    let articleId = '';
    for (const paragraphs of [article.text, ...revisions]) {
      const submission = { url: `https://news.invalid/${id}`, outlet, title, publishedAt };
      const parsed = parseSubmission({ ...submission, text: paragraphs.join('\n\n') }, 10_000);
      ({ articleId } = await handler.execute(new IngestArticle(workspace, 'desk', parsed)));
    }
    if (withdrawn === undefined) return;
    const command = new WithdrawArticle(workspace, 'desk', articleId, withdrawn);
    await new WithdrawArticleHandler(this.store, this.store).execute(command);
  }

  async decide(workspace: string, decision: Decision): Promise<void> {
    await new MakeDecisionHandler(this.store, this.store).execute(
      new MakeDecision(workspace, 'editor', decision),
    );
  }

  /** Lets every process decide until none has anything left to say, and brings the views level. */
  async settle(workspace: string): Promise<void> {
    await this.link(workspace);
    const pool = this.test.database.writer;
    for (const projection of projections)
      await new ProjectionRunner({
        projection,
        reader: this.store,
        pool,
        workspace,
        logger,
        pause,
      }).catchUp();
  }

  /** Lets every process decide until none has anything left to say. */
  async link(workspace: string): Promise<void> {
    const pool = this.test.database.writer;
    const rows = {
      select: async (sql: string, values: readonly unknown[]) =>
        (await pool.query(sql, [...values])).rows as never,
    };
    for (let head = -1n; head !== (await this.store.head(workspace));) {
      head = await this.store.head(workspace);
      for (const process of decisionProcesses(rows))
        await new ProcessRunner({ process, store: this.store, pool, workspace, logger, pause }).catchUp();
    }
  }
}
