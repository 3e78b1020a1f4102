import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import type { UpcasterChains } from '#domain';
import type { StoredEvent } from '#event-store';
import { endWhenIdle, inTransaction } from '#platform';
import { RebuildStopped } from '../errors.js';
import { parkEvents } from '../parked/parked-events.js';
import { skippedSeqs } from '../parked/skipped-events.js';
import type { Projection } from '../projection.js';
import { applyAroundFailures, foldable } from '../runner/isolate-failures.js';
import { isPassingTrouble } from '../runner/passing-trouble.js';
import { FilledPage, SentKeys } from '../writing/filled-page.js';
import { LiveWriter } from '../writing/live-writer.js';
import { forgetErased, holdsErased } from '../writing/forget-erased.js';
import { erasuresIn, withoutErased, type Erasure } from '../reports/erasures.js';
import type { LogPage, LogPart } from './log-pages.js';
import { FilledWithErased, isOurs } from './rebuild-ends.js';

/** Events folded before the connection is looked after again: it sends the page before meanwhile. */
const FOLDED_AT_ONCE = 250;

export interface PageWriterOptions {
  readonly projection: Projection;
  readonly pool: Pool;
  readonly chains: UpcasterChains;
  readonly version: number;
  readonly idleTimeoutMs: number;
  readonly signal: AbortSignal;
  /** Moves the checkpoint over what the transaction writes. */
  readonly advance: (client: PoolClient, workspace: string, part: LogPart) => Promise<void>;
}

/** Brings pages of the log into the tables of the version that a rebuild fills. */
export class PageWriter {
  /** Whether its tables have their keys by now; until then a page is copied into them. */
  keyed = false;
  private readonly sent = new SentKeys();

  constructor(private readonly options: PageWriterOptions) {}

  get canFoldAhead(): boolean {
    return !this.keyed && FilledPage.canHold(this.options.projection.tables);
  }

  /** Folds a page without a connection. */
  async fold(workspace: string, page: LogPage): Promise<FilledPage> {
    const filled = new FilledPage(this.options.version, this.sent);
    const events = await this.foldable(this.options.pool, workspace, page);
    for (let n = 0; n < events.length; n += FOLDED_AT_ONCE) {
      await this.options.projection.apply(events.slice(n, n + FOLDED_AT_ONCE), filled);
      await nextTurn();
    }
    return filled;
  }

  /** A page that cannot be folded is folded again when the pages before are written: its transaction finds the event. */
  forgetFold(): null {
    this.sent.forget();
    return null;
  }

  /**
   * Writes a page in a transaction of its own, folded before or not.
   * @throws {RebuildStopped} an event of it cannot be folded; it is parked, and none of the page is written
   */
  async apply(workspace: string, page: LogPage, folded: FilledPage | null): Promise<void> {
    try {
      await inTransaction(this.options.pool, async (client) => {
        await endWhenIdle(client, this.options.idleTimeoutMs);
        // A crash of the server may lose the last pages, rows and checkpoint together; the build of the indexes is durable again.
        await client.query('SET LOCAL synchronous_commit = off');
        await this.write(client, workspace, page, folded);
      });
    } catch (error) {
      this.sent.forget();
      if (isPassingTrouble(error) || this.options.signal.aborted || isOurs(error)) throw error;
      await this.stopAtFailure(workspace, page);
      throw error;
    }
  }

  /** Writes a page in the transaction of `client`. */
  async write(
    client: PoolClient,
    workspace: string,
    page: LogPage,
    folded: FilledPage | null = null,
  ): Promise<void> {
    await this.options.advance(client, workspace, page);
    await this.forget(client, workspace, erasuresIn(page.events));
    if (folded) await folded.send(client);
    else await this.applyAtOnce(client, await this.foldable(client, workspace, page));
  }

  private async applyAtOnce(client: PoolClient, events: readonly StoredEvent[]): Promise<void> {
    const live = new LiveWriter(client, this.options.version);
    if (events.length === 0) return;
    if (this.keyed) return this.options.projection.apply(events, live);
    const filled = new FilledPage(this.options.version, this.sent, live);
    await this.options.projection.apply(events, filled);
    await filled.send(client);
  }

  /**
   * What was read before it was erased goes again. Tables that have no keys yet, and shared rows that are not sent a second time, are
   * filled anew instead: this is rare, and reads no erased word.
   */
  private async forget(client: PoolClient, workspace: string, erasures: readonly Erasure[]): Promise<void> {
    if (erasures.length === 0) return;
    const { projection, version } = this.options;
    const { codeVersion } = projection;
    if (this.keyed) await forgetErased(client, projection, { version, codeVersion }, workspace, erasures);
    else if (await holdsErased(client, projection, version, workspace, erasures))
      throw new FilledWithErased();
  }

  /** The events of a page that the view folds, in their current form and without those skipped. */
  private async foldable(db: Pool | PoolClient, workspace: string, page: LogPage): Promise<StoredEvent[]> {
    return withoutErased(await this.unskipped(db, workspace, page))
      .map((event) => foldable({ projection: this.options.projection, chains: this.options.chains }, event))
      .filter((event) => event !== null);
  }

  private async unskipped(
    db: Pool | PoolClient,
    workspace: string,
    { from, to, events }: LogPage,
  ): Promise<readonly StoredEvent[]> {
    const skipped = await skippedSeqs(db, this.options.projection, workspace, from, to);
    return skipped.size === 0 ? events : events.filter(({ seq }) => !skipped.has(seq));
  }

  /** Finds the first event of the page that cannot be folded, in a transaction that is given up, and says so. */
  private async stopAtFailure(workspace: string, page: LogPage): Promise<void> {
    const client = await this.options.pool.connect();
    try {
      await client.query('BEGIN');
      const leftOut = await applyAroundFailures(
        {
          projection: { ...this.options.projection, apply: (batch) => this.applyAtOnce(client, batch) },
          chains: this.options.chains,
          client,
          view: new LiveWriter(client, this.options.version),
          parked: new Set(),
          undone: () => this.sent.forget(),
        },
        await this.unskipped(client, workspace, page),
      );
      await client.query('ROLLBACK');
      const stop = leftOut.find(({ failure }) => failure !== null);
      if (!stop?.failure) return;
      const { name } = this.options.projection;
      await parkEvents(client, { view: name, version: this.options.version, workspace }, [stop]);
      const { seq, stream, type } = stop.event;
      throw new RebuildStopped(name, this.options.version, seq, stream, type, stop.failure);
    } finally {
      this.sent.forget();
      await client.query('ROLLBACK');
      client.release();
    }
  }
}
