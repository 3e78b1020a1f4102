import 'reflect-metadata';
import { openEventStore } from '#event-store';
import { gazetteerMigrations } from '#gazetteer';
import { linkingMigrations } from '#linking';
import { createLogger, loadConfig, runProgram, stopRequested } from '#platform';
import { projectionMigrations } from '#projections';
import { FeedWatch } from './feeds/index.js';
import { Linking } from './linking.js';
import { ProjectionWorker } from './projection-worker.js';
import { Sealing } from './sealing.js';

await runProgram(async () => {
  const config = loadConfig(process.env);
  const logger = createLogger(config.logLevel);
  const stopped = stopRequested();
  const { database, store, close } = await openEventStore(
    config,
    [...projectionMigrations, ...gazetteerMigrations, ...linkingMigrations],
    logger,
  );
  try {
    const worker = new ProjectionWorker({ workspace: config.workspace, database, reader: store, logger });
    await worker.start();
    const linking = new Linking({ workspace: config.workspace, database, store, logger });
    linking.start();
    const sealing = await Sealing.start({ config, database, logger });
    const feeds = new FeedWatch({ config, store, logger });
    feeds.start();
    logger.info({ workspace: config.workspace }, 'The worker follows the log');
    await stopped;
    await feeds.stop();
    await linking.stop();
    await worker.stop();
    await sealing.stop();
  } finally {
    await close();
  }
});
