/** Work for one batch that goes on while the next is decided; of `T` is known what it comes to. The next one's begins when it has ended. */
export class TrailingWork<T> {
  private running: { readonly to: T; readonly work: Promise<unknown> } | null = null;

  /** What the work that is going on comes to; null where none is. */
  get to(): T | null {
    return this.running?.to ?? null;
  }

  /** After `settle`. */
  start(to: T, work: Promise<unknown>): void {
    this.running = { to, work };
    // Heard by `settle`; until then it is nobody's.
    work.catch(() => undefined);
  }

  /** Resolves when it has ended, for whoever needs no more than that; throws what kept it from it. */
  async ended(): Promise<void> {
    await this.running?.work;
  }

  /** True where something was going on and has ended; throws what kept it from it, once. */
  async settle(): Promise<boolean> {
    const { running } = this;
    this.running = null;
    await running?.work;
    return running !== null;
  }

  /** Waits until nothing is going on, however it ends. */
  async end(): Promise<void> {
    await this.settle().catch(() => undefined);
  }
}
