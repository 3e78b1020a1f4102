import 'reflect-metadata';
import { eventStoreMigrations, PostgresEventStore } from '#event-store';
import { createLogger, loadConfig, migrate, openDatabase, stopRequested } from '#platform';
import { projectionMigrations } from '#projections';
import { ProjectionWorker } from './projection-worker.js';
import { Sealing } from './sealing.js';

const config = loadConfig(process.env);
const logger = createLogger(config.logLevel);
const stopped = stopRequested();
const database = await openDatabase(config, logger);
await migrate(database, [...eventStoreMigrations, ...projectionMigrations], logger);
const store = new PostgresEventStore(database);
await store.ensurePartitions();
const worker = new ProjectionWorker({ workspace: config.workspace, database, reader: store, logger });
await worker.start();
const sealing = await Sealing.start({ config, database, logger });
logger.info({ workspace: config.workspace }, 'The worker follows the log');

await stopped;
await worker.stop();
await sealing.stop();
await store.close();
await database.close();
