import type { StoredEvent } from '#event-store';
import type { MemoryOf } from '../membership/claim-reports.js';
import { isOfFacts } from '../membership/parts.js';
import type { DecisionContext } from '../runner/decision-process.js';
import { AnchorMemory } from './anchor-memory.js';

/** Anchors and pages, some hundred megabytes at most: with more, a memory is begun anew. */
const MOST_KEPT = 250_000;

/**
 * Keeps the anchors that batches looked at for the batches after them, as long as the tables are what the last one left: news come on the
 * days and places of the news before. What people correct, link or erase changes the tables behind it, so nothing is kept across that.
 */
export class KeptAnchors {
  private kept: { readonly state: string; readonly anchors: AnchorMemory } | null = null;
  private current: AnchorMemory | null = null;
  private isShared = false;

  /** What `decide` does with the batch, a batch at a time. A throw leaves nothing kept. */
  async during<T>(
    batch: readonly StoredEvent[],
    { state, written }: DecisionContext,
    decide: () => Promise<T>,
  ): Promise<T> {
    const { kept } = this;
    this.kept = null;
    this.isShared = isOfFacts(batch);
    this.current = this.isShared && kept !== null && kept.state === state?.before ? kept.anchors : null;
    // What is not in memory is looked up: all of it has to stand in the tables.
    if (!this.current) await written?.();
    const decided = await decide();
    const anchors: AnchorMemory | null = this.current;
    if (state && anchors && anchors.size <= MOST_KEPT) this.kept = { state: state.after, anchors };
    return decided;
  }

  /** Those of the batch. */
  open(memory: MemoryOf): AnchorMemory {
    if (!this.isShared) return new AnchorMemory(memory);
    this.current ??= new AnchorMemory(memory);
    this.current.goOn(memory);
    return this.current;
  }
}
