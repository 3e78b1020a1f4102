import { openEventStore, type OpenEventStore } from '#event-store';
import { gazetteerMigrations } from '#gazetteer';
import { linkingMigrations } from '#linking';
import { createLogger, loadConfig, type Config, type Logger } from '#platform';
import {
  projectionMigrations,
  ProjectionRunner,
  projections,
  registerViews,
  ViewOfOtherCode,
} from '#projections';

/** The log and its views, open for one verb. */
export interface OpenLog extends OpenEventStore {
  readonly config: Config;
  readonly logger: Logger;
}

/** Of all the program's tables but the log's. */
export const otherMigrations = [...projectionMigrations, ...gazetteerMigrations, ...linkingMigrations];

/** Opens the log that the environment names. */
export async function openLog(): Promise<OpenLog> {
  const config = loadConfig(process.env);
  // A terminal shows what the verb says; the log is for those who ask for it.
  const logger = createLogger(process.env['LOG_LEVEL'] ? config.logLevel : 'warn');
  return {
    config,
    logger,
    ...(await openEventStore(config, otherMigrations, logger)),
  };
}

/** Opens the log for the time of `work`, and closes it whatever happens. */
export async function withLog<T>(work: (log: OpenLog) => Promise<T>): Promise<T> {
  const log = await openLog();
  try {
    return await work(log);
  } finally {
    await log.close();
  }
}

/** Brings every view level with the log, so that a verb answers of all that was recorded before, worker or no worker. */
export async function catchUpViews({ config, database, store, logger }: OpenLog): Promise<void> {
  await registerViews(database.writer, projections);
  for (const projection of projections) {
    const options = { projection, reader: store, pool: database.writer, workspace: config.workspace, logger };
    try {
      await new ProjectionRunner({ ...options, pause: () => Promise.resolve() }).catchUp();
    } catch (error) {
      if (!(error instanceof ViewOfOtherCode)) throw error;
      // What other code wrote answers as it stands, and says so.
      logger.warn({ err: error }, 'A view could not be brought level with the log');
    }
  }
}
