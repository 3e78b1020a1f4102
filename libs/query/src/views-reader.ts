import type { Pool, QueryResultRow } from 'pg';
import { ViewsNotReady, ViewsUnavailable } from './errors.js';

const NOT_REGISTERED = new Set(['42P01', '3F000']);
const TOOK_TOO_LONG = '57014';
/** SQLSTATE classes of lost connections, missing resources and stopping servers, and Node's codes for the same. */
const OUT_OF_REACH = /^(08|53|57)...$|^E(CONN|PIPE|TIMEDOUT|HOST|NET|AI_AGAIN|NOTFOUND)/;

/** Selects from the views as the reader role, which can write nothing. */
export class ViewsReader {
  constructor(private readonly pool: Pool) {}

  /** @throws {ViewsNotReady} @throws {ViewsUnavailable} */
  async select<T extends QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
    try {
      const { rows } = await this.pool.query<T>(sql, [...values]);
      return rows;
    } catch (error) {
      throw explain(error);
    }
  }
}

function explain(error: unknown): unknown {
  const { code = '', message } = error as { code?: string; message: string };
  if (NOT_REGISTERED.has(code)) return new ViewsNotReady();
  if (code === TOOK_TOO_LONG)
    return new ViewsUnavailable('the question took too long and was stopped', error);
  if (OUT_OF_REACH.test(code) || /connection (terminated|error)|timeout/i.test(message)) {
    return new ViewsUnavailable('the database does not answer', error);
  }
  return error;
}
