import type { Count } from './counts.js';

/** The counts of a sentence by the word they begin with, and by the word their number begins with. */
export type CountIndex = ReadonlyMap<number, Count>;

export function indexCounts(counts: readonly Count[]): CountIndex {
  const index = new Map<number, Count>();
  for (const count of counts) index.set(count.from, count).set(count.number.from, count);
  return index;
}
