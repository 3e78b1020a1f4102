/**
 * Milliseconds of processor time of all threads that a piece of work takes, and what it gives. A machine that is busy elsewhere does not
 * lengthen it, as it does wall clock.
 */
export async function withProcessorTime<T>(
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly ms: number }> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { result, ms: (user + system) / 1_000 };
}
