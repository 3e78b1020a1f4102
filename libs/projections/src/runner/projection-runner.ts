import type { Pool } from 'pg';
import { upcasterChains, type UpcasterChains } from '#domain';
import type { EventReader, StoredEvent } from '#event-store';
import {
  endWhenIdle,
  FailuresInARow,
  holdLease,
  inTransaction,
  leaseSettings,
  type LeaseSettings,
  type Logger,
} from '#platform';
import { ViewOfOtherCode } from '../errors.js';
import type { Projection } from '../projection.js';
import { applyLive } from './apply-live.js';
import { moveCheckpoint, readCheckpoint } from './checkpoint.js';
import { heldLease, takeLease, waitForLease, type Lease } from './lease.js';
import { liveVersion } from './view-versions.js';

const DEFAULT_BATCH_SIZE = 2_000;

/** Another runner, or a switch of versions, moved the checkpoint: not an error, start again from where it stands now. */
class CheckpointMoved extends Error {}

export interface RunnerOptions {
  readonly projection: Projection;
  readonly reader: EventReader;
  readonly pool: Pool;
  readonly workspace: string;
  readonly logger: Logger;
  /** Events folded and committed together. */
  readonly batchSize?: number;
  /** Waits between retries; injected so that tests need not. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly lease?: Partial<LeaseSettings>;
  /** How old events are lifted to their current form. */
  readonly chains?: UpcasterChains;
}

/** Keeps one view's live version level with the log, as one of any number of runners of which one has the lease. */
export class ProjectionRunner {
  private readonly failures = new FailuresInARow();
  private readonly batchSize: number;
  private readonly chains: UpcasterChains;
  private readonly lease: LeaseSettings;

  constructor(private readonly options: RunnerOptions) {
    this.batchSize = options.batchSize ?? DEFAULT_BATCH_SIZE;
    this.chains = options.chains ?? upcasterChains;
    this.lease = leaseSettings(options.lease);
  }

  /** The last failure in a row; zero while all is well. */
  get failuresInARow(): number {
    return this.failures.count;
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.lead(signal);
      } catch (error) {
        await this.reportAndPause(error, signal);
      }
    }
  }

  /** Brings the view up to the head that the log has now, then returns. Holds no lease: the position keeps it from counting twice. */
  async catchUp(): Promise<void> {
    const { reader, workspace } = this.options;
    for (;;) {
      const position = await this.position();
      const batch = await reader.readAll(workspace, { afterSeq: position, limit: this.batchSize });
      if (batch.length === 0) return;
      await this.apply(batch, position, null).catch((error: unknown) => {
        if (!(error instanceof CheckpointMoved)) throw error;
      });
    }
  }

  /** Follows the log for as long as the lease is ours; where it is another's, waits a little. */
  private async lead(signal: AbortSignal): Promise<void> {
    const { projection, pool, workspace, logger } = this.options;
    const { holder, milliseconds, wait } = this.lease;
    const key = { view: projection.name, workspace, purpose: 'follow' } as const;
    const answer = await takeLease(pool, key, holder, milliseconds);
    if (!answer.lease) return wait(waitForLease(answer.freeIn), signal);
    const { lease } = answer;
    const held = heldLease(pool, lease, milliseconds);
    await holdLease(held, this.lease, logger, signal, async (ours) => {
      while (!ours.aborted) {
        try {
          await this.follow(lease, ours);
        } catch (error) {
          if (!(error instanceof CheckpointMoved)) throw error;
          if (!(await this.stillOurs(lease))) return;
        }
      }
    });
  }

  private async stillOurs({ view, workspace, purpose, epoch }: Lease): Promise<boolean> {
    const { rowCount } = await this.options.pool.query(
      'SELECT FROM views.lease WHERE view = $1 AND workspace = $2 AND purpose = $3 AND epoch = $4',
      [view, workspace, purpose, epoch.toString()],
    );
    return rowCount === 1;
  }

  private async follow(lease: Lease, signal: AbortSignal): Promise<void> {
    const { reader, workspace } = this.options;
    let position = await this.position();
    for await (const batch of reader.subscribe(workspace, {
      afterSeq: position,
      batchSize: this.batchSize,
      signal,
    })) {
      position = await this.apply(batch, position, lease);
      this.failures.end();
    }
  }

  private async position(): Promise<bigint> {
    const { projection, pool, workspace } = this.options;
    const live = await liveVersion(pool, projection.name);
    return live ? readCheckpoint(pool, { view: projection.name, version: live.version, workspace }) : 0n;
  }

  private async apply(batch: readonly StoredEvent[], from: bigint, lease: Lease | null): Promise<bigint> {
    const { projection, pool, workspace, logger } = this.options;
    const to = batch.at(-1)?.seq ?? from;
    const failed = await inTransaction(pool, async (client) => {
      if (lease) await endWhenIdle(client, this.lease.milliseconds);
      const live = await liveVersion(client, projection.name, 'FOR SHARE');
      if (!live) throw new Error(`The view ${projection.name} is not registered.`);
      if (live.codeVersion !== projection.codeVersion)
        throw new ViewOfOtherCode(projection.name, live.codeVersion, projection.codeVersion);
      const key = { view: projection.name, version: live.version, workspace };
      if (!(await moveCheckpoint(client, key, from, to, lease?.epoch))) throw new CheckpointMoved();
      return applyLive(client, { projection, chains: this.chains }, key, batch);
    });
    for (const { event, failure } of failed) {
      const { seq, stream, type } = event;
      logger.error(
        { err: failure, view: projection.name, seq: seq.toString(), stream, type },
        'An event was parked: its stream waits, the others go on. See "claimtrail parked list"',
      );
    }
    return to;
  }

  private async reportAndPause(error: unknown, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const { projection, logger, pause } = this.options;
    const { retryInMs, isNews } = this.failures.add(error);
    if (isNews)
      logger.error(
        { err: error, view: projection.name, retryInMs },
        'A view stopped; nothing of its batch was written. It is tried again until it goes on',
      );
    await pause(retryInMs, signal);
  }
}
