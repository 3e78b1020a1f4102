import type { Pool, PoolClient } from 'pg';
import { upcasterChains, type UpcasterChains } from '#domain';
import { inTransaction, leaseSettings, type LeaseSettings } from '#platform';
import { RebuildCancelled } from '../errors.js';
import { unparkUpTo } from '../parked/parked-events.js';
import type { Projection } from '../projection.js';
import { ERASURE_TYPE } from '../reports/erasures.js';
import { moveCheckpoint, readCheckpoint } from '../runner/checkpoint.js';
import { fenceVersion, type Lease } from '../runner/lease.js';
import { dropVersion } from '../runner/view-versions.js';
import type { FilledPage } from '../writing/filled-page.js';
import { keyTables } from './key-tables.js';
import { LogPages, type LogPage, type LogPart } from './log-pages.js';
import { PageWriter } from './page-writer.js';
import { LeaseLost } from './rebuild-ends.js';
import type { RebuildOptions } from './rebuild-options.js';
import { RebuildPace } from './rebuild-pace.js';
import { readRequest, saveProgress } from './rebuild-state.js';
import { SqlFill } from './sql-fill.js';

const DEFAULT_BATCH_SIZE = 5_000;
/** Positions of the log that statements write at once. */
const DEFAULT_RANGE_SIZE = 20_000;
/** How soon a paused rebuild hears that it may go on. */
const PAUSED_LOOK_MS = 250;

/** One process's work on the version that a rebuild fills. */
export class RebuildRun {
  private readonly projection: Projection;
  private readonly pool: Pool;
  private readonly chains: UpcasterChains;
  private readonly leaseSettings: LeaseSettings;
  private readonly pace = new RebuildPace();
  private readonly writer: PageWriter;

  private constructor(
    private readonly options: RebuildOptions,
    private readonly lease: Lease,
    private readonly version: number,
    private readonly signal: AbortSignal,
    private readonly workspaces: readonly string[],
  ) {
    this.projection = options.projection;
    this.pool = options.pool;
    this.chains = options.chains ?? upcasterChains;
    this.leaseSettings = leaseSettings(options.lease);
    this.writer = new PageWriter({
      ...{ projection: this.projection, pool: this.pool, chains: this.chains, version, signal },
      idleTimeoutMs: this.leaseSettings.milliseconds,
      advance: (client, workspace, part) => this.advance(client, workspace, part),
    });
  }

  static async begin(
    options: RebuildOptions,
    lease: Lease,
    version: number,
    signal: AbortSignal,
  ): Promise<RebuildRun> {
    const { pool, projection, workspaces } = options;
    const { rows } = await pool.query<{ workspace: string }>(
      `SELECT workspace FROM views.checkpoint WHERE view = $1 UNION SELECT unnest($2::text[]) ORDER BY workspace`,
      [projection.name, workspaces],
    );
    const all = rows.map(({ workspace }) => workspace);
    await inTransaction(pool, (client) => fenceVersion(client, lease, version, all));
    return new RebuildRun(options, lease, version, signal, all);
  }

  /** Copies the log into tables without indexes, then builds those. */
  async fill(): Promise<void> {
    this.writer.keyed = await this.isKeyed();
    if (this.writer.keyed) return;
    for (const workspace of this.workspaces) await this.fillInSql(workspace);
    await this.level();
    await inTransaction(this.pool, (client) => keyTables(client, this.projection, this.version));
    this.writer.keyed = true;
  }

  /** Applies what the log holds now, each page in a transaction of its own or all in the client's. */
  async level(client?: PoolClient): Promise<void> {
    for (const workspace of this.workspaces) {
      const key = { view: this.projection.name, version: this.version, workspace };
      const pages = this.pages(workspace).after(await readCheckpoint(client ?? this.pool, key));
      if (client) for await (const page of pages) await this.writer.write(client, workspace, page);
      else await this.levelAhead(workspace, pages);
    }
  }

  /** The long part of the log, by statements where the view has them. */
  private async fillInSql(workspace: string): Promise<void> {
    const { pool, projection, chains, version, signal } = this;
    if (!projection.inSql) return;
    const { reader, logger, batchSize: size = DEFAULT_RANGE_SIZE } = this.options;
    const fill = new SqlFill({
      ...{ pool, projection, chains, version, signal, workspace, size, logger, form: projection.inSql },
      idleTimeoutMs: this.leaseSettings.milliseconds,
      obey: () => this.obey(),
      advance: (client, part) => this.advance(client, workspace, part),
      report: (part) => this.report(workspace, part),
      fold: (part) => this.levelAhead(workspace, this.pages(workspace).part(part)),
    });
    for (;;) {
      const from = await readCheckpoint(pool, { view: projection.name, version, workspace });
      const head = await reader.head(workspace);
      if (from >= head) return;
      await fill.run(from, head);
    }
  }

  private pages(workspace: string): LogPages {
    const { reader, batchSize = DEFAULT_BATCH_SIZE } = this.options;
    return new LogPages(reader, workspace, batchSize, this.unwantedTypes());
  }

  /** While one page is written, the next is folded and the one after it read. */
  private async levelAhead(workspace: string, pages: AsyncIterable<LogPage>): Promise<void> {
    let writing = Promise.resolve();
    try {
      for await (const page of pages) {
        await this.obey();
        const folded = this.writer.canFoldAhead
          ? await this.writer.fold(workspace, page).catch(() => this.writer.forgetFold())
          : null;
        await writing;
        this.signal.throwIfAborted();
        writing = this.write(workspace, page, folded);
        // Its failure is met when it is awaited, after the next page is folded.
        writing.catch(() => undefined);
      }
    } finally {
      await writing;
    }
  }

  private async write(workspace: string, page: LogPage, folded: FilledPage | null): Promise<void> {
    await this.writer.apply(workspace, page, folded);
    this.report(workspace, page);
  }

  private unwantedTypes(): string[] {
    const wanted: readonly string[] = this.projection.types;
    return this.chains.types.filter((type) => type !== ERASURE_TYPE && !wanted.includes(type));
  }

  /** Moves the checkpoint over what the transaction writes. */
  private async advance(client: PoolClient, workspace: string, part: LogPart): Promise<void> {
    const { name } = this.projection;
    const key = { view: name, version: this.version, workspace };
    if (!(await moveCheckpoint(client, key, part.from, part.to, this.lease.epoch))) throw new LeaseLost();
    await unparkUpTo(client, key, part.to);
    await saveProgress(client, name, this.version, this.pace.at(workspace, part));
  }

  /** Waits while another process wants a pause; drops the version where it wants it cancelled. */
  private async obey(): Promise<void> {
    const { name } = this.projection;
    for (;;) {
      const request = await readRequest(this.pool, name, this.version);
      if (request === null) return;
      if (request === 'cancel') {
        await inTransaction(this.pool, (client) => dropVersion(client, this.projection, this.version));
        throw new RebuildCancelled(name);
      }
      await this.leaseSettings.wait(PAUSED_LOOK_MS, this.signal);
      this.signal.throwIfAborted();
    }
  }

  private report(workspace: string, part: LogPart): void {
    this.pace.count(part);
    const { applied, head, rate } = this.pace.at(workspace, part);
    this.options.onProgress?.({ view: this.projection.name, version: this.version, applied, head, rate });
  }

  private async isKeyed(): Promise<boolean> {
    const { rows } = await this.pool.query<{ phase: string }>(
      'SELECT phase FROM views.view_version WHERE view = $1 AND version = $2',
      [this.projection.name, this.version],
    );
    return rows[0]?.phase === 'keyed';
  }
}
