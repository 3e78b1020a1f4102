import 'reflect-metadata';
import { FormatReader } from '#article-formats';
import { openEventStore } from '#event-store';
import { gazetteerMigrations } from '#gazetteer';
import { linkingMigrations } from '#linking';
import { openConfiguredReader } from '#llm-reader';
import { createLogger, loadConfig, runProgram, stopRequested } from '#platform';
import { projectionMigrations } from '#query';
import { createApi } from './create-api.js';

await runProgram(async () => {
  const config = loadConfig(process.env);
  const logger = createLogger(config.logLevel);
  const stopped = stopRequested();
  const { database, store, close } = await openEventStore(
    config,
    [...projectionMigrations, ...gazetteerMigrations, ...linkingMigrations],
    logger,
  );
  const articleReader = await openConfiguredReader(config);
  const formatReader = new FormatReader();
  try {
    const app = await createApi({ config, database, store, logger, articleReader, formatReader });
    await app.listen(config.port, config.host);
    logger.info({ url: await app.getUrl() }, 'The API answers');
    await stopped;
    await app.close();
  } finally {
    await Promise.all([articleReader.close(), formatReader.close()]);
    await close();
  }
});
