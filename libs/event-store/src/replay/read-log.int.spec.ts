import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { LogGap } from '../errors.js';
import type { LogBatch, StoredEvent } from '../event-store.js';
import { plainEvent } from '../logged-event.js';
import { eventStoreMigrations } from '../migrations/index.js';
import { PostgresEventStore } from '../postgres-event-store.js';
import { appendTo, collect, newEvent, newEvents, newWorkspace } from '../testing/index.js';

const READING = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'COPY (SELECT%'`;

describe('readLog', () => {
  let test: TestDatabase;
  let store: PostgresEventStore;

  beforeAll(async () => {
    test = await createTestDatabase(eventStoreMigrations, { CLAIMTRAIL_POOL_SIZE: '2' });
    store = new PostgresEventStore(test.database);
  });
  afterAll(async () => {
    await store.close();
    await test.drop();
  });

  async function logOf(count: number, event = newEvents(1)[0]!): Promise<string> {
    const workspace = newWorkspace();
    for (let left = count; left > 0; left -= 2_000) {
      const events = Array.from({ length: Math.min(left, 2_000) }, () => event);
      await store.append(appendTo(workspace, 'note-a', 'any', events));
    }
    return workspace;
  }
  const eventsOf = (batches: readonly LogBatch[]): StoredEvent[] =>
    batches.flatMap(({ events }) => [...events]);
  const seqsOf = (batches: readonly LogBatch[]) => eventsOf(batches).map(({ seq }) => Number(seq));
  const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

  it('gives the very events that pages give, odd texts and absent fields too', async () => {
    const workspace = newWorkspace();
    const odd = { text: 'Łódź “quoted” 🦉 \\ \t', none: null, number: 1e21, list: [[], {}] };
    await store.append(
      appendTo(workspace, 'note-ü', 'any', [
        newEvent(odd, { occurredAt: '2016-12', meta: { by: 'Zoë' }, type: 'NötTaken', schemaVersion: 7 }),
        newEvent(null),
        newEvent('text only', { occurredAt: null }),
      ]),
    );
    const rest = { correlationId: 'correlation-ž', causationId: 'cause' };
    await store.append(appendTo(workspace, 'note-b', 'any', newEvents(2), rest));
    const events = eventsOf(await collect(store.readLog(workspace)));
    expect(events.map(plainEvent)).toEqual(await store.readAll(workspace));
    expect(JSON.parse(JSON.stringify(events[0]))).toMatchObject({ seq: '1', data: odd, meta: { by: 'Zoë' } });
  });

  it('gives batches of the size asked for, across the statements it takes', async () => {
    const workspace = await logOf(20_001);
    const batches = await collect(store.readLog(workspace, { batchSize: 3_000 }));
    expect(batches.map(({ events }) => events.length)).toEqual([...new Array<number>(6).fill(3_000), 2_001]);
    expect(batches.map(({ to }) => Number(to)).at(-1)).toBe(20_001);
    expect(seqsOf(batches)).toEqual(numbers(1, 20_001));
  });

  it.each([
    [{}, numbers(1, 10)],
    [{ afterSeq: 4n }, numbers(5, 10)],
    [{ afterSeq: 4n, until: 6n }, [5, 6]],
    [{ until: 99n }, numbers(1, 10)],
    [{ afterSeq: 10n }, []],
    [{ afterSeq: 6n, until: 4n }, []],
  ])('reads the range %p', async (range, seqs) => {
    const workspace = await logOf(10);
    expect(seqsOf(await collect(store.readLog(workspace, range)))).toEqual(seqs);
  });

  it('ends at the head that the log had when it began', async () => {
    const workspace = await logOf(5);
    const seen: LogBatch[] = [];
    for await (const batch of store.readLog(workspace, { batchSize: 2 })) {
      seen.push(batch);
      if (seen.length === 1) await store.append(appendTo(workspace, 'note-a', 'any'));
    }
    expect(seqsOf(seen)).toEqual(numbers(1, 5));
  });

  it('ends batches early where events are large', async () => {
    const workspace = await logOf(12, newEvent({ text: 'x'.repeat(1_000_000) }));
    const batches = await collect(store.readLog(workspace));
    expect(batches.map(({ events }) => events.length)).toEqual([5, 5, 2]);
  });

  it('stops the server, not the memory, while its reader is busy', async () => {
    const workspace = await logOf(40, newEvent({ text: 'x'.repeat(1_000_000) }));
    const batches = store.readLog(workspace)[Symbol.asyncIterator]();
    const first = (await batches.next()).value as LogBatch;
    const waits = async () =>
      (await test.database.login.query<{ wait: string | null }>(`${READING} AND wait_event = 'ClientWrite'`))
        .rowCount;
    // On a busy machine the server takes its time to fill the buffers between the two.
    let waiting = await waits();
    for (let look = 0; look < 20_000 && waiting === 0; look++) waiting = await waits();
    expect(waiting).toBe(1);
    const rest = await collect({ [Symbol.asyncIterator]: () => batches } as AsyncIterable<LogBatch>);
    expect(seqsOf([first, ...rest])).toEqual(numbers(1, 40));
  });

  it('frees its connection when it is abandoned, and when it is aborted', async () => {
    const workspace = await logOf(40, newEvent({ text: 'x'.repeat(1_000_000) }));
    for (let turn = 0; turn < 5; turn++) {
      for await (const batch of store.readLog(workspace)) {
        expect(batch.events).toHaveLength(5);
        break;
      }
      const stop = new AbortController();
      for await (const batch of store.readLog(workspace, { signal: stop.signal })) {
        expect(batch.to).toBe(5n);
        stop.abort();
      }
    }
    // The pool has two connections: one kept would have made this wait for ever.
    expect(await Promise.all(numbers(1, 4).map(() => store.head(workspace)))).toEqual([40n, 40n, 40n, 40n]);
    expect(test.database.reader.waitingCount).toBe(0);
  });

  it('leaves the connection as it was', async () => {
    const workspace = await logOf(3);
    await collect(store.readLog(workspace));
    const { rows } = await test.database.reader.query('SHOW statement_timeout');
    expect(rows).toEqual([{ statement_timeout: '5s' }]);
  });

  /** Ends the connection that reads; on a busy machine it may only be on its way to the next statement. */
  async function cut(): Promise<number> {
    const ending = READING.replace('SELECT pid', 'SELECT pg_terminate_backend(pid)');
    for (let look = 0; look < 2_000; look++) {
      const { rowCount } = await test.database.login.query(ending);
      if (rowCount) return rowCount;
    }
    return 0;
  }

  it('reads on behind the last batch when its connection is cut', async () => {
    const workspace = await logOf(40, newEvent({ text: 'x'.repeat(1_000_000) }));
    const seen: LogBatch[] = [];
    let cuts = 0;
    for await (const batch of store.readLog(workspace)) {
      seen.push(batch);
      if (seen.length === 1 || seen.length === 4) {
        cuts += await cut();
      }
    }
    expect(cuts).toBe(2);
    expect(seqsOf(seen)).toEqual(numbers(1, 40));
  });

  it('says so where the connection cannot be had again', async () => {
    const workspace = await logOf(3);
    const failing = new PostgresEventStore({
      writer: test.database.writer,
      reader: {
        query: test.database.reader.query.bind(test.database.reader),
        connect: () => Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })),
      } as unknown as TestDatabase['database']['reader'],
    });
    await expect(collect(failing.readLog(workspace))).rejects.toMatchObject({
      code: 'EVENT_STORE.UNAVAILABLE',
      nothingWritten: true,
    });
    await failing.close();
  });

  it.each([1, 3, 5])('refuses a log without its event %i', async (seq) => {
    const workspace = await logOf(5);
    const client = await test.database.login.connect();
    await client.query(
      `ALTER TABLE event_store.event_p0 DISABLE TRIGGER ALL; ALTER TABLE event_store.event DISABLE TRIGGER ALL`,
    );
    await client.query('DELETE FROM event_store.event WHERE workspace = $1 AND seq = $2', [workspace, seq]);
    client.release();
    await expect(collect(store.readLog(workspace))).rejects.toBeInstanceOf(LogGap);
  });

  it.each([0, 50_001, 1.5])('refuses batches of %p', async (batchSize) => {
    await expect(collect(store.readLog('w', { batchSize }))).rejects.toMatchObject({
      code: 'EVENT_STORE.INVALID_READ',
    });
  });
});
