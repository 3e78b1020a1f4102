import type { Pool } from 'pg';
import { InvalidRead } from './errors.js';
import { filterCondition } from './event-filter.js';
import type { EventFilter, LogBatch, ReadPage, StoredEvent } from './event-store.js';
import { toEventStoreError } from './postgres-error.js';
import { asText } from './raw-values.js';
import { EVENT_COLUMNS, toStoredEvent, type EventRow } from './stored-event-rows.js';

/** Pages of 1,000 to 5,000 read fastest; larger ones only take memory. */
export const DEFAULT_PAGE = 1_000;
export const LARGEST_PAGE = 10_000;

/** One statement answers a page: the log is dense, so its bounds are known beforehand. */
const PAGE = {
  name: 'event_store.read_page',
  text: `SELECT ${EVENT_COLUMNS} FROM event_store.event
    WHERE workspace = $1 AND seq > $2 AND seq <= $2::bigint + $3::bigint ORDER BY seq`,
};

/** Unnamed, so planned for its values. */
const pageOfPositions = (condition: string): Statement => ({
  text: `SELECT ${EVENT_COLUMNS} FROM event_store.event
    WHERE workspace = $1 AND seq > $2 AND seq <= $2::bigint + $3::bigint${condition} ORDER BY seq`,
});

const pageOfEvents = (condition: string): Statement => ({
  text: `SELECT ${EVENT_COLUMNS} FROM event_store.event
    WHERE workspace = $1 AND seq > $2${condition} ORDER BY seq LIMIT $3`,
});

/** The stream's first and last seq spare a look into the partitions that hold nothing of it. */
const STREAM_PAGE = {
  name: 'event_store.read_stream_page',
  text: `SELECT ${EVENT_COLUMNS} FROM event_store.event
    WHERE workspace = $1 AND stream_id = $2 AND version >= $3
      AND seq >= (SELECT first_seq FROM event_store.stream WHERE workspace = $1 AND stream_id = $2)
      AND seq <= (SELECT last_seq FROM event_store.stream WHERE workspace = $1 AND stream_id = $2)
    ORDER BY version LIMIT $4`,
};

const AT_SEQS = {
  name: 'event_store.read_at',
  text: `SELECT ${EVENT_COLUMNS} FROM event_store.event WHERE workspace = $1 AND seq = ANY ($2::bigint[]) ORDER BY seq`,
};

const HEAD = {
  name: 'event_store.head',
  text: 'SELECT seq FROM event_store.workspace_head WHERE workspace = $1',
};

export async function readPage(reader: Pool, workspace: string, page: ReadPage): Promise<StoredEvent[]> {
  const { afterSeq = 0n, limit = DEFAULT_PAGE, ...filter } = page;
  if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_PAGE) {
    throw new InvalidRead(`A page holds 1 to ${LARGEST_PAGE} events; ${limit} were asked for.`);
  }
  const condition = filterCondition(filter);
  const { exceptTypes, ...wanted } = filter;
  const values = [workspace, afterSeq, limit];
  if (condition === '') return queryEvents(reader, workspace, PAGE, values);
  const isExclusion = exceptTypes !== undefined && filterCondition(wanted) === '';
  return isExclusion
    ? queryEvents(reader, workspace, pageOfPositions(condition), values)
    : readWindows(reader, workspace, afterSeq, limit, condition);
}

export async function readAt(
  reader: Pool,
  workspace: string,
  seqs: readonly bigint[],
): Promise<StoredEvent[]> {
  return seqs.length === 0 ? [] : queryEvents(reader, workspace, AT_SEQS, [workspace, seqs.map(String)]);
}

/** Positions looked at in one statement of a filtered reading: a rare event is then found in several, each of them short. */
const WINDOW = 50_000n;

/** The first `limit` events that the filter takes, however far behind `afterSeq` they are. */
async function readWindows(
  reader: Pool,
  workspace: string,
  afterSeq: bigint,
  limit: number,
  condition: string,
): Promise<StoredEvent[]> {
  const head = await readHead(reader, workspace);
  const events: StoredEvent[] = [];
  for (let from = afterSeq; from < head && events.length < limit; from += WINDOW) {
    const window = pageOfEvents(` AND seq <= ${from + WINDOW}${condition}`);
    events.push(...(await queryEvents(reader, workspace, window, [workspace, from, limit - events.length])));
  }
  return events;
}

/** For subscriptions: what comes after a seq and how far the reading got, which is behind the last event where a filter is. */
export async function readAfter(
  reader: Pool,
  workspace: string,
  afterSeq: bigint,
  limit: number,
  filter: EventFilter,
): Promise<LogBatch> {
  const condition = filterCondition(filter);
  if (condition === '') {
    const events = await readPage(reader, workspace, { afterSeq, limit });
    return { events, to: events.at(-1)?.seq ?? afterSeq };
  }
  const head = await readHead(reader, workspace);
  const end = head < afterSeq + WINDOW ? head : afterSeq + WINDOW;
  if (end <= afterSeq) return { events: [], to: afterSeq };
  const events = await queryEvents(reader, workspace, pageOfEvents(` AND seq <= ${end}${condition}`), [
    workspace,
    afterSeq,
    limit,
  ]);
  const isFull = events.length === limit;
  return { events, to: isFull ? (events.at(-1) as StoredEvent).seq : end };
}

/** Each page starts after the last version read, so what is appended meanwhile is neither missed nor doubled. */
export async function* readStream(
  reader: Pool,
  workspace: string,
  stream: string,
  fromVersion = 1,
): AsyncGenerator<StoredEvent> {
  for (let version = fromVersion; ;) {
    const values = [workspace, stream, version, DEFAULT_PAGE];
    const events = await queryEvents(reader, workspace, STREAM_PAGE, values);
    yield* events;
    const last = events.at(-1);
    if (!last || events.length < DEFAULT_PAGE) return;
    version = last.version + 1;
  }
}

/** By the index on ids that proofs use; ids are not unique by rule, so the first counts. */
const EVENT_OF_ID = {
  name: 'event_store.event_of_id',
  text: `SELECT ${EVENT_COLUMNS} FROM event_store.event WHERE workspace = $1 AND event_id = $2 ORDER BY seq LIMIT 1`,
};

export async function findEvent(
  reader: Pool,
  workspace: string,
  eventId: string,
): Promise<StoredEvent | null> {
  const [event] = await queryEvents(reader, workspace, EVENT_OF_ID, [workspace, eventId]);
  return event ?? null;
}

export async function readHead(reader: Pool, workspace: string): Promise<bigint> {
  const rows = await query<[seq: string]>(reader, HEAD, [workspace]);
  return BigInt(rows[0]?.[0] ?? 0);
}

interface Statement {
  /** Prepared under it once a connection; absent: planned anew each time. */
  readonly name?: string;
  readonly text: string;
}

async function queryEvents(
  reader: Pool,
  workspace: string,
  statement: Statement,
  values: unknown[],
): Promise<StoredEvent[]> {
  const rows = await query<EventRow>(reader, statement, values);
  return rows.map((row) => toStoredEvent(workspace, row));
}

async function query<R extends unknown[]>(
  reader: Pool,
  statement: Statement,
  values: unknown[],
): Promise<R[]> {
  try {
    const { rows } = await reader.query<R>({ ...statement, values, rowMode: 'array', types: asText });
    return rows;
  } catch (error) {
    throw toEventStoreError(error);
  }
}
