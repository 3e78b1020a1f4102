import type { Pool, QueryResultRow } from 'pg';
import { ViewsNotReady } from './errors.js';

const UNDEFINED_TABLE = '42P01';
const INVALID_SCHEMA = '3F000';

/** Selects from the views as the reader role, which can write nothing. */
export class ViewsReader {
  constructor(private readonly pool: Pool) {}

  /** @throws {ViewsNotReady} */
  async select<T extends QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
    try {
      const { rows } = await this.pool.query<T>(sql, [...values]);
      return rows;
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === UNDEFINED_TABLE || code === INVALID_SCHEMA) throw new ViewsNotReady();
      throw error;
    }
  }
}
