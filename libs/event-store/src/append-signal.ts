/** Tells the subscriptions of this process that something was appended, so that they need not wait for their next poll. */
export class AppendSignal {
  private readonly counts = new Map<string, number>();
  private readonly waiting = new Map<string, Set<() => void>>();

  /** To be taken before reading: what is appended after it ends a `wait` given it at once. */
  count(workspace: string): number {
    return this.counts.get(workspace) ?? 0;
  }

  raise(workspace: string): void {
    this.counts.set(workspace, this.count(workspace) + 1);
    for (const wake of this.waiting.get(workspace) ?? []) wake();
  }

  /** For when it is not known which logs grew. */
  raiseAll(): void {
    for (const workspace of [...this.counts.keys(), ...this.waiting.keys()]) this.raise(workspace);
  }

  /** Until an append later than `seen`, the time given, or the abort, whichever is first. Leaves no timer or listener. */
  wait(workspace: string, seen: number, milliseconds: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.count(workspace) !== seen) return Promise.resolve();
    return new Promise((resolve) => {
      const waiting = this.waiting.get(workspace) ?? new Set();
      this.waiting.set(workspace, waiting);
      const wake = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        waiting.delete(wake);
        if (waiting.size === 0) this.waiting.delete(workspace);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      signal.addEventListener('abort', wake);
      waiting.add(wake);
    });
  }
}
