import type { EventType } from '#domain';
import type { StoredEvent } from '#event-store';
import type { ViewTable } from './view-table.js';
import type { SqlForm } from './writing/sql-form.js';
import type { ForgettingWriter, ViewWriter } from './writing/view-writer.js';

/**
 * A view of the log: a name, the revision of its code, its tables, and how a batch of events changes them.
 *
 * Live running and rebuilding call the same `apply`. Three rules make a rebuild give the rows that answered before; every view
 * is tested for them (`every-view.spec.ts`):
 * - it reads nothing but the batch and its own tables: no clock, no chance, no network, no files;
 * - how the log is cut into batches changes nothing;
 * - events of one stream come in order, but a stream may come later than its place in the log: one that was parked does.
 */
export interface Projection {
  /** The question it answers, in kebab-case: what `claimtrail rebuild` takes. */
  readonly name: string;
  /** Raised whenever tables or fold change; a stored view of another revision is rebuilt at start. */
  readonly codeVersion: number;
  readonly tables: readonly ViewTable[];
  /** The event types it folds; it is given no others. */
  readonly types: readonly EventType[];
  /** Folds the batch in memory and writes it set-based, inside the caller's transaction. Events are of their types' current versions. */
  apply(batch: readonly StoredEvent[], view: ViewWriter): Promise<void>;
  /** Makes rows again that were made of rows which an erasure took, or takes them out too. */
  refold?(workspace: string, taken: TakenRows, view: ForgettingWriter): Promise<void>;
  /** The fold once more as statements, for rebuilds of long logs. */
  readonly inSql?: SqlForm;
}

/** The values that the erased rows of a table had in one of their `madeInto` columns. */
export type TakenRows = (table: ViewTable, column: string) => readonly string[];
