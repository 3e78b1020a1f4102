import 'reflect-metadata';
import { eventStoreMigrations, PostgresEventStore } from '#event-store';
import { createLogger, loadConfig, migrate, openDatabase, stopRequested } from '#platform';
import { projectionMigrations } from '#query';
import { createApi } from './create-api.js';

const config = loadConfig(process.env);
const logger = createLogger(config.logLevel);
const stopped = stopRequested();
const database = await openDatabase(config, logger);
await migrate(database, [...eventStoreMigrations, ...projectionMigrations], logger);
const store = new PostgresEventStore(database);
await store.ensurePartitions();
const app = await createApi({ config, database, store, logger });
await app.listen(config.port, config.host);
logger.info({ url: await app.getUrl() }, 'The API answers');

await stopped;
await app.close();
await store.close();
await database.close();
