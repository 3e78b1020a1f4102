import { serveJobs } from '#worker-pool';

interface Order {
  readonly answer?: unknown;
  readonly spin?: true;
  readonly hoard?: true;
  readonly exit?: true;
  readonly fail?: string;
}

/** A thread that does what a test of the pool tells it, good or bad. */
serveJobs(({ answer, spin, hoard, exit, fail }: Order) => {
  const hoarded: string[][] = [];
  while (spin) continue;
  while (hoard) hoarded.push(Array.from({ length: 10_000 }, (_, at) => `${at}`));
  if (exit) process.exit(3);
  if (fail) throw new Error(fail);
  return answer;
});
