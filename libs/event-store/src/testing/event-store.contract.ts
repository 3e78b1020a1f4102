import { IdempotencyConflict, InvalidRead, InvalidText, WrongExpectedVersion } from '../errors.js';
import type { AppendRequest, EventAppender, EventReader, ExpectedVersion } from '../event-store.js';
import { appendTo, collect, newEvent, newEvents, newWorkspace, takeEvents } from './appends.js';

/** What every store that implements the two ports must do. `open` gives the store of the spec file that calls it. */
export function describeEventStore(open: () => EventAppender & EventReader): void {
  let store: EventAppender & EventReader;
  let workspace: string;

  beforeEach(() => {
    store = open();
    workspace = newWorkspace();
  });

  const append = (stream: string, expected: ExpectedVersion, count = 1, rest: Partial<AppendRequest> = {}) =>
    store.append(appendTo(workspace, stream, expected, newEvents(count), rest));
  const failure = (promise: Promise<unknown>) =>
    promise.then(() => undefined).catch((error: unknown) => error);

  describe('append', () => {
    it('gives out seqs 1, 2, 3 and the new version of the stream', async () => {
      expect(await append('note-a', 'no_stream', 2)).toEqual({
        outcome: 'appended',
        firstSeq: 1n,
        lastSeq: 2n,
        versions: [2],
      });
      expect(await append('note-b', 'no_stream')).toMatchObject({ firstSeq: 3n, lastSeq: 3n, versions: [1] });
    });

    it.each<[ExpectedVersion, number, boolean]>([
      ['any', 0, true],
      ['any', 2, true],
      ['no_stream', 0, true],
      ['no_stream', 2, false],
      ['stream_exists', 0, false],
      ['stream_exists', 2, true],
      [0, 0, true],
      [0, 2, false],
      [1, 2, false],
      [2, 2, true],
      [3, 2, false],
    ])('expecting %p of a stream with %i events: accepted = %p', async (expected, events, accepted) => {
      if (events > 0) await append('note-a', 'no_stream', events);
      const error = await failure(append('note-a', expected));
      const head = BigInt(events);
      if (accepted) {
        expect(error).toBeUndefined();
        expect(await store.head(workspace)).toBe(head + 1n);
      } else {
        expect(error).toBeInstanceOf(WrongExpectedVersion);
        expect(error).toMatchObject({ stream: 'note-a', expected, actual: events });
        expect(await store.head(workspace)).toBe(head);
      }
    });

    it('gives events without an id a UUIDv7', async () => {
      await append('note-a', 'any', 2);
      const eventIds = (await store.readAll(workspace)).map(({ eventId }) => eventId);
      expect(new Set(eventIds).size).toBe(2);
      for (const eventId of eventIds) expect(eventId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab]/);
    });

    it('leaves no hole where an append failed', async () => {
      await append('note-a', 'no_stream');
      await failure(append('note-a', 'no_stream', 5));
      expect(await append('note-a', 1)).toMatchObject({ firstSeq: 2n });
    });

    it('lets appends that travel together see one another', async () => {
      const outcomes = await Promise.allSettled([
        append('note-a', 0),
        append('note-a', 0),
        append('note-a', 1),
        append('note-b', 0),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual([
        'fulfilled',
        'rejected',
        'fulfilled',
        'fulfilled',
      ]);
      expect(await store.head(workspace)).toBe(3n);
    });

    it('writes several streams at once, or none of them', async () => {
      await append('note-b', 'no_stream', 2);
      const both = (version: number) =>
        store.append({
          workspace,
          actor: 'tester',
          streams: [
            { stream: 'note-a', expectedVersion: 'no_stream', events: newEvents(2) },
            { stream: 'note-b', expectedVersion: version, events: newEvents(1) },
          ],
        });
      await expect(both(1)).rejects.toMatchObject({ stream: 'note-b', expected: 1, actual: 2 });
      expect(await collect(store.readStream(workspace, 'note-a'))).toEqual([]);
      expect(await store.head(workspace)).toBe(2n);
      expect(await both(2)).toMatchObject({ firstSeq: 3n, lastSeq: 5n, versions: [2, 3] });
    });

    it('only checks a stream that is named without events', async () => {
      await append('note-b', 'no_stream', 2);
      const guarded = (version: number) =>
        store.append({
          workspace,
          actor: 'tester',
          streams: [
            { stream: 'note-a', expectedVersion: 'any', events: newEvents(1) },
            { stream: 'note-b', expectedVersion: version, events: [] },
          ],
        });
      await expect(guarded(1)).rejects.toBeInstanceOf(WrongExpectedVersion);
      expect(await guarded(2)).toMatchObject({ versions: [1, 2] });
      expect(await collect(store.readStream(workspace, 'note-b'))).toHaveLength(2);
    });

    it('keeps workspaces apart', async () => {
      const other = newWorkspace();
      await append('note-a', 'no_stream', 2);
      await store.append(appendTo(other, 'note-a', 'no_stream'));
      expect(await store.head(workspace)).toBe(2n);
      expect(await store.head(other)).toBe(1n);
      expect(await store.readAll(other)).toHaveLength(1);
    });
  });

  describe('idempotency key', () => {
    const keyed = (key: string, events = newEvents(2), expected: ExpectedVersion = 'no_stream') =>
      store.append(appendTo(workspace, 'note-a', expected, events, { idempotencyKey: key }));

    it('gives a retry the first result and writes once', async () => {
      const first = await keyed('key-1');
      expect(await keyed('key-1')).toEqual({ ...first, outcome: 'duplicate' });
      expect(await store.head(workspace)).toBe(2n);
    });

    it('knows a retry that read the stream again, and so expects another version', async () => {
      await keyed('key-1');
      expect(await keyed('key-1', newEvents(2), 2)).toMatchObject({ outcome: 'duplicate', versions: [2] });
    });

    it('refuses the key for another body', async () => {
      await keyed('key-1');
      const error = await failure(keyed('key-1', newEvents(3)));
      expect(error).toBeInstanceOf(IdempotencyConflict);
      expect(error).toMatchObject({ key: 'key-1', firstSeq: 1n, lastSeq: 2n });
    });

    it('writes once where both tries travel together', async () => {
      const outcomes = await Promise.all([keyed('key-1'), keyed('key-1'), keyed('key-1')]);
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(['appended', 'duplicate', 'duplicate']);
      expect(await store.head(workspace)).toBe(2n);
    });

    it('does not remember a try that failed', async () => {
      await append('note-a', 'no_stream');
      await expect(keyed('key-1')).rejects.toBeInstanceOf(WrongExpectedVersion);
      expect(await keyed('key-1', newEvents(2), 1)).toMatchObject({ outcome: 'appended', versions: [3] });
    });

    it('belongs to its workspace', async () => {
      await keyed('key-1');
      const other = appendTo(newWorkspace(), 'note-a', 'any', newEvents(3), { idempotencyKey: 'key-1' });
      expect(await store.append(other)).toMatchObject({ outcome: 'appended' });
    });
  });

  describe('reading', () => {
    it('gives everything back as it was given', async () => {
      const eventId = '0192f0c1-2345-7abc-8def-0123456789ab';
      const data = {
        text: 'Łódź “quoted” \\ \u2028 \u{1F30D} \t\u0001',
        numbers: [1.5, -0.1, 1e21],
        none: null,
      };
      const before = Date.now();
      await store.append({
        workspace,
        actor: 'editor',
        correlationId: 'request-7',
        causationId: 'command-9',
        streams: [
          {
            stream: 'note-a',
            expectedVersion: 'no_stream',
            events: [
              newEvent(data, { eventId, schemaVersion: 3, occurredAt: '2016-12', meta: { z: 1, a: 2 } }),
            ],
          },
        ],
      });
      const [event] = await store.readAll(workspace);
      expect(event).toEqual({
        workspace,
        seq: 1n,
        stream: 'note-a',
        version: 1,
        eventId,
        type: 'NoteTaken',
        schemaVersion: 3,
        recordedAt: expect.any(Date) as Date,
        occurredAt: '2016-12',
        actor: 'editor',
        causationId: 'command-9',
        correlationId: 'request-7',
        data,
        meta: { z: 1, a: 2 },
      });
      expect(JSON.stringify(event?.meta)).toBe('{"z":1,"a":2}');
      expect(Math.abs((event?.recordedAt.getTime() ?? 0) - before)).toBeLessThan(60_000);
    });

    it.each(['text', 7, true, null, [], [1, [2]], ''])('stores the bare JSON value %j', async (data) => {
      await store.append(appendTo(workspace, 'note-a', 'any', [newEvent(data)]));
      expect((await store.readAll(workspace))[0]?.data).toEqual(data);
    });

    it('refuses texts that could not be given back, and the neighbours do not suffer', async () => {
      const bad = store.append(appendTo(workspace, 'note-a', 'any', [newEvent({ list: ['ok', 'nul \0'] })]));
      const good = append('note-b', 'any');
      const error = await failure(bad);
      expect(error).toBeInstanceOf(InvalidText);
      expect(error).toMatchObject({ path: 'streams[0].events[0].data.list[1]' });
      expect(await good).toMatchObject({ firstSeq: 1n });
    });

    it('reads a stream from a version on', async () => {
      await append('note-a', 'no_stream', 3);
      await append('note-b', 'no_stream', 2);
      await append('note-a', 3, 2);
      const versions = async (from?: number) =>
        (await collect(store.readStream(workspace, 'note-a', from))).map(({ version }) => version);
      expect(await versions()).toEqual([1, 2, 3, 4, 5]);
      expect(await versions(4)).toEqual([4, 5]);
      expect(await versions(6)).toEqual([]);
      expect(await collect(store.readStream(workspace, 'note-z'))).toEqual([]);
    });

    it('reads a stream that is longer than a page', async () => {
      await append('note-a', 'no_stream', 2_500);
      const events = await collect(store.readStream(workspace, 'note-a'));
      expect(events.map(({ version }) => version)).toEqual(Array.from({ length: 2_500 }, (_, i) => i + 1));
    });

    it('reads the log in pages', async () => {
      await append('note-a', 'no_stream', 5);
      const seqs = async (afterSeq: bigint) =>
        (await store.readAll(workspace, { afterSeq, limit: 2 })).map(({ seq }) => seq);
      expect(await seqs(0n)).toEqual([1n, 2n]);
      expect(await seqs(2n)).toEqual([3n, 4n]);
      expect(await seqs(4n)).toEqual([5n]);
      expect(await seqs(5n)).toEqual([]);
    });

    it('reads the events of some types', async () => {
      const types = ['A', 'B', 'C', 'A', 'B'].map((type) => newEvent({}, { type }));
      await store.append(appendTo(workspace, 'note-a', 'any', types));
      const seqs = async (afterSeq: bigint) =>
        (await store.readAll(workspace, { afterSeq, limit: 2, types: ['A', 'C'] })).map(({ seq }) => seq);
      expect(await seqs(0n)).toEqual([1n, 3n]);
      expect(await seqs(3n)).toEqual([4n]);
    });

    it.each([0, -1, 1.5, 10_001, NaN])('refuses a page of %p events', async (limit) => {
      await expect(store.readAll(workspace, { limit })).rejects.toBeInstanceOf(InvalidRead);
    });

    it('knows an empty log', async () => {
      expect(await store.head(workspace)).toBe(0n);
      expect(await store.readAll(workspace)).toEqual([]);
    });
  });

  describe('subscription', () => {
    it('gives what is there and then what comes, in batches of the size asked for', async () => {
      await append('note-a', 'no_stream', 5);
      const sizes: number[] = [];
      const stop = new AbortController();
      for await (const batch of store.subscribe(workspace, { batchSize: 2, signal: stop.signal })) {
        sizes.push(batch.length);
        if (batch.at(-1)?.seq === 5n) await append('note-a', 5, 2);
        if (batch.at(-1)?.seq === 7n) stop.abort();
      }
      expect(sizes).toEqual([2, 2, 1, 2]);
    });

    it('starts after a seq', async () => {
      await append('note-a', 'no_stream', 5);
      const events = await takeEvents((signal) => store.subscribe(workspace, { afterSeq: 3n, signal }), 2);
      expect(events.map(({ seq }) => seq)).toEqual([4n, 5n]);
    });

    it('ends at once on abort while it waits', async () => {
      const stop = new AbortController();
      const batches = collect(store.subscribe(workspace, { signal: stop.signal }));
      setImmediate(() => stop.abort());
      expect(await batches).toEqual([]);
    });
  });
}
