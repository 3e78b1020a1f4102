import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Database } from '#platform';
import type { Projection } from '#projections';

const BETWEEN_LOOKS_MS = 20;

/** Milliseconds since the epoch at which a reading began and ended. */
type Read = readonly [began: number, ended: number];

/** Reads the live version while a rebuild runs, and looks at the memory of this process. */
export class ViewWatch {
  private readonly reads: number[] = [];
  private readonly switches: number[] = [];
  private peak = 0;

  constructor(
    private readonly database: Database,
    private readonly workspace: string,
  ) {}

  async during(projection: Projection, rebuild: () => Promise<unknown>): Promise<void> {
    const { url } = this.database;
    const [table] = projection.tables;
    const key = table?.primaryKey[1];
    const workerData = { url, view: table?.name, key, workspace: this.workspace };
    const reader = new Worker(join(import.meta.dirname, 'view-reader.mjs'), { workerData });
    await once(reader, 'message');
    const done = new AbortController();
    const looking = this.look(done.signal);
    await rebuild().finally(() => done.abort());
    await looking;
    reader.postMessage('stop');
    const [reads] = (await once(reader, 'message')) as [Read[]];
    const from = await this.switchedAt(projection);
    this.reads.push(...reads.map(lengthOf));
    this.switches.push(...reads.filter(([, ended]) => ended >= from).map(lengthOf));
  }

  tell(): void {
    process.stderr.write(
      `reads meanwhile: ${spread(this.reads)}; from the switch on: ${spread(this.switches)}; ` +
        `peak memory of this process ${Math.round(this.peak / 1024 / 1024)} MB\n`,
    );
  }

  /** When the transaction began that switched. */
  private async switchedAt({ name }: Projection): Promise<number> {
    const { rows } = await this.database.login.query<{ at: Date }>(
      `SELECT updated_at AS at FROM views.view_version WHERE view = $1 AND state = 'live'`,
      [name],
    );
    return rows[0]?.at.getTime() ?? Number.NaN;
  }

  private async look(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      this.peak = Math.max(this.peak, process.memoryUsage.rss());
      await delay(BETWEEN_LOOKS_MS);
    }
  }
}

const lengthOf = ([began, ended]: Read): number => ended - began;

function spread(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
  return `${sorted.length}, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${(sorted.at(-1) ?? 0).toFixed(1)} ms`;
}
