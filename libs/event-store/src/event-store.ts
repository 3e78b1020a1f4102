/** An event to append. `data` and `meta` are stored as the exact JSON text they serialise to. */
export interface NewEvent {
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: unknown;
  readonly meta?: Readonly<Record<string, unknown>>;
  /** UUIDv7; given by the store where absent. */
  readonly eventId?: string;
  /** When it happened or was said, where that is not now: an ISO 8601 year, month, date or time, given back as it came. */
  readonly occurredAt?: string | null;
}

/**
 * What the writer believes of a stream before it appends: exactly n events, none yet, at least one, or nothing at all.
 * All four are honoured.
 */
export type ExpectedVersion = number | 'no_stream' | 'stream_exists' | 'any';

/** Events for one stream. With no events the stream is only checked, and fails the request if it stands elsewhere. */
export interface StreamAppend {
  /** "category-id": what stands before the first hyphen is the stream's category. */
  readonly stream: string;
  readonly expectedVersion: ExpectedVersion;
  readonly events: readonly NewEvent[];
}

/** One atomic append: every stream of it or none. At least one event, at most 10,000; each stream named once. */
export interface AppendRequest {
  readonly workspace: string;
  readonly streams: readonly StreamAppend[];
  /** Who acts: a user, an importer, a process with its version. */
  readonly actor: string;
  /**
   * A retry with the same key and the same body returns the first result; another body under the key is a conflict. The
   * body is actor, streams and events; expected versions, correlation and causation may differ from try to try.
   */
  readonly idempotencyKey?: string;
  /**
   * What the key stands for, where that is not the events: a command whose events depend on what it meets gives its own
   * body, so that a retry is known again however the stream went on.
   */
  readonly idempotencyBody?: string;
  readonly correlationId?: string;
  readonly causationId?: string;
}

export interface AppendResult {
  readonly outcome: 'appended' | 'duplicate';
  /** Dense positions in the workspace's log, first and last event of this append. */
  readonly firstSeq: bigint;
  readonly lastSeq: bigint;
  /** The version of each stream after the append, in the order of the request. */
  readonly versions: readonly number[];
}

/** An event as it stands in the log. `seq` is dense within its workspace: 1, 2, 3 ... with no holes. */
export interface StoredEvent {
  readonly workspace: string;
  readonly seq: bigint;
  readonly stream: string;
  readonly version: number;
  readonly eventId: string;
  readonly type: string;
  readonly schemaVersion: number;
  /** The database's clock, in milliseconds; never earlier than that of a lower seq. */
  readonly recordedAt: Date;
  readonly occurredAt: string | null;
  readonly actor: string;
  readonly causationId: string | null;
  readonly correlationId: string | null;
  readonly data: unknown;
  readonly meta: Readonly<Record<string, unknown>>;
}

/** A load of any size into one workspace: many streams, each with an expected version of its own. */
export interface BulkAppend {
  readonly workspace: string;
  readonly actor: string;
  /** Names the load: given again with the same streams in the same order, it goes on where it stopped. */
  readonly idempotencyKey: string;
  readonly correlationId?: string;
  readonly causationId?: string;
  /** A stream may come again. Read one chunk ahead of what is written. */
  readonly streams: AsyncIterable<StreamAppend> | Iterable<StreamAppend>;
}

/** A stream of a load that stood elsewhere: none of these events of it were written. */
export interface RefusedStream {
  /** Its place in the load, from 0. */
  readonly index: number;
  readonly stream: string;
  readonly expected: ExpectedVersion;
  readonly actual: number;
}

export interface BulkResult {
  /** Events written by this call. */
  readonly appended: number;
  /** Events of chunks that an earlier call with the same key wrote. */
  readonly alreadyThere: number;
  readonly refused: readonly RefusedStream[];
}

/** The write half of the log. Commands get this; queries never do. */
export interface EventAppender {
  /**
   * @throws {WrongExpectedVersion} a stream stood elsewhere; nothing of this request was written
   * @throws {IdempotencyConflict} the key was used before with another body
   * @throws {InvalidAppend | InvalidText} the request could never be written
   * @throws {EventStoreOverloaded | EventStoreClosed | EventStoreUnavailable} not now; a retry needs the idempotency key
   * where the connection was lost on the way
   */
  append(request: AppendRequest): Promise<AppendResult>;
}

/** Which events of a log; those that all the members given hold for. */
export interface EventFilter {
  readonly types?: readonly string[];
  readonly exceptTypes?: readonly string[];
  /** Of streams: what stands before the first hyphen of their ids. */
  readonly categories?: readonly string[];
  readonly correlationId?: string;
  /** Of streams: those whose id falls into the partition `number` (from 0) `of` so many (docs/subscriptions.md). */
  readonly partition?: { readonly number: number; readonly of: number };
}

export interface ReadPage extends EventFilter {
  /** Only events after this seq. */
  readonly afterSeq?: bigint;
  /**
   * 1 to 10,000; 1,000 where absent. With `exceptTypes` alone it counts positions of the log: the page may be shorter, or
   * empty, before the head. With any other filter it counts events.
   */
  readonly limit?: number;
}

export interface Subscription extends EventFilter {
  readonly afterSeq?: bigint;
  readonly batchSize?: number;
  readonly signal: AbortSignal;
}

/** A part of a log. */
export interface LogRange extends EventFilter {
  /** Only events after this seq. */
  readonly afterSeq?: bigint;
  /** The last seq; absent or past it: the head as it stands when the reading begins. */
  readonly until?: bigint;
  /** Events a batch at most, 1 to 50,000; 300 where absent. Large events make batches smaller. */
  readonly batchSize?: number;
  /** Ends the reading, without an error. */
  readonly signal?: AbortSignal;
}

/** Some events in a row, and how far that is. */
export interface LogBatch {
  /** Empty where the filter let none through. */
  readonly events: readonly StoredEvent[];
  /** The seq up to which nothing is missing; the next batch begins behind it. */
  readonly to: bigint;
}

/** The read half of the log. */
export interface EventReader {
  /** All events of one stream in order; none if there is no such stream. */
  readStream(workspace: string, stream: string, fromVersion?: number): AsyncIterable<StoredEvent>;
  /**
   * A part of the log in seq order, in batches, as fast as the server gives it: for folds and rebuilds. The events make
   * their data when it is first asked for: read their fields, and do not spread them (`plainEvent` gives a copy).
   * @throws {LogGap | EventStoreUnavailable | InvalidRead}
   */
  readLog(workspace: string, range?: LogRange): AsyncIterable<LogBatch>;
  /** One page of the log in seq order. */
  readAll(workspace: string, page?: ReadPage): Promise<StoredEvent[]>;
  /** The events of these seqs in their order, in one look; those that there are none of are left out. */
  readAt(workspace: string, seqs: readonly bigint[]): Promise<StoredEvent[]>;
  /** The event of that id; null if there is none. */
  findEvent(workspace: string, eventId: string): Promise<StoredEvent | null>;
  /** The seq of the newest event; 0n for an empty log. */
  head(workspace: string): Promise<bigint>;
  /** Batches in seq order from `afterSeq` on, then each new one as it comes, until `signal` aborts. Never empty, never a gap. */
  subscribe(workspace: string, subscription: Subscription): AsyncIterable<StoredEvent[]>;
}

export const EVENT_APPENDER = Symbol('EventAppender');
export const EVENT_READER = Symbol('EventReader');
