import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApi, type ApiResources } from '#api';
import { FormatReader } from '#article-formats';
import { PostgresEventStore, type EventStoreOptions } from '#event-store';
import { catchUpLinking } from '#linking';
import { createLogger, loadConfig } from '#platform';
import { openArticleReader } from '#reading';
import { THREAD_OPTIONS } from './thread-options.js';
import { levelViews } from './level-views.js';
import { createProgramDatabase } from './program-database.js';
import type { TestDatabase } from './test-database.js';

const WORKSPACE = 'default';
const logger = createLogger('silent');

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  // Tests read answers field by field; a wrong one fails the expectation it meets.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

/** Readers that a spec opens itself, to share or to limit them; it closes them. */
export type GivenReaders = Partial<Pick<ApiResources, 'articleReader' | 'formatReader'>>;

/** The API on a database of its own. Views move when a test says so, so that no test waits for a worker. */
export class TestApp {
  private constructor(
    readonly test: TestDatabase,
    readonly store: PostgresEventStore,
    private readonly app: NestFastifyApplication,
    private readonly formatReader: FormatReader,
  ) {}

  static async start(options: EventStoreOptions = {}, given: GivenReaders = {}): Promise<TestApp> {
    const test = await createProgramDatabase();
    const store = new PostgresEventStore(test.database, options);
    const config = loadConfig({ CLAIMTRAIL_WORKSPACE: WORKSPACE });
    const articleReader = openArticleReader({ threads: 0, budgetMs: config.readingBudgetMs });
    const formatReader = new FormatReader({ execArgv: THREAD_OPTIONS });
    const app = await createApi({
      config,
      database: test.database,
      store,
      logger,
      articleReader,
      formatReader,
      ...given,
    });
    return new TestApp(test, store, app, formatReader);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.formatReader.close();
    await this.store.close();
    await this.test.drop();
  }

  async get(url: string): Promise<Answer> {
    const { statusCode, headers, body } = await this.app.inject({ url });
    return { status: statusCode, headers, body: parse(body) };
  }

  post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('POST', url, body, headers);
  }

  async send(
    method: 'POST' | 'DELETE',
    url: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const payload = typeof body === 'string' || body instanceof Buffer ? body : JSON.stringify(body);
    const sent = { 'content-type': 'application/json', ...headers };
    const answer = await this.app.inject({ method, url, headers: sent, payload });
    return { status: answer.statusCode, headers: answer.headers, body: parse(answer.body) };
  }

  graphql(query: string): Promise<Answer> {
    return this.post('/graphql', { query });
  }

  /** Lets every process decide about what is in the log, then brings every view level with it. */
  async link(): Promise<void> {
    await catchUpLinking({ ...this.test, store: this.store, workspace: WORKSPACE, logger });
    await this.catchUp();
  }

  /** Brings every view level with the log. */
  catchUp(): Promise<void> {
    return levelViews(this.store, this.test.database.writer, WORKSPACE);
  }

  head(): Promise<bigint> {
    return this.store.head(WORKSPACE);
  }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}
