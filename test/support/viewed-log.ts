import type { Pool } from 'pg';
import { eventStoreMigrations, PostgresEventStore } from '#event-store';
import { projectionMigrations, registerViews, type Projection } from '#projections';
import { createProgramDatabase } from './program-database.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

/** A log with views on a database of its own; they move when a test says so. */
export class ViewedLog {
  readonly store: PostgresEventStore;

  private constructor(readonly test: TestDatabase) {
    this.store = new PostgresEventStore(test.database);
  }

  /** With the program's views, or others in their place. */
  static async open(views?: readonly Projection[]): Promise<ViewedLog> {
    if (views === undefined) return new ViewedLog(await createProgramDatabase());
    const log = new ViewedLog(await createTestDatabase([...eventStoreMigrations, ...projectionMigrations]));
    await registerViews(log.pool, views);
    return log;
  }

  get pool(): Pool {
    return this.test.database.writer;
  }

  async close(): Promise<void> {
    await this.store.close();
    await this.test.drop();
  }
}
