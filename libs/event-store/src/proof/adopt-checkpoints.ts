import type { ClientBase } from 'pg';
import { AdoptedRootDiffers, LogGap } from '../errors.js';
import { toEventStoreError } from '../postgres-error.js';
import { newestCheckpoint, sealValues, type Seal } from './checkpoints.js';
import { fromBase64, type Digest } from './digest.js';
import { TreeBuilder, TILE_WIDTH, type Tile } from './merkle-tree.js';
import { readLeafHashes } from './read-leaves.js';
import { SealedTree } from './sealed-tree.js';
import type { Pool } from 'pg';

export interface CheckpointsToAdopt {
  readonly workspace: string;
  readonly reader: Pool;
  /** A connection that acts as the owner of the log. */
  readonly owner: ClientBase;
  /** Signed notes of the log as it was elsewhere, by ascending size; their signatures are the caller's to check. */
  readonly notes: readonly string[];
  readonly onProgress?: (events: number) => void;
}

const BATCH = 8_192;

const EXTEND_TREE = {
  name: 'event_store.extend_tree',
  text: 'SELECT event_store.extend_tree($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
};

/**
 * Builds the tree of a log that came from elsewhere, from the rows as they stand in this database, and keeps the
 * checkpoints that were signed over it there: the log goes on proving what it proved. Goes on where it was interrupted.
 * Gives the number of events that the newest covers.
 * @throws {AdoptedRootDiffers} the rows are not those that were signed
 */
export async function adoptCheckpoints(options: CheckpointsToAdopt): Promise<number> {
  const { workspace, reader, notes } = options;
  const size = (await newestCheckpoint(reader, workspace))?.size ?? 0;
  const tree = new TreeBuilder(size, await new SealedTree(reader, workspace, size).edge());
  for (const note of notes) {
    const signed = readNote(note);
    if (signed.size > tree.size) await adopt(tree, note, signed, options);
  }
  return tree.size;
}

async function adopt(
  tree: TreeBuilder,
  note: string,
  signed: { readonly size: number; readonly root: Digest },
  { workspace, reader, owner, onProgress }: CheckpointsToAdopt,
): Promise<void> {
  const previousSize = tree.size;
  const tiles: Tile[] = [];
  while (tree.size < signed.size) {
    const from = tree.size;
    const leaves = await readLeafHashes(reader, workspace, from, Math.min(BATCH, signed.size - from));
    if (!leaves) throw new AdoptedRootDiffers(workspace, signed.size);
    if (leaves.firstSeq !== from + 1 || leaves.lastSeq !== from + leaves.hashes.length) {
      throw new LogGap(workspace, BigInt(from + 1), BigInt(leaves.firstSeq));
    }
    for (const hash of leaves.hashes) tiles.push(...tree.append(hash));
    onProgress?.(tree.size);
  }
  const root = tree.root();
  if (root !== signed.root) throw new AdoptedRootDiffers(workspace, signed.size);
  const tailStart = Math.max(previousSize - (tree.size - (tree.size % TILE_WIDTH)), 0);
  await writeAdopted(owner, {
    workspace,
    previousSize,
    size: tree.size,
    root,
    note,
    tail: tree.lastLeaves.slice(tailStart),
    tiles,
  });
}

async function writeAdopted(owner: ClientBase, seal: Seal): Promise<void> {
  try {
    await owner.query({ ...EXTEND_TREE, values: sealValues(seal) });
  } catch (error) {
    throw toEventStoreError(error);
  }
}

/** C2SP tlog-checkpoint: the second line is the size, the third the root. */
function readNote(note: string): { size: number; root: Digest } {
  const [, size = '', root = ''] = note.split('\n');
  return { size: Number(size), root: fromBase64(root) };
}
