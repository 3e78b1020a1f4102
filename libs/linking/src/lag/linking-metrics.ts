import type { Pool } from 'pg';
import type { EventReader } from '#event-store';
import { Gauge, type Registry } from '#platform';

export interface LinkingSource {
  readonly pool: Pool;
  readonly reader: EventReader;
  readonly workspace: string;
}

/** How far each process that decides is behind the log; a database that does not answer leaves it out. */
export function registerLinkingMetrics(registry: Registry, { pool, reader, workspace }: LinkingSource): void {
  new Gauge({
    name: 'claimtrail_linking_lag_events',
    help: 'Events of the log that a process has not decided on yet.',
    labelNames: ['process', 'workspace'],
    registers: [registry],
    async collect() {
      this.reset();
      const behind = await lagOf(pool, reader, workspace).catch(() => []);
      for (const { process, events } of behind) this.set({ process, workspace }, events);
    },
  });
}

async function lagOf(pool: Pool, reader: EventReader, workspace: string) {
  const { rows } = await pool.query<{ process: string; seq: bigint }>(
    'SELECT process, seq FROM linking.process WHERE workspace = $1',
    [workspace],
  );
  const head = await reader.head(workspace);
  return rows.map(({ process, seq }) => ({ process, events: Number(head > seq ? head - seq : 0n) }));
}
