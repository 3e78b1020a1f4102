import type { Row, ViewTable } from '../view-table.js';

/** Something at `seq` took reports recorded before it out of the current record: all of an article, or one. */
export interface Retirement {
  readonly workspace: string;
  readonly article_id: string;
  /** The one report; null where the article was revised or withdrawn, and none of its reports stands. */
  readonly report_id: string | null;
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
  /** The rows of a workspace whose column holds one of the values; with `first`, at most so many of each value, by `seq`. */
  load(
    table: ViewTable,
    workspace: string,
    column: string,
    values: readonly string[],
    first?: number,
  ): Promise<Row[]>;
  /** Marks rows of the articles or reports that were recorded before; of several retirements the first counts. */
  retire(table: ViewTable, retirements: readonly Retirement[]): Promise<void>;
}

/** What an erasure may do beside: a fold itself takes no row out. */
export interface ForgettingWriter extends ViewWriter {
  /** Takes out the rows of a workspace whose column holds one of the values. */
  remove(table: ViewTable, workspace: string, column: string, values: readonly string[]): Promise<void>;
}
