import type { Waiting } from './outbox.js';

/**
 * Appends the decisions of one batch while the next is decided. They are safe in the outbox by then, so one that fails is appended
 * from there; the decisions of a batch are never begun before those of the batch before it stand in the log.
 */
export class TrailingAppend {
  private running: Promise<void> | null = null;
  private to = 0n;

  constructor(private readonly append: (waiting: readonly Waiting[]) => Promise<void>) {}

  /** Whether all that waits in the outbox of a process that stands at `seq` is on its way from here. */
  coversUpTo(seq: bigint): boolean {
    return this.running !== null && this.to === seq;
  }

  /** After `settle`. */
  start(waiting: readonly Waiting[], to: bigint): void {
    if (waiting.length === 0) return;
    this.to = to;
    this.running = this.append(waiting);
    // Heard by `settle`; until then it is nobody's.
    this.running.catch(() => undefined);
  }

  /** True where something was on its way and has arrived; throws what kept it from it. */
  async settle(): Promise<boolean> {
    const { running } = this;
    this.running = null;
    await running;
    return running !== null;
  }

  /** Waits until nothing is on its way. What did not arrive stays in the outbox. */
  async end(): Promise<void> {
    await this.settle().catch(() => undefined);
  }
}
