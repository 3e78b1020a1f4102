import type { Pool } from 'pg';
import type { EventReader, StoredEvent } from '#event-store';
import type { Logger } from '#platform';
import type { Projection } from '../projection.js';
import { moveCheckpoint, readCheckpoint } from './checkpoint.js';
import { inTransaction } from './transaction.js';
import { liveVersion } from './view-versions.js';

const DEFAULT_BATCH_SIZE = 2_000;
const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 10_000;

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
}

/** Keeps one view's live version level with the log until told to stop. */
export class ProjectionRunner {
  private failures = 0;
  private readonly batchSize: number;

  constructor(private readonly options: RunnerOptions) {
    this.batchSize = options.batchSize ?? DEFAULT_BATCH_SIZE;
  }

  /** The last failure in a row; zero while all is well. */
  get failuresInARow(): number {
    return this.failures;
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.follow(signal);
      } catch (error) {
        if (error instanceof CheckpointMoved) continue;
        await this.reportAndPause(error, signal);
      }
    }
  }

  /** Brings the view up to the head that the log has now, then returns. */
  async catchUp(): Promise<void> {
    const { reader, workspace } = this.options;
    for (;;) {
      const position = await this.position();
      const batch = await reader.readAll(workspace, { afterSeq: position, limit: this.batchSize });
      if (batch.length === 0) return;
      await this.apply(batch, position).catch((error: unknown) => {
        if (!(error instanceof CheckpointMoved)) throw error;
      });
    }
  }

  private async follow(signal: AbortSignal): Promise<void> {
    const { reader, workspace } = this.options;
    let position = await this.position();
    for await (const batch of reader.subscribe(workspace, {
      afterSeq: position,
      batchSize: this.batchSize,
      signal,
    })) {
      position = await this.apply(batch, position);
      this.failures = 0;
    }
  }

  private async position(): Promise<bigint> {
    const { projection, pool, workspace } = this.options;
    const live = await liveVersion(pool, projection.name);
    return live ? readCheckpoint(pool, { view: projection.name, version: live.version, workspace }) : 0n;
  }

  private async apply(batch: readonly StoredEvent[], from: bigint): Promise<bigint> {
    const { projection, pool, workspace } = this.options;
    const to = batch.at(-1)?.seq ?? from;
    await inTransaction(pool, async (client) => {
      const live = await liveVersion(client, projection.name, 'FOR SHARE');
      if (!live) throw new Error(`The view ${projection.name} is not registered.`);
      const key = { view: projection.name, version: live.version, workspace };
      if (!(await moveCheckpoint(client, key, from, to))) throw new CheckpointMoved();
      await projection.apply(batch, client, live.version);
    });
    return to;
  }

  private async reportAndPause(error: unknown, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const { projection, logger, pause } = this.options;
    const wait = Math.min(FIRST_RETRY_MS * 2 ** this.failures, LAST_RETRY_MS);
    this.failures += 1;
    logger.error(
      { err: error, view: projection.name, retryInMs: wait },
      'A view stopped; nothing of its batch was written',
    );
    await pause(wait, signal);
  }
}
