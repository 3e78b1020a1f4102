import type { Pool } from 'pg';
import { FailuresInARow, type Logger } from '#platform';
import { LogGap } from '../errors.js';
import { newestCheckpoint, writeSeal } from './checkpoints.js';
import type { Digest } from './digest.js';
import { TILE_WIDTH, TreeBuilder, type Tile } from './merkle-tree.js';
import { readLeafHashes, type LeafHashes } from './read-leaves.js';
import { SealedTree } from './sealed-tree.js';
import { checkpointText, type NoteSigner } from './signed-note.js';

export interface SealerOptions {
  readonly workspace: string;
  readonly pools: { readonly reader: Pool; readonly writer: Pool };
  readonly signer: NoteSigner;
  readonly logger: Logger;
  /** Resolves after the milliseconds or, without an error, when the signal aborts. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Told each time that everything in the log is sealed. */
  readonly onLevel?: () => void;
  /** Events a checkpoint at most, and so what is in memory at a time. */
  readonly batchSize?: number;
  /** Milliseconds between looks at a log that does not grow. */
  readonly pollMs?: number;
}

const BATCH = 4_096;
const POLL_MS = 200;
const AFTER_FAILURE_MS = 1_000;

/**
 * Extends the Merkle tree over a workspace's log behind its appends, which do no hash work, and signs a checkpoint after
 * each step. Any number of them may run on one log: the database takes one step from each size, and whoever came too
 * late goes on from there. Measured: it keeps up with bulk loads (docs/proof.md).
 */
export class Sealer {
  private readonly stopping = new AbortController();
  private readonly batchSize: number;
  private tree: TreeBuilder | null = null;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly options: SealerOptions) {
    this.batchSize = options.batchSize ?? BATCH;
  }

  start(): void {
    this.running = this.run();
  }

  /** Ends after the step that is being written. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Seals what is in the log now and gives the number of events that are sealed. */
  async sealAll(): Promise<number> {
    let tree = (this.tree ??= await this.load());
    let next = this.read(tree.size);
    for (let leaves = await next; leaves; leaves = await next) {
      // Read while this batch is hashed and written: the server works while we do.
      const count = leaves.hashes.length;
      next = count < this.batchSize ? Promise.resolve(null) : this.read(tree.size + count);
      // Its error is met at the await above; without this, a failure in between would end the process.
      next.catch(() => undefined);
      if (await this.seal(tree, leaves)) continue;
      tree = this.tree = await this.load();
      next = this.read(tree.size);
    }
    return tree.size;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    const { logger, workspace, pause, onLevel, pollMs = POLL_MS } = this.options;
    const failures = new FailuresInARow();
    while (!signal.aborted) {
      try {
        await this.sealAll();
        failures.end();
        onLevel?.();
        await pause(pollMs, signal);
      } catch (error) {
        this.tree = null;
        if (failures.add(error).isNews)
          logger.error(
            { err: error, workspace },
            'The log could not be sealed; trying again each second until it can',
          );
        await pause(AFTER_FAILURE_MS, signal);
      }
    }
  }

  private async load(): Promise<TreeBuilder> {
    const { pools, workspace } = this.options;
    const size = (await newestCheckpoint(pools.reader, workspace))?.size ?? 0;
    return new TreeBuilder(size, await new SealedTree(pools.reader, workspace, size).edge());
  }

  private read(afterSeq: number): Promise<LeafHashes | null> {
    return readLeafHashes(this.options.pools.reader, this.options.workspace, afterSeq, this.batchSize);
  }

  private seal(tree: TreeBuilder, leaves: LeafHashes): Promise<boolean> {
    const { workspace, signer, pools } = this.options;
    const previousSize = tree.size;
    const tiles = appendLeaves(tree, workspace, leaves);
    const root = tree.root();
    return writeSeal(pools.writer, {
      workspace,
      previousSize,
      size: tree.size,
      root,
      note: signer.sign(checkpointText(signer.name, tree.size, root)),
      tail: newTail(tree, previousSize),
      tiles,
    });
  }
}

function appendLeaves(tree: TreeBuilder, workspace: string, leaves: LeafHashes): Tile[] {
  const { firstSeq, lastSeq, hashes } = leaves;
  const isDense = firstSeq === tree.size + 1 && lastSeq === tree.size + hashes.length;
  if (!isDense) throw new LogGap(workspace, BigInt(tree.size + hashes.length), BigInt(lastSeq));
  return hashes.flatMap((hash) => tree.append(hash));
}

function newTail({ size, lastLeaves }: TreeBuilder, previousSize: number): readonly Digest[] {
  const tileStart = size - (size % TILE_WIDTH);
  return lastLeaves.slice(Math.max(previousSize - tileStart, 0));
}
