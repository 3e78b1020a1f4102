import { PostgresEventStore } from '#event-store';
import { Gazetteer } from '#gazetteer';
import { ViewsReader } from '#query';
import { WORKSPACE } from './invented-articles.js';
import { levelViews } from './level-views.js';
import { createProgramDatabase } from './program-database.js';
import type { TestDatabase } from './test-database.js';

/** A log on a database of its own with its views and what handlers of queries ask them by. */
export class QuestionedLog {
  readonly store: PostgresEventStore;
  readonly views: ViewsReader;
  readonly gazetteer: Gazetteer;

  private constructor(private readonly test: TestDatabase) {
    this.store = new PostgresEventStore(test.database);
    this.views = new ViewsReader(test.database.reader);
    this.gazetteer = new Gazetteer(this.views);
  }

  static async open(): Promise<QuestionedLog> {
    return new QuestionedLog(await createProgramDatabase());
  }

  /** Brings every view level with the log, and gives its head. */
  async level(): Promise<bigint> {
    await levelViews(this.store, this.test.database.writer, WORKSPACE);
    return this.store.head(WORKSPACE);
  }

  async close(): Promise<void> {
    await this.store.close();
    await this.test.drop();
  }
}
