import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from './database.js';

export { Counter, Gauge, Histogram, type Registry };

/**
 * A registry with the metrics of the Node process (prom-client's defaults). One a process, handed to whoever has
 * something to count: `new Counter({ name: 'claimtrail_...', help, registers: [registry] })`.
 */
export function createMetrics(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

/** Connections of each pool by state; `waiting` counts callers that no connection is free for. */
export function registerPoolMetrics(
  registry: Registry,
  database: Pick<Database, 'login' | 'writer' | 'reader'>,
): Gauge {
  const { login, writer, reader } = database;
  return new Gauge({
    name: 'claimtrail_database_connections',
    help: 'Database connections of this process by pool (login, writer, reader) and state (idle, busy, waiting).',
    labelNames: ['pool', 'state'],
    registers: [registry],
    collect() {
      for (const [pool, { totalCount, idleCount, waitingCount }] of Object.entries({
        login,
        writer,
        reader,
      })) {
        this.set({ pool, state: 'idle' }, idleCount);
        this.set({ pool, state: 'busy' }, totalCount - idleCount);
        this.set({ pool, state: 'waiting' }, waitingCount);
      }
    },
  });
}
