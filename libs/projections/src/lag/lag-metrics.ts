import type { Pool, QueryResultRow } from 'pg';
import type { EventReader } from '#event-store';
import { Gauge, type Registry } from '#platform';
import { readLag, type ViewLag } from './read-lag.js';

export interface LagSource {
  readonly pool: Pool;
  readonly reader: EventReader;
  readonly workspace: string;
}

/** Gauges of each view's lag, read from the database when they are asked for; a database that does not answer leaves them out. */
export function registerLagMetrics(registry: Registry, { pool, reader, workspace }: LagSource): void {
  const select = async <T extends QueryResultRow>(sql: string, values: readonly unknown[]): Promise<T[]> =>
    (await pool.query<T>(sql, [...values])).rows;
  // One reading serves the three gauges of a scrape.
  let reading: Promise<readonly ViewLag[]> | undefined;
  const lags = (): Promise<readonly ViewLag[]> =>
    (reading ??= readLag(select, reader, workspace)
      .catch(() => [])
      .finally(() => (reading = undefined)));
  const gauge = (name: string, help: string, valueOf: (lag: ViewLag) => number) =>
    new Gauge({
      name,
      help,
      labelNames: ['view', 'workspace'],
      registers: [registry],
      async collect() {
        const current = await lags();
        this.reset();
        for (const lag of current) this.set({ view: lag.view, workspace }, valueOf(lag));
      },
    });
  gauge(
    'claimtrail_view_lag_events',
    'Events of the log that a view does not show yet.',
    ({ events }) => events,
  );
  gauge(
    'claimtrail_view_lag_seconds',
    'Age of the oldest event that a view does not show yet, in seconds.',
    ({ seconds }) => seconds,
  );
  gauge(
    'claimtrail_view_parked_events',
    'Events that a view could not fold, or that wait behind one.',
    ({ parked }) => parked,
  );
}
