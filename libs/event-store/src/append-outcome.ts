import type { EventStoreError } from './errors.js';
import type { AppendResult } from './event-store.js';

/** What became of one request of a batch: its result, or why it was not written. */
export type AppendOutcome = AppendResult | EventStoreError;
