import type { PoolClient } from 'pg';
import type { StoredEvent } from '#event-store';
import type { ViewTable } from './view-table.js';

/**
 * A view of the log: a name, the revision of its code, its tables, and how a batch of events changes them.
 * Live running and rebuilding call the same `apply`; it reads nothing but the batch and its own tables, no clock and no network.
 */
export interface Projection {
  /** The question it answers, in kebab-case: what `claimtrail rebuild` takes. */
  readonly name: string;
  /** Raised whenever tables or fold change; a stored view of another revision is rebuilt at start. */
  readonly codeVersion: number;
  readonly tables: readonly ViewTable[];
  /** Folds the batch in memory and writes it set-based, inside the caller's transaction. */
  apply(batch: readonly StoredEvent[], client: PoolClient, version: number): Promise<void>;
}
