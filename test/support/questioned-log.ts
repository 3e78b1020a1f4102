import { eventStoreMigrations, PostgresEventStore } from '#event-store';
import { Gazetteer, gazetteerMigrations } from '#gazetteer';
import { projectionMigrations, projections, registerViews } from '#projections';
import { ViewsReader } from '#query';
import { WORKSPACE } from './invented-articles.js';
import { levelViews } from './level-views.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

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
    const migrations = [...eventStoreMigrations, ...projectionMigrations, ...gazetteerMigrations];
    const test = await createTestDatabase(migrations);
    await registerViews(test.database.writer, projections);
    return new QuestionedLog(test);
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
