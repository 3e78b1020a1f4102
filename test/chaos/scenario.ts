export interface Sizes {
  readonly seed: number;
  readonly seconds: number;
  readonly rounds: number;
}

/** What a scenario counted, by name. */
export type Figures = Readonly<Record<string, number>>;

/** One way of making trouble, in a short form for every test run and a long one by hand; the code is the same. */
export interface Scenario {
  readonly name: string;
  /** In the words of docs/reliability.md. */
  readonly promise: string;
  readonly short: Omit<Sizes, 'seed'>;
  readonly long: Omit<Sizes, 'seed'>;
  /** `say` tells what goes on, for whoever watches. */
  run(sizes: Sizes, say: (line: string) => void): Promise<Figures>;
  /** Which figures break the promise or leave the test without meaning; empty: it held. */
  broken(figures: Figures): string[];
}

/** Waits in the open for what another process does; gives up with the words of what it waited for. */
export async function until(
  what: string,
  reached: () => Promise<boolean> | boolean,
  timeoutMs = 60_000,
): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await reached())) {
    if (performance.now() > deadline) throw new Error(`Waited ${timeoutMs} ms in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The seed of a test run: CHAOS_SEED repeats one that failed. */
export function seedOfRun(): number {
  return Number(process.env['CHAOS_SEED'] ?? Date.now() % 1_000_000);
}
