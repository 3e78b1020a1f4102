const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 10_000;

/**
 * The failures of something that runs for ever and tries again: how long it waits, and which of them are worth a log line. A
 * failure that lasts is told once: a database that is away for a day would fill the log with one line.
 */
export class FailuresInARow {
  private failures = 0;
  private told = '';

  /** Zero while all is well. */
  get count(): number {
    return this.failures;
  }

  /** Milliseconds to wait after one more: twice as long each time, up to ten seconds. `isNews` where the one before was another. */
  add(error: unknown): { readonly retryInMs: number; readonly isNews: boolean } {
    const retryInMs = Math.min(FIRST_RETRY_MS * 2 ** this.failures, LAST_RETRY_MS);
    const isNews = String(error) !== this.told;
    this.failures += 1;
    this.told = String(error);
    return { retryInMs, isNews };
  }

  end(): void {
    this.failures = 0;
    this.told = '';
  }
}
