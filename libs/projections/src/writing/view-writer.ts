import type { Row, ViewTable } from '../view-table.js';

/** An article was revised or withdrawn at `seq`: its reports recorded before no longer stand. */
export interface Retirement {
  readonly workspace: string;
  readonly article_id: string;
  readonly seq: bigint;
  readonly mark: 'superseded_seq' | 'withdrawn_seq';
}

/**
 * All that a fold may touch: its own view's tables. Two write to PostgreSQL (`LiveWriter` into tables that answer queries,
 * `FillWriter` into those of a rebuild) and give equal rows; one keeps them in memory for tests.
 */
export interface ViewWriter {
  /** Inserts rows; of rows with one key, that with the lowest `firstBy` stays, however the rows come. */
  insertFirst(table: ViewTable, rows: readonly Row[]): Promise<void>;
  /** Inserts rows, replacing those whose key is there already. */
  upsert(table: ViewTable, rows: readonly Row[]): Promise<void>;
  /** The rows of a workspace whose column holds one of the values. */
  load(table: ViewTable, workspace: string, column: string, values: readonly string[]): Promise<Row[]>;
  /** Marks rows of the articles that were recorded before; of several retirements the first counts. */
  retire(table: ViewTable, retirements: readonly Retirement[]): Promise<void>;
}
