import { createHash } from 'node:crypto';
import type { IdGenerator } from '#platform';
import { InvalidAppend } from './errors.js';
import type { AppendRequest, ExpectedVersion, NewEvent, StreamAppend } from './event-store.js';
import { checkText, encodeJson } from './json-text.js';

export interface EncodedEvent {
  readonly type: string;
  readonly schemaVersion: number;
  readonly eventId: string;
  readonly occurredAt: string | null;
  readonly data: string;
  readonly meta: string;
}

export interface EncodedStream {
  readonly stream: string;
  readonly expectedVersion: ExpectedVersion;
  readonly events: readonly EncodedEvent[];
}

/** A checked request, serialised: nothing in it can make the database refuse the batch it travels in. */
export interface EncodedAppend {
  readonly workspace: string;
  readonly key: string | null;
  readonly hash: string | null;
  readonly actor: string;
  readonly causationId: string | null;
  readonly correlationId: string | null;
  readonly streams: readonly EncodedStream[];
  readonly eventCount: number;
  /** What it takes on the wire, roughly. */
  readonly bytes: number;
}

/** Bounds of one request. Names stay far below what a PostgreSQL index row can hold (2,704 bytes). */
export const REQUEST_LIMITS = { events: 10_000, workspace: 100, name: 400 } as const;

const ENVELOPE_BYTES = 150;
const MAX_INTEGER = 2 ** 31 - 1;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** ISO 8601: a year, a month, a day, or a time of a day. */
const ISO_TIME = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

/**
 * Checks a request, gives its events their ids and serialises it.
 * @throws {InvalidText | InvalidAppend} saying where it is wrong
 */
export function encodeAppend(request: AppendRequest, ids: IdGenerator): EncodedAppend {
  checkName(request.workspace, 'workspace', REQUEST_LIMITS.workspace);
  checkName(request.actor, 'actor');
  checkOptionalName(request.idempotencyKey, 'idempotencyKey');
  checkOptionalName(request.correlationId, 'correlationId');
  checkOptionalName(request.causationId, 'causationId');
  checkStreams(request.streams);
  const streams = request.streams.map((stream, i) => encodeStream(stream, `streams[${i}]`, ids));
  const events = streams.flatMap((stream) => stream.events);
  const key = request.idempotencyKey ?? null;
  return {
    workspace: request.workspace,
    key,
    hash: key === null ? null : hashBody(request, streams),
    actor: request.actor,
    causationId: request.causationId ?? null,
    correlationId: request.correlationId ?? null,
    streams,
    eventCount: events.length,
    bytes: events.reduce((sum, { data, meta }) => sum + data.length + meta.length + ENVELOPE_BYTES, 0),
  };
}

function checkStreams(streams: readonly StreamAppend[]): void {
  const count = streams.reduce((sum, { events }) => sum + events.length, 0);
  if (count === 0) throw new InvalidAppend('streams', 'must hold at least one event');
  if (count > REQUEST_LIMITS.events) {
    throw new InvalidAppend(
      'streams',
      `hold ${count} events; one append takes at most ${REQUEST_LIMITS.events}`,
    );
  }
  const named = new Set<string>();
  for (const [i, { stream }] of streams.entries()) {
    if (named.has(stream)) throw new InvalidAppend(`streams[${i}]`, `names "${stream}" a second time`);
    named.add(stream);
  }
}

export function encodeStream(append: StreamAppend, path: string, ids: IdGenerator): EncodedStream {
  const { stream, expectedVersion } = append;
  checkName(stream, `${path}.stream`);
  if (typeof expectedVersion === 'number' && !isIntegerFrom(0, expectedVersion)) {
    throw new InvalidAppend(`${path}.expectedVersion`, 'must be a whole number, 0 or more');
  }
  const events = append.events.map((event, i) => encodeEvent(event, `${path}.events[${i}]`, ids));
  return { stream, expectedVersion, events };
}

function encodeEvent(event: NewEvent, path: string, ids: IdGenerator): EncodedEvent {
  checkName(event.type, `${path}.type`);
  if (!isIntegerFrom(1, event.schemaVersion)) {
    throw new InvalidAppend(`${path}.schemaVersion`, 'must be a whole number, 1 or more');
  }
  const eventId = event.eventId ?? ids.next();
  if (!UUID.test(eventId)) throw new InvalidAppend(`${path}.eventId`, 'must be a UUID');
  const occurredAt = event.occurredAt ?? null;
  if (occurredAt !== null && !ISO_TIME.test(occurredAt)) {
    throw new InvalidAppend(`${path}.occurredAt`, 'must be an ISO 8601 date or time');
  }
  const data = encodeJson(event.data, `${path}.data`);
  const meta = event.meta === undefined ? '{}' : encodeJson(event.meta, `${path}.meta`);
  return { type: event.type, schemaVersion: event.schemaVersion, eventId, occurredAt, data, meta };
}

export function checkName(name: string, path: string, longest: number = REQUEST_LIMITS.name): void {
  if (typeof name !== 'string' || name === '') throw new InvalidAppend(path, 'must not be empty');
  if (name.length > longest) throw new InvalidAppend(path, `is longer than ${longest} characters`);
  checkText(name, path);
}

export function checkOptionalName(name: string | undefined, path: string): void {
  if (name !== undefined) checkName(name, path);
}

const isIntegerFrom = (least: number, value: number): boolean =>
  Number.isInteger(value) && value >= least && value <= MAX_INTEGER;

/**
 * What a retry must repeat: who appends what to which streams. Expected versions, correlation and causation are left
 * out: a retry is a new attempt, made by somebody who may have read the streams again. So are ids given by the store.
 */
function hashBody(request: AppendRequest, streams: readonly EncodedStream[]): string {
  const body = request.idempotencyBody ?? eventsBody(request, streams);
  return createHash('sha256')
    .update(JSON.stringify([request.actor, body]))
    .digest('hex');
}

function eventsBody(request: AppendRequest, streams: readonly EncodedStream[]): unknown {
  return streams.map(({ stream, events }, i) => [
    stream,
    events.map(({ type, schemaVersion, occurredAt, data, meta }, j) => {
      const given = request.streams[i]?.events[j]?.eventId ?? null;
      return [type, schemaVersion, given, occurredAt, data, meta];
    }),
  ]);
}
