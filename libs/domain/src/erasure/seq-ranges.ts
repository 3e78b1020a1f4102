/** Positions in the log, first and last of each run, both included, in ascending order. */
export type SeqRange = readonly [first: number, last: number];

/** The shortest ranges that hold exactly these positions. */
export function toSeqRanges(seqs: Iterable<number>): SeqRange[] {
  const ranges: [number, number][] = [];
  for (const seq of [...seqs].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && seq <= last[1] + 1) last[1] = Math.max(last[1], seq);
    else ranges.push([seq, seq]);
  }
  return ranges;
}

export const isInRanges = (ranges: readonly SeqRange[], seq: number): boolean =>
  ranges.some(([first, last]) => first <= seq && seq <= last);

export const countOfRanges = (ranges: readonly SeqRange[]): number =>
  ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);

/** In order, apart from each other, of whole positions: what an event may carry. */
export function areSeqRanges(value: unknown): value is SeqRange[] {
  if (!Array.isArray(value) || value.length === 0) return false;
  let before = 0;
  for (const range of value as unknown[]) {
    if (!Array.isArray(range) || range.length !== 2 || !range.every(Number.isSafeInteger)) return false;
    const [first, last] = range as [number, number];
    if (first <= before || last < first) return false;
    before = last;
  }
  return true;
}
