import { isErased, isInRanges, type ErasureRecorded } from '#domain';
import type { StoredEvent } from '#event-store';

/** Says of events before it that their data is gone. Every view is given it, and forgets what it made of them. */
export const ERASURE_TYPE = 'ErasureRecorded';

/** The rows of an article that came before `seq` are to go. */
export interface Erasure {
  readonly article_id: string;
  readonly seq: bigint;
  /** The events whose data is gone: first and last of each run. */
  readonly seqs: ErasureRecorded['seqs'];
}

export const erasuresIn = (batch: readonly StoredEvent[]): Erasure[] =>
  batch
    .filter(({ type }) => type === ERASURE_TYPE)
    .map(({ seq, data }) => {
      const { articleId, seqs } = data as ErasureRecorded;
      return { article_id: articleId, seq, seqs };
    });

/**
 * The events whose data is there to be folded. Some may have been read just before they were erased, and stand in the batch with the
 * event that says so: they are left out too, so that a view looks as if it never saw them.
 */
export function withoutErased(
  batch: readonly StoredEvent[],
  erasures: readonly Erasure[] = erasuresIn(batch),
): readonly StoredEvent[] {
  const named = erasures.flatMap(({ seqs }) => seqs);
  return batch.filter(
    ({ type, data, seq }) => type === ERASURE_TYPE || (!isErased(data) && !isInRanges(named, Number(seq))),
  );
}
