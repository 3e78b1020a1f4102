import { setImmediate as turn } from 'node:timers/promises';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { bulkAppend, type BulkOptions } from './bulk-append.js';
import type { ExpectedVersion, StreamAppend } from './event-store.js';
import { eventStoreMigrations } from './migrations/index.js';
import { PostgresEventStore } from './postgres-event-store.js';
import { appendTo, collect, newEvent, newEvents, newWorkspace } from './testing/index.js';

const CHUNK = { events: 10, bytes: 1_000_000 };

describe('a bulk load', () => {
  let test: TestDatabase;
  let store: PostgresEventStore;
  let workspace: string;

  beforeAll(async () => {
    test = await createTestDatabase(eventStoreMigrations);
    store = new PostgresEventStore(test.database);
  });
  beforeEach(() => (workspace = newWorkspace()));
  afterAll(async () => {
    await store.close();
    await test.drop();
  });

  const load = (streams: Iterable<StreamAppend> | AsyncIterable<StreamAppend>, options: BulkOptions = {}) =>
    bulkAppend(
      test.database.login,
      { workspace, actor: 'importer', idempotencyKey: 'load-1', correlationId: 'move', streams },
      { chunk: CHUNK, ...options },
    );
  const stream = (name: string, expectedVersion: ExpectedVersion, count: number): StreamAppend => ({
    ...{ stream: name, expectedVersion },
    events: newEvents(count),
  });
  const streams = (count: number): StreamAppend[] =>
    Array.from({ length: count }, (_, i) => stream(`note-${i}`, 'no_stream', 3));
  const expectWhole = async () => {
    const events = await store.readAll(workspace, { limit: 10_000 });
    expect(events.map(({ seq }) => Number(seq))).toEqual(events.map((_, i) => i + 1));
    expect(await store.head(workspace)).toBe(BigInt(events.length));
    const versions = new Map<string, number>();
    for (const event of events) {
      expect(event.version).toBe((versions.get(event.stream) ?? 0) + 1);
      versions.set(event.stream, event.version);
    }
    const { rows } = await test.database.reader.query<{ stream: string; version: number }>(
      'SELECT stream_id AS stream, version FROM event_store.stream WHERE workspace = $1',
      [workspace],
    );
    expect(new Map(rows.map((row) => [row.stream, row.version]))).toEqual(versions);
  };

  it('writes new and existing streams in many chunks, and appends go on from there', async () => {
    await store.append(appendTo(workspace, 'note-1', 'no_stream', newEvents(2)));
    const given = [...streams(20).filter((_, i) => i !== 1), stream('note-1', 2, 4), stream('note-1', 6, 1)];
    expect(await load(given)).toEqual({ appended: 62, alreadyThere: 0, refused: [] });
    await expectWhole();
    expect(await store.append(appendTo(workspace, 'note-1', 7))).toMatchObject({ firstSeq: 65n });
    await expectWhole();
  });

  it('stores what an append stores', async () => {
    const eventId = '0192f0c1-2345-7abc-8def-0123456789ab';
    const data = { text: 'Łódź “a”\\b \t\r\n \u2028 \u{1F30D} \\N \\.', n: [1e21, -0.1, null] };
    const event = newEvent(data, {
      eventId,
      occurredAt: '2016-12',
      schemaVersion: 3,
      meta: { z: 1, a: '\\' },
    });
    await load([{ stream: 'note\\a\tb', expectedVersion: 'any', events: [event, newEvent('\\')] }]);
    const [first, second] = await store.readAll(workspace);
    expect(first).toMatchObject({
      stream: 'note\\a\tb',
      version: 1,
      eventId,
      occurredAt: '2016-12',
      schemaVersion: 3,
    });
    expect(first).toMatchObject({ actor: 'importer', correlationId: 'move', causationId: null });
    expect([first?.data, first?.meta, second?.data]).toEqual([data, { z: 1, a: '\\' }, '\\']);
    const { rows } = await test.database.reader.query<{ data: string }>(
      'SELECT data::text FROM event_store.event WHERE workspace = $1 AND seq = 1',
      [workspace],
    );
    expect(rows[0]?.data).toBe(JSON.stringify(data));
  });

  it('reports each stream that stood elsewhere, and writes none of its events', async () => {
    await store.append(appendTo(workspace, 'note-1', 'no_stream', newEvents(2)));
    const given = [
      stream('note-0', 'no_stream', 3),
      stream('note-1', 'no_stream', 3),
      stream('note-2', 'stream_exists', 3),
      stream('note-1', 3, 3),
      stream('note-1', 2, 3),
      stream('note-0', 'no_stream', 3),
    ];
    expect(await load(given)).toEqual({
      ...{ appended: 6, alreadyThere: 0 },
      refused: [
        { index: 1, stream: 'note-1', expected: 'no_stream', actual: 2 },
        { index: 2, stream: 'note-2', expected: 'stream_exists', actual: 0 },
        { index: 3, stream: 'note-1', expected: 3, actual: 2 },
        { index: 5, stream: 'note-0', expected: 'no_stream', actual: 3 },
      ],
    });
    await expectWhole();
  });

  it('goes on where it stopped, once', async () => {
    function* broken() {
      yield* streams(20).slice(0, 12);
      throw new Error('the file ends in the middle');
    }
    await expect(load(broken())).rejects.toThrow('the file ends in the middle');
    const there = Number(await store.head(workspace));
    expect(there).toBeGreaterThan(0);
    await expectWhole();
    expect(await load(streams(20))).toEqual({ appended: 60 - there, alreadyThere: there, refused: [] });
    expect(await load(streams(20))).toEqual({ appended: 0, alreadyThere: 60, refused: [] });
    await expectWhole();
    const other = streams(20).map((one) => ({ ...one, events: newEvents(4) }));
    await expect(load(other)).rejects.toMatchObject({ code: 'EVENT_STORE.IDEMPOTENCY_CONFLICT' });
    await expectWhole();
  });

  it('names what cannot be written, and leaves the chunks before it', async () => {
    const bad = { stream: 'note-x', expectedVersion: 'any' as const, events: [newEvent('nul \0')] };
    await expect(load([...streams(8), bad])).rejects.toMatchObject({
      code: 'EVENT_STORE.INVALID_TEXT',
      path: 'streams[8].events[0].data',
    });
    await expectWhole();
  });

  it('reads no further ahead than a chunk', async () => {
    let given = 0;
    let furthest = 0;
    function* counted() {
      for (const one of streams(40)) {
        given += one.events.length;
        yield one;
      }
    }
    await load(counted(), {
      onProgress: ({ appended }) => (furthest = Math.max(furthest, given - appended)),
    });
    // A chunk of 10 ends with the stream that reaches it: 12 events.
    expect(furthest).toBeLessThanOrEqual(12);
  });

  it('crosses into partitions that are made for it', async () => {
    await test.database.login.query(`INSERT INTO event_store.workspace_head VALUES ($1, 2999995, now())`, [
      workspace,
    ]);
    await load(streams(5));
    const { rows } = await test.database.login.query(
      `SELECT tableoid::regclass::text AS name, count(*)::int FROM event_store.event WHERE workspace = $1 GROUP BY 1 ORDER BY 1`,
      [workspace],
    );
    expect(rows).toEqual([
      { name: 'event_store.event_p2', count: 4 },
      { name: 'event_store.event_p3', count: 11 },
    ]);
    expect(await collect(store.readStream(workspace, 'note-4'))).toHaveLength(3);
  });

  it('lets a live writer go on between its chunks', async () => {
    const stop = { now: false };
    let live = 0;
    const write = async () => {
      for (; !stop.now; live++) {
        await store.append(appendTo(workspace, `live-${live % 5}`, Math.floor(live / 5)));
        await turn();
      }
    };
    const writing = write();
    const result = await load(streams(100), { chunk: { events: 30, bytes: 1_000_000 } });
    stop.now = true;
    await writing;
    expect(result.appended).toBe(300);
    expect(live).toBeGreaterThan(1);
    await expectWhole();
  });
});
