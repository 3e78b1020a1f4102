import { setImmediate as nextTurn } from 'node:timers/promises';

const MAPPED_AT_ONCE = 500;

/** So that whatever else this process answers does not wait for thousands of them. */
export async function mapInTurns<T, U>(items: readonly T[], map: (item: T) => U): Promise<U[]> {
  const mapped: U[] = [];
  for (let n = 0; n < items.length; n += MAPPED_AT_ONCE) {
    for (const item of items.slice(n, n + MAPPED_AT_ONCE)) mapped.push(map(item));
    await nextTurn();
  }
  return mapped;
}
