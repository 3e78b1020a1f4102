import type { ClaimtrailEvent } from '#domain';
import { deterministicId } from '#platform';
import type { ClaimMatter } from './claim-state.js';
import type { History } from './history.js';

export interface PlannedEvent {
  readonly eventId: string;
  readonly event: ClaimtrailEvent;
  readonly meta: EventMeta;
}

interface EventMeta {
  /** The decision this event belongs to, where it is not the decision itself: it is undone with it. */
  readonly partOf?: string;
  /** Of a person's link: what the report is of, which no linker tells there. */
  readonly matter?: ClaimMatter;
}

export interface PlannedStream {
  readonly stream: string;
  readonly expectedVersion: number;
  /** None: the stream is only to stand where it was read. */
  readonly events: readonly PlannedEvent[];
}

/** What is to be recorded, in one append; or the event that had decided the same before. */
export type DecisionPlan =
  | { readonly outcome: 'recorded'; readonly decisionId: string; readonly streams: readonly PlannedStream[] }
  | { readonly outcome: 'unchanged'; readonly decisionId: string | null };

type Place = Pick<History, 'stream' | 'version'>;

/** Two that race for one place in a stream derive one id, and the log lets one of them in. */
export const eventIdAt = ({ stream, version }: Place, offset = 0): string =>
  deterministicId('decision', stream, version + 1 + offset);

/** Events for the end of a stream, with their ids. */
export const addTo = (
  place: Place,
  events: readonly ClaimtrailEvent[],
  meta: EventMeta = {},
): PlannedStream => ({
  stream: place.stream,
  expectedVersion: place.version,
  events: events.map((event, at) => ({
    eventId: eventIdAt(place, at),
    event,
    meta,
  })),
});

/** A stream that must not have gone on meanwhile. */
export const unmoved = (place: Place): PlannedStream => addTo(place, []);

/** One event at the end of a stream, and what goes with it in others. */
export const record = (
  place: Place,
  event: ClaimtrailEvent,
  others: readonly PlannedStream[] = [],
  meta: EventMeta = {},
): DecisionPlan => ({
  outcome: 'recorded',
  decisionId: eventIdAt(place),
  streams: [addTo(place, [event], meta), ...others],
});

export const unchanged = (by: { readonly eventId: string } | null | undefined): DecisionPlan => ({
  outcome: 'unchanged',
  decisionId: by?.eventId ?? null,
});

/** The same under an id that follows from what is decided, not from where: it is found in whichever stream it stands. */
export const recordAs = (
  eventId: string,
  { stream, version }: Place,
  event: ClaimtrailEvent,
  others: readonly PlannedStream[] = [],
): DecisionPlan => ({
  outcome: 'recorded',
  decisionId: eventId,
  streams: [{ stream, expectedVersion: version, events: [{ eventId, event, meta: {} }] }, ...others],
});
