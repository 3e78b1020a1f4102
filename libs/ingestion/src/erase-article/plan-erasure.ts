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

/** What people decided of one report, as its stream holds it; or of reports of the article, as that of a claim does. */
export interface DecisionStream {
  readonly stream: string;
  readonly version: number;
  /** The events that have words, in order. */
  readonly events: readonly StoredEvent[];
}

/** What an article's stream, and those of its reports, still hold that can be erased. */
export interface ErasurePlan {
  readonly articleId: string;
  /** Where the stream stands: the expected version of the append. */
  readonly version: number;
  /** The newest revision there ever was. */
  readonly revision: number;
  /** The events that have words, in order; none: all were erased before. */
  readonly events: readonly StoredEvent[];
  readonly reportIds: ReadonlySet<string>;
  /** The streams of its reports, also those that hold nothing: none may begin while the article is erased. And of claims. */
  readonly reports: readonly DecisionStream[];
}

/** @param stream all events of one article */
export function planErasure(
  articleId: string,
  stream: readonly StoredEvent[],
  reports: readonly DecisionStream[] = [],
  reportIds: ReadonlySet<string> = new Set(),
): ErasurePlan {
  const revisions = stream.map(({ data }) => (data as { readonly revision?: number }).revision ?? 0);
  return {
    articleId,
    version: stream.at(-1)?.version ?? 0,
    revision: Math.max(0, ...revisions),
    events: stream.filter(hasWords),
    reportIds,
    reports,
  };
}

export const hasWords = ({ type, data }: StoredEvent): boolean =>
  type !== 'ErasureRecorded' && !isErased(data);

/** All that an erasure would take: of the article, and of what was decided on its reports. */
export const erasable = ({ events, reports }: ErasurePlan): readonly StoredEvent[] => [
  ...events,
  ...reports.flatMap((report) => report.events),
];

/** The event that says so, and that the database takes its orders from. */
export function erasureEvent(
  { articleId, revision }: Pick<ErasurePlan, 'articleId' | 'revision'>,
  events: readonly StoredEvent[],
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
