export * from './errors.js';
export * from './event-store.js';
export { plainEvent } from './logged-event.js';
export { bulkAppend, type BulkOptions } from './bulk-append.js';
export { openEventStore, type OpenEventStore } from './open-event-store.js';
export { eventStoreMigrations } from './migrations/index.js';
export { PostgresEventStore, type EventStoreOptions, type EventStorePools } from './postgres-event-store.js';
export { REQUEST_LIMITS } from './encode-append.js';
export { checkJsonText, checkText } from './json-text.js';
export type { QueueLimits } from './append-queue.js';
export type { PollDelays } from './subscribe.js';
export type { ConsumerOptions, PartitionBatch } from './consumer-groups/consumer-group.js';
export * from './proof/index.js';
export { ERASURE_TYPE, PayloadEraser, type ErasureResult } from './erasure/erase-payloads.js';
export {
  ERASURE_LIST_FILE,
  readErasureList,
  writeErasureList,
  type ListedErasure,
} from './erasure/erasure-list.js';
export { reclaimErased } from './erasure/reclaim-space.js';
