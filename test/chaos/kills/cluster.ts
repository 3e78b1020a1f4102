import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#platform';
import { makeScratchFolder, removeScratchFolder } from '../../support/embedded-user.js';
import { silent } from '../chaos-database.js';
import { until } from '../scenario.js';

/** A server of its own that is killed and started again on the same files and the same port. */
export class Cluster {
  private readonly starts: EmbeddedPostgres[] = [];

  private constructor(private readonly folder: string) {}

  static async start(): Promise<Cluster> {
    const cluster = new Cluster(makeScratchFolder());
    await cluster.startAgain();
    return cluster;
  }

  get url(): string {
    return this.starts[0]?.url ?? '';
  }

  /** Milliseconds until it answers again. */
  async startAgain(): Promise<number> {
    const began = performance.now();
    this.starts.push(await startEmbeddedPostgres(join(this.folder, 'data'), silent));
    if (this.starts.at(-1)?.url !== this.url)
      throw new Error('The server came back on another port: something took the old one. Run this again.');
    return performance.now() - began;
  }

  get postmaster(): number {
    return Number(readFileSync(this.file('postmaster.pid'), 'utf8').split('\n')[0]);
  }

  killPostmaster(): void {
    process.kill(this.postmaster, 'SIGKILL');
  }

  /** Every process of the server at once, as when the power of the process table fails: nothing is written on the way. */
  async killAll(): Promise<void> {
    const { postmaster } = this;
    const pids = await this.processes();
    for (const pid of [postmaster, ...pids]) killIfThere(pid, 'SIGKILL');
    await until('all processes of the server end', () => ![postmaster, ...pids].some(isThere));
  }

  /** The server's own processes of these kinds (pg_stat_activity.backend_type); all where none is named. */
  async processes(...types: readonly string[]): Promise<number[]> {
    const client = new pg.Client(this.url);
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND (cardinality($1::text[]) = 0 OR backend_type = ANY ($1)) ORDER BY pid`,
      [types],
    );
    await client.end();
    return rows.map(({ pid }) => pid);
  }

  /** A file of the server's folder. */
  file(path: string): string {
    return join(this.folder, 'data/postgres', path);
  }

  /** As at the end of a program: everything is on disk. */
  async stop(): Promise<void> {
    for (const start of this.starts) await start.close();
  }

  async remove(): Promise<void> {
    await this.stop();
    await removeScratchFolder(this.folder);
  }
}

function killIfThere(pid: number, signal: NodeJS.Signals): void {
  if (isThere(pid)) process.kill(pid, signal);
}

function isThere(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.[0] !== 'Z';
  } catch {
    return false;
  }
}
