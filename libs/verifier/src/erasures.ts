import { broken, type Broken } from './verdict.js';

/** Positions in the log, both included. */
export type SeqRange = readonly [first: number, last: number];

/** What stands where the data of an event was erased. */
export const ERASED_DATA = '{"erased":true}';
/** The type of the event that names what was erased, in its `seqs`. */
export const ERASURE_TYPE = 'ErasureRecorded';

/** An event that says which events before it were erased. */
export interface Erasure {
  readonly seq: number;
  readonly ranges: readonly SeqRange[];
}

/** The ranges that the data of an erasure names; what is no range names nothing. */
export function readErasure(seq: number, data: string): Erasure {
  const { seqs } = JSON.parse(data) as { seqs?: unknown };
  const isRange = (range: unknown): range is SeqRange =>
    Array.isArray(range) && range.length === 2 && range.every(Number.isSafeInteger);
  return { seq, ranges: Array.isArray(seqs) ? seqs.filter(isRange) : [] };
}

/**
 * Holds what was erased against the events that say so: erased data that none of them names is tampering, and so are words
 * that stand there again. Memory grows with the erasures, not with the log.
 */
export class Erasures {
  private readonly erased: [number, number][] = [];
  private readonly named: { readonly range: SeqRange; readonly by: number }[] = [];
  count = 0;

  /** Seqs come in ascending order. */
  addErased(seqs: readonly number[]): void {
    for (const seq of seqs) {
      this.count++;
      const last = this.erased.at(-1);
      if (last && seq === last[1] + 1) last[1] = seq;
      else this.erased.push([seq, seq]);
    }
  }

  /** An erasure speaks of events before it alone. */
  addErasure({ seq, ranges }: Erasure): void {
    for (const [first, last] of ranges)
      if (first < seq) this.named.push({ range: [first, Math.min(last, seq - 1)], by: seq });
  }

  /** @param end the last event that was read */
  findForgery(end: number): Broken | null {
    const unnamed = firstOutside(this.erased, merged(this.named.map(({ range }) => range)));
    const standing = this.named
      .map(({ range: [first, last], by }) => ({
        by,
        seq: firstOutside([[first, Math.min(last, end)]], this.erased),
      }))
      .find(({ seq }) => seq !== null);
    if (unnamed !== null && (standing?.seq == null || unnamed < standing.seq))
      return broken(
        unnamed,
        `The data of event ${unnamed} was erased, but no ${ERASURE_TYPE} event says so.`,
      );
    if (standing?.seq == null) return null;
    return broken(
      standing.seq,
      `Event ${standing.by} says that the data of event ${standing.seq} was erased, but it stands there.`,
    );
  }
}

/** The first number of `ranges` that `cover` does not hold; both in ascending order and without overlaps. */
function firstOutside(ranges: readonly SeqRange[], cover: readonly SeqRange[]): number | null {
  for (const [first, last] of ranges) {
    let next = first;
    for (const [from, to] of cover) {
      if (to < next) continue;
      if (from > next) break;
      next = to + 1;
    }
    if (next <= last) return next;
  }
  return null;
}

function merged(ranges: readonly SeqRange[]): SeqRange[] {
  const all: [number, number][] = [];
  for (const [first, last] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const before = all.at(-1);
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else all.push([first, last]);
  }
  return all;
}
