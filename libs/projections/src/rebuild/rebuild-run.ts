import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { upcasterChains, type UpcasterChains } from '#domain';
import type { StoredEvent } from '#event-store';
import { endWhenIdle, inTransaction, leaseSettings, type LeaseSettings } from '#platform';
import { RebuildCancelled, RebuildStopped } from '../errors.js';
import { parkEvents, unparkUpTo } from '../parked/parked-events.js';
import { skippedSeqs } from '../parked/skipped-events.js';
import type { Projection } from '../projection.js';
import { moveCheckpoint, readCheckpoint } from '../runner/checkpoint.js';
import { applyAroundFailures, foldable } from '../runner/isolate-failures.js';
import { fenceVersion, type Lease } from '../runner/lease.js';
import { isPassingTrouble } from '../runner/passing-trouble.js';
import { dropVersion } from '../runner/view-versions.js';
import { FilledPage, SentKeys } from '../writing/filled-page.js';
import { LiveWriter } from '../writing/live-writer.js';
import { forgetErased, holdsErased } from '../writing/forget-erased.js';
import { ERASURE_TYPE, erasuresIn, withoutErased, type Erasure } from '../reports/erasures.js';
import { keyTables } from './key-tables.js';
import { LogPages, type LogPage, type LogPart } from './log-pages.js';
import { FilledWithErased, isOurs, LeaseLost } from './rebuild-ends.js';
import { RebuildPace } from './rebuild-pace.js';
import { readRequest, saveProgress } from './rebuild-state.js';
import type { RebuildOptions } from './rebuild-options.js';
import { SqlFill } from './sql-fill.js';

const DEFAULT_BATCH_SIZE = 5_000;
/** Positions of the log that statements write at once. */
const DEFAULT_RANGE_SIZE = 20_000;
/** Events folded before the connection is looked after again: it sends the page before meanwhile. */
const FOLDED_AT_ONCE = 250;
/** How soon a paused rebuild hears that it may go on. */
const PAUSED_LOOK_MS = 250;

/** One process's work on the version that a rebuild fills. */
export class RebuildRun {
  private readonly projection: Projection;
  private readonly pool: Pool;
  private readonly chains: UpcasterChains;
  private readonly leaseSettings: LeaseSettings;
  private readonly pace = new RebuildPace();
  private readonly sent = new SentKeys();
  private keyed = false;

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
    this.keyed = await this.isKeyed();
    if (this.keyed) return;
    for (const workspace of this.workspaces) await this.fillInSql(workspace);
    await this.level();
    await inTransaction(this.pool, (client) => keyTables(client, this.projection, this.version));
    this.keyed = true;
  }

  /** Applies what the log holds now, each page in a transaction of its own or all in the client's. */
  async level(client?: PoolClient): Promise<void> {
    for (const workspace of this.workspaces) {
      const key = { view: this.projection.name, version: this.version, workspace };
      const pages = this.pages(workspace).after(await readCheckpoint(client ?? this.pool, key));
      if (client) for await (const page of pages) await this.write(client, workspace, page);
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
        const folded = this.canFoldAhead
          ? await this.fold(workspace, page).catch(() => this.forgetFold())
          : null;
        await writing;
        this.signal.throwIfAborted();
        writing = this.apply(workspace, page, folded);
        // Its failure is met when it is awaited, after the next page is folded.
        writing.catch(() => undefined);
      }
    } finally {
      await writing;
    }
  }

  private get canFoldAhead(): boolean {
    return !this.keyed && FilledPage.canHold(this.projection.tables);
  }

  private unwantedTypes(): string[] {
    const wanted: readonly string[] = this.projection.types;
    return this.chains.types.filter((type) => type !== ERASURE_TYPE && !wanted.includes(type));
  }

  /** Folds a page without a connection. */
  private async fold(workspace: string, page: LogPage): Promise<FilledPage> {
    const filled = new FilledPage(this.version, this.sent);
    const events = await this.foldable(this.pool, workspace, page);
    for (let n = 0; n < events.length; n += FOLDED_AT_ONCE) {
      await this.projection.apply(events.slice(n, n + FOLDED_AT_ONCE), filled);
      await nextTurn();
    }
    return filled;
  }

  /** A page that cannot be folded is folded again when the pages before are written: its transaction finds the event. */
  private forgetFold(): null {
    this.sent.forget();
    return null;
  }

  private async apply(workspace: string, page: LogPage, folded: FilledPage | null): Promise<void> {
    try {
      await inTransaction(this.pool, async (client) => {
        await endWhenIdle(client, this.leaseSettings.milliseconds);
        // A crash of the server may lose the last pages, rows and checkpoint together; the build of the indexes is durable again.
        await client.query('SET LOCAL synchronous_commit = off');
        await this.write(client, workspace, page, folded);
      });
    } catch (error) {
      this.sent.forget();
      if (isPassingTrouble(error) || this.signal.aborted || isOurs(error)) throw error;
      await this.stopAtFailure(workspace, page);
      throw error;
    }
    this.report(workspace, page);
  }

  private async write(
    client: PoolClient,
    workspace: string,
    page: LogPage,
    folded: FilledPage | null = null,
  ): Promise<void> {
    await this.advance(client, workspace, page);
    await this.forget(client, workspace, erasuresIn(page.events));
    if (folded) await folded.send(client);
    else await this.applyAtOnce(client, await this.foldable(client, workspace, page));
  }

  /** Moves the checkpoint over what the transaction writes. */
  private async advance(client: PoolClient, workspace: string, part: LogPart): Promise<void> {
    const { name } = this.projection;
    const key = { view: name, version: this.version, workspace };
    if (!(await moveCheckpoint(client, key, part.from, part.to, this.lease.epoch))) throw new LeaseLost();
    await unparkUpTo(client, key, part.to);
    await saveProgress(client, name, this.version, this.pace.at(workspace, part));
  }

  private async applyAtOnce(client: PoolClient, events: readonly StoredEvent[]): Promise<void> {
    const live = new LiveWriter(client, this.version);
    if (events.length === 0) return;
    if (this.keyed) return this.projection.apply(events, live);
    const filled = new FilledPage(this.version, this.sent, live);
    await this.projection.apply(events, filled);
    await filled.send(client);
  }

  /**
   * What was read before it was erased goes again. Tables that have no keys yet, and shared rows that are not sent a second time, are
   * filled anew instead: this is rare, and reads no erased word.
   */
  private async forget(client: PoolClient, workspace: string, erasures: readonly Erasure[]): Promise<void> {
    if (erasures.length === 0) return;
    const { projection, version } = this;
    const { codeVersion } = projection;
    if (this.keyed) await forgetErased(client, projection, { version, codeVersion }, workspace, erasures);
    else if (await holdsErased(client, projection, version, workspace, erasures))
      throw new FilledWithErased();
  }

  /** The events of a page that the view folds, in their current form and without those skipped. */
  private async foldable(db: Pool | PoolClient, workspace: string, page: LogPage): Promise<StoredEvent[]> {
    return withoutErased(await this.unskipped(db, workspace, page))
      .map((event) => foldable({ projection: this.projection, chains: this.chains }, event))
      .filter((event) => event !== null);
  }

  private async unskipped(
    db: Pool | PoolClient,
    workspace: string,
    { from, to, events }: LogPage,
  ): Promise<readonly StoredEvent[]> {
    const skipped = await skippedSeqs(db, this.projection, workspace, from, to);
    return skipped.size === 0 ? events : events.filter(({ seq }) => !skipped.has(seq));
  }

  /** Finds the first event of the page that cannot be folded, in a transaction that is given up, and says so. */
  private async stopAtFailure(workspace: string, page: LogPage): Promise<void> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const leftOut = await applyAroundFailures(
        {
          projection: { ...this.projection, apply: (batch) => this.applyAtOnce(client, batch) },
          chains: this.chains,
          client,
          view: new LiveWriter(client, this.version),
          parked: new Set(),
          undone: () => this.sent.forget(),
        },
        await this.unskipped(client, workspace, page),
      );
      await client.query('ROLLBACK');
      const stop = leftOut.find(({ failure }) => failure !== null);
      if (!stop?.failure) return;
      const key = { view: this.projection.name, version: this.version, workspace };
      await parkEvents(client, key, [stop]);
      const { seq, stream, type } = stop.event;
      throw new RebuildStopped(this.projection.name, this.version, seq, stream, type, stop.failure);
    } finally {
      this.sent.forget();
      await client.query('ROLLBACK');
      client.release();
    }
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
