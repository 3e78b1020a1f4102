import type { Pool, PoolClient } from 'pg';
import type { EventReader } from '#event-store';
import type { Projection } from '../projection.js';
import { moveCheckpoint, readCheckpoint, type CheckpointKey } from './checkpoint.js';
import { inTransaction } from './transaction.js';
import { liveVersion, switchVersion, versionToBuild } from './view-versions.js';

const DEFAULT_BATCH_SIZE = 5_000;

export interface RebuildProgress {
  readonly view: string;
  readonly version: number;
  readonly applied: bigint;
  readonly head: bigint;
}

export interface RebuildOptions {
  readonly projection: Projection;
  readonly reader: EventReader;
  readonly pool: Pool;
  readonly workspaces: readonly string[];
  /** Events folded and committed together. */
  readonly batchSize?: number;
  readonly onProgress?: (progress: RebuildProgress) => void;
  readonly signal?: AbortSignal;
}

export interface RebuildResult {
  readonly version: number;
  /** True where an interrupted rebuild was taken up again. */
  readonly resumed: boolean;
}

/**
 * Fills a new version of a view from the first event on, while the old one answers, then switches in one transaction.
 * Killed half-way, it leaves the old version live and goes on from its checkpoint when called again.
 */
export async function rebuildView(options: RebuildOptions): Promise<RebuildResult> {
  const { projection, pool, workspaces, signal } = options;
  const { version, resumed } = await versionToBuild(pool, projection);
  for (const workspace of workspaces) {
    while (
      await inTransaction(pool, (client) =>
        applyNextBatch(client, options, { view: projection.name, version, workspace }),
      )
    ) {
      signal?.throwIfAborted();
    }
  }
  await inTransaction(pool, async (client) => {
    // Holds the live runner off: what it wrote until now is caught up with here, so no reader sees the view go back.
    await liveVersion(client, projection.name, 'FOR UPDATE');
    for (const workspace of workspaces) {
      const key = { view: projection.name, version, workspace };
      while (await applyNextBatch(client, options, key));
    }
    await switchVersion(client, projection, version);
  });
  return { version, resumed };
}

/** True while there may be more to apply. */
async function applyNextBatch(
  client: PoolClient,
  options: RebuildOptions,
  key: CheckpointKey,
): Promise<boolean> {
  const { projection, reader, onProgress, batchSize = DEFAULT_BATCH_SIZE } = options;
  const from = await readCheckpoint(client, key);
  const batch = await reader.readAll(key.workspace, { afterSeq: from, limit: batchSize });
  const last = batch.at(-1);
  if (!last) return false;
  if (!(await moveCheckpoint(client, key, from, last.seq))) return true;
  await projection.apply(batch, client, key.version);
  onProgress?.({
    view: projection.name,
    version: key.version,
    applied: last.seq,
    head: await reader.head(key.workspace),
  });
  return batch.length === batchSize;
}
