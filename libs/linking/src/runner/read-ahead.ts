import type { Position } from './position.js';
import type { Batch } from './read-batch.js';

/** Reads the batch behind the one that is decided on, so that deciding and reading take the same time and not each its own. */
export class ReadAhead {
  private ahead: { readonly from: bigint; readonly batch: Promise<Batch> } | null = null;

  constructor(private readonly read: (from: Position, head: bigint) => Promise<Batch>) {}

  /** The batch that follows `from`, of a log that ends at `head`. */
  async next(from: Position, head: bigint): Promise<Batch> {
    const { ahead } = this;
    this.ahead = null;
    // Only of a process that decides the events stay what they are: one that folds ends folding.
    const isRead = ahead !== null && !from.folding && ahead.from === from.seq;
    const batch = await (isRead ? ahead.batch : this.read(from, head));
    if (!from.folding && batch.to < head) this.begin({ ...from, seq: batch.to }, head);
    return batch;
  }

  private begin(from: Position, head: bigint): void {
    const batch = this.read(from, head);
    // Whoever asks for it hears of a failure; nobody may.
    batch.catch(() => undefined);
    this.ahead = { from: from.seq, batch };
  }
}
