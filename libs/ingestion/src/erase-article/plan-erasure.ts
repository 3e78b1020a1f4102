import {
  buildEvent,
  isErased,
  toSeqRanges,
  type ClaimtrailEvent,
  type ErasureRecorded,
  type ErasureSubject,
} from '#domain';
import type { StoredEvent } from '#event-store';

/** Why an erasure is made: kept for good, so it names nobody. */
export interface ErasureOrder {
  readonly subject: ErasureSubject;
  readonly reason: string;
  readonly legalBasis: string | null;
}

/** What an article's stream still holds that can be erased. */
export interface ErasurePlan {
  readonly articleId: string;
  /** Where the stream stands: the expected version of the append. */
  readonly version: number;
  /** The newest revision there ever was. */
  readonly revision: number;
  /** The events that have words, in order; none: all were erased before. */
  readonly events: readonly StoredEvent[];
}

/** @param stream all events of one article */
export function planErasure(articleId: string, stream: readonly StoredEvent[]): ErasurePlan {
  const revisions = stream.map(({ data }) => (data as { readonly revision?: number }).revision ?? 0);
  return {
    articleId,
    version: stream.at(-1)?.version ?? 0,
    revision: Math.max(0, ...revisions),
    events: stream.filter(({ type, data }) => type !== 'ErasureRecorded' && !isErased(data)),
  };
}

/** The event that says so, and that the database takes its orders from. */
export function erasureEvent(
  { articleId, revision, events }: ErasurePlan,
  { subject, reason, legalBasis }: ErasureOrder,
  recordedAgain: boolean,
): ClaimtrailEvent {
  const data: ErasureRecorded = {
    articleId,
    subject,
    revision,
    seqs: toSeqRanges(events.map(({ seq }) => Number(seq))),
    recordedAgain,
    reason,
    legalBasis,
  };
  return buildEvent('ErasureRecorded', data);
}

/** How many events of each type, in order of appearance. */
export function countByType(events: readonly StoredEvent[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { type } of events) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
