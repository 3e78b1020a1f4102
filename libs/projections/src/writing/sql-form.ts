import type { QueryResultRow } from 'pg';
import type { EventType } from '#domain';
import type { Row, ViewTable } from '../view-table.js';
import type { SentKeys } from './filled-page.js';

/** Events of one workspace after `after` up to `to`, to be written into the tables of a version that a rebuild fills. */
export interface SqlRange {
  readonly workspace: string;
  readonly after: bigint;
  readonly to: bigint;
  readonly version: number;
  /** Events that the view does without. */
  readonly skipped: readonly bigint[];
  readonly sent: SentKeys;
  /** Runs what sends shared rows when the ranges before have done so: the first of a key has the lowest seq. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
}

/** The transaction of a range. */
export interface SqlSession {
  query<T extends QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<T[]>;
  copy(relation: string, columns: ViewTable['columns'], rows: readonly Row[]): Promise<void>;
}

/**
 * A view's fold once more as statements over many events, for rebuilds of long logs: the server reads and writes on all its
 * processors, and no event travels. It gives the rows of the fold (a test compares them row for row) and is used only where it can: on ranges of
 * events of the current schema versions. The fold stays what defines the view.
 */
export interface SqlForm {
  /** The event types it writes; a range with others that the view folds is left to the fold. */
  readonly types: readonly EventType[];
  /** Writes the rows of a range. Whatever fails here is done by the fold instead. */
  fill(session: SqlSession, range: SqlRange): Promise<void>;
}
