import { GrowingTree, SHA256_BYTES, type Sha256 } from './merkle.js';
import type { SignedCheckpoint } from './signed-note.js';
import { TILE_WIDTH, type LeafCopy, type Witness } from './witness.js';

/** One witness on the way through the log: its next checkpoint, and the last one that the log agreed with. */
export class Watch {
  private readonly iterator: AsyncIterator<SignedCheckpoint, undefined>;
  next: SignedCheckpoint | null = null;
  /** The tree at the last checkpoint that the log agreed with: all of it is as it was signed. */
  agreed = GrowingTree.empty();
  passed = 0;
  newestSize = 0;
  /** By copy: the first event after `agreed` whose stored hash differs. */
  readonly differing = new Map<LeafCopy, number>();

  private constructor(readonly witness: Witness) {
    this.iterator = witness.checkpoints[Symbol.asyncIterator]() as AsyncIterator<SignedCheckpoint, undefined>;
  }

  static async start(witness: Witness): Promise<Watch> {
    const watch = new Watch(witness);
    await watch.advance();
    return watch;
  }

  async advance(): Promise<void> {
    const item = await this.iterator.next();
    this.next = item.done ? null : item.value;
  }

  agree(tree: GrowingTree): void {
    this.agreed = tree.clone();
    this.differing.clear();
    this.passed++;
    this.newestSize = tree.size;
  }

  note(copy: LeafCopy, seq: number): void {
    if (seq > this.agreed.size && !this.differing.has(copy)) this.differing.set(copy, seq);
  }

  /**
   * The first event that differs from a copy which leads to the root of the checkpoint, and so is what was sealed; null
   * where no copy does.
   */
  async firstChanged(checkpoint: SignedCheckpoint, copies: readonly LeafCopy[]): Promise<number | null> {
    for (const copy of copies) {
      const seq = this.differing.get(copy);
      if (seq !== undefined && (await this.leadsTo(copy, checkpoint))) return seq;
    }
    return null;
  }

  private async leadsTo(copy: LeafCopy, { size, root }: SignedCheckpoint): Promise<boolean> {
    const tree = this.agreed.clone();
    while (tree.size < size) {
      const tileEnd = tree.size - (tree.size % TILE_WIDTH) + TILE_WIDTH;
      const hashes = await copy.leaves(tree.size, Math.min(tileEnd, size));
      if (hashes === '') return false;
      for (let at = 0; at < hashes.length; at += SHA256_BYTES) tree.add(hashes.slice(at, at + SHA256_BYTES));
    }
    return tree.root() === root;
  }
}

/** The place of the first hash in which two rows of them differ; null: none. A row that ends early differs nowhere after. */
export function firstDifference(row: Sha256, stored: Sha256): number | null {
  const length = Math.min(row.length, stored.length);
  if (row.slice(0, length) === stored.slice(0, length)) return null;
  for (let at = 0; at < length; at += SHA256_BYTES) {
    if (row.slice(at, at + SHA256_BYTES) !== stored.slice(at, at + SHA256_BYTES)) return at / SHA256_BYTES;
  }
  return null;
}
