export * from './errors.js';
export * from './event-store.js';
export { openEventStore, type OpenEventStore } from './open-event-store.js';
export { eventStoreMigrations } from './migrations/index.js';
export { PostgresEventStore, type EventStoreOptions, type EventStorePools } from './postgres-event-store.js';
export type { QueueLimits } from './append-queue.js';
export type { PollDelays } from './subscribe.js';
export * from './proof/index.js';
