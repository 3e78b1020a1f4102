import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { WrongExpectedVersion } from './errors.js';
import { eventStoreMigrations } from './migrations/index.js';
import { PostgresEventStore } from './postgres-event-store.js';
import { appendTo, newEvent, newEvents, newWorkspace, takeEvents } from './testing/index.js';

const WRITERS = 32;
const ROUNDS = 25;
const STREAMS = 8;

describe('many writers at once', () => {
  let test: TestDatabase;
  let stores: PostgresEventStore[];

  beforeAll(async () => {
    test = await createTestDatabase(eventStoreMigrations);
    // Several stores stand for several processes: within one, appends would queue and hardly ever race.
    stores = Array.from({ length: 4 }, () => new PostgresEventStore(test.database));
  });
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await test.drop();
  });

  const storeOf = (writer: number) => stores[writer % stores.length] as PostgresEventStore;

  /** Each writer believes something of a stream that others append to as well, so many of its appends fail. */
  async function race(workspace: string): Promise<{ written: number; conflicts: number }> {
    const versions = Array.from({ length: STREAMS }, () => 0);
    let written = 0;
    let conflicts = 0;
    const write = async (writer: number) => {
      for (let round = 0; round < ROUNDS; round++) {
        const stream = (writer * 7 + round * 3) % STREAMS;
        const expected = round % 3 === 0 ? 'any' : (versions[stream] ?? 0);
        const count = 1 + ((writer + round) % 3);
        const request = appendTo(workspace, `note-${stream}`, expected, newEvents(count));
        try {
          const result = await storeOf(writer).append(request);
          written += count;
          versions[stream] = Math.max(versions[stream] ?? 0, result.versions[0] ?? 0);
        } catch (error) {
          if (!(error instanceof WrongExpectedVersion)) throw error;
          conflicts++;
          versions[stream] = Math.max(versions[stream] ?? 0, error.actual);
        }
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
    return { written, conflicts };
  }

  async function tailUntilFinished(store: PostgresEventStore, workspace: string): Promise<bigint[]> {
    const stop = new AbortController();
    const seqs: bigint[] = [];
    for await (const batch of store.subscribe(workspace, { batchSize: 50, signal: stop.signal })) {
      seqs.push(...batch.map(({ seq }) => seq));
      if (batch.at(-1)?.type === 'RaceFinished') stop.abort();
    }
    return seqs;
  }

  it('leave a dense log, whole streams, and nothing that a tail misses, doubles or sees out of order', async () => {
    const workspace = newWorkspace();
    const tails = stores.map((store) => tailUntilFinished(store, workspace));
    const { written, conflicts } = await race(workspace);
    const count = written + 1;
    await storeOf(0).append(appendTo(workspace, 'race-1', 'any', [newEvent({}, { type: 'RaceFinished' })]));

    expect(conflicts).toBeGreaterThan(50);
    const { rows } = await test.database.reader.query(
      'SELECT count(*), max(seq), min(seq) FROM event_store.event WHERE workspace = $1',
      [workspace],
    );
    expect(rows).toEqual([{ count: BigInt(count), max: BigInt(count), min: 1n }]);
    const streams = await test.database.reader.query(
      `SELECT array_agg(version ORDER BY seq) = array_agg(row_number ORDER BY seq) AS whole
         FROM (SELECT stream_id, seq, version, (row_number() OVER (PARTITION BY stream_id ORDER BY seq))::int AS row_number
                 FROM event_store.event WHERE workspace = $1) AS e GROUP BY stream_id`,
      [workspace],
    );
    expect(streams.rows).toEqual(Array.from({ length: STREAMS + 1 }, () => ({ whole: true })));
    const dense = Array.from({ length: count }, (_, i) => BigInt(i + 1));
    for (const seqs of await Promise.all(tails)) expect(seqs).toEqual(dense);
  });

  it('lets exactly one of fifty win a version', async () => {
    const workspace = newWorkspace();
    for (let round = 0; round < 10; round++) {
      const tries = Array.from({ length: 50 }, (_, i) =>
        storeOf(i).append(appendTo(workspace, 'note-a', round)),
      );
      const outcomes = await Promise.allSettled(tries);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    }
    expect(await storeOf(0).head(workspace)).toBe(10n);
  });

  it('write once what many send with one key; CONTROL: without a key all of it', async () => {
    const workspace = newWorkspace();
    const send = (idempotencyKey?: string) =>
      Promise.all(
        Array.from({ length: 40 }, (_, i) =>
          storeOf(i).append(appendTo(workspace, 'note-a', 'any', newEvents(2), { idempotencyKey })),
        ),
      );
    const keyed = await send('key-1');
    expect(keyed.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
    expect(new Set(keyed.map(({ firstSeq }) => firstSeq))).toEqual(new Set([1n]));
    expect(await storeOf(0).head(workspace)).toBe(2n);
    await send();
    expect(await storeOf(0).head(workspace)).toBe(82n);
  });

  describe('a tail that reads "after the last number seen"', () => {
    let first: pg.Client;
    let second: pg.Client;

    beforeEach(async () => {
      [first, second] = [new pg.Client(test.database.url), new pg.Client(test.database.url)];
      await Promise.all([first.connect(), second.connect()]);
    });
    afterEach(() => Promise.all([first.end(), second.end()]));

    it('CONTROL: loses an event where a sequence numbers them before the commit', async () => {
      await first.query('CREATE TABLE naive_log (seq bigserial PRIMARY KEY, text text)');
      const tail: string[] = [];
      let cursor = 0n;
      const poll = async () => {
        const { rows } = await test.database.login.query<{ seq: bigint; text: string }>(
          'SELECT seq, text FROM naive_log WHERE seq > $1 ORDER BY seq',
          [cursor],
        );
        for (const { seq, text } of rows) {
          tail.push(text);
          cursor = seq;
        }
      };
      await first.query(`BEGIN; INSERT INTO naive_log (text) VALUES ('early number, late commit')`);
      await second.query(`INSERT INTO naive_log (text) VALUES ('late number, early commit')`);
      await poll();
      await first.query('COMMIT');
      await poll();
      expect(tail).toEqual(['late number, early commit']);
    });

    it('loses none where seq is handed out under the head row: the second writer waits for the first', async () => {
      const workspace = newWorkspace();
      const [one, two] = [first, second].map(
        (client) => new PostgresEventStore({ writer: client as never, reader: test.database.reader }),
      );
      await first.query('BEGIN');
      await one?.append(appendTo(workspace, 'note-a', 'any'));
      const later = two?.append(appendTo(workspace, 'note-b', 'any'));
      const store = storeOf(0);
      expect(await store.readAll(workspace)).toEqual([]);
      await first.query('COMMIT');
      expect(await later).toMatchObject({ firstSeq: 2n });
      const events = await takeEvents((signal) => store.subscribe(workspace, { signal }), 2);
      expect(events.map(({ stream }) => stream)).toEqual(['note-a', 'note-b']);
    });
  });
});
