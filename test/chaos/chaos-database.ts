import { createLogger, loadConfig, openDatabase, type Database } from '#platform';
import { createProgramDatabase } from '../support/program-database.js';

/** What is broken on purpose need not be told on the terminal. */
export const silent = createLogger('silent');

/** A migrated database of its own with all views registered, for the time of `work`. */
export async function withChaosDatabase<T>(
  work: (database: Database) => Promise<T>,
  env: Readonly<Record<string, string>> = {},
): Promise<T> {
  const test = await createProgramDatabase();
  const database = await openDatabase(loadConfig({ ...env, DATABASE_URL: test.database.url }), silent);
  try {
    return await work(database);
  } finally {
    await database.close();
    await test.drop();
  }
}
