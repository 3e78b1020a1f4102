import {
  migrate,
  openDatabase,
  type Config,
  type Database,
  type Logger,
  type MigrationClass,
} from '#platform';
import { eventStoreMigrations } from './migrations/index.js';
import { PostgresEventStore } from './postgres-event-store.js';

/** The log on its database, for the life of a process. */
export interface OpenEventStore {
  readonly database: Database;
  readonly store: PostgresEventStore;
  /** Answers what waits to be appended, then closes the connections. */
  readonly close: () => Promise<void>;
}

/**
 * Opens the database of the configuration, migrates it and opens the log on it. `otherMigrations` are those of the
 * program's other tables: every process gives all of them, for an unknown one means that a newer program was here.
 */
export async function openEventStore(
  config: Config,
  otherMigrations: readonly MigrationClass[],
  logger: Logger,
): Promise<OpenEventStore> {
  const database = await openDatabase(config, logger);
  try {
    await migrate(database, [...eventStoreMigrations, ...otherMigrations], logger);
    const store = new PostgresEventStore(database, { notices: { logger } });
    await store.ensurePartitions();
    const close = async () => {
      await store.close();
      await database.close();
    };
    return { database, store, close };
  } catch (error) {
    await database.close();
    throw error;
  }
}
