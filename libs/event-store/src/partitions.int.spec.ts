import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { eventStoreMigrations } from './migrations/index.js';
import { PostgresEventStore } from './postgres-event-store.js';
import { appendTo, collect, newEvents } from './testing/index.js';

describe('the partitions of the log', () => {
  let test: TestDatabase;
  let store: PostgresEventStore;

  beforeAll(async () => {
    test = await createTestDatabase(eventStoreMigrations);
    store = new PostgresEventStore(test.database);
  });
  afterAll(async () => {
    await store.close();
    await test.drop();
  });

  const partitions = async (): Promise<string[]> => {
    const { rows } = await test.database.login.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = 'event_store.event'::regclass ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  };
  const setHead = (workspace: string, seq: bigint) =>
    test.database.login.query(
      `INSERT INTO event_store.workspace_head VALUES ($1, $2, now())
         ON CONFLICT (workspace) DO UPDATE SET seq = excluded.seq`,
      [workspace, seq],
    );

  it('stand ready after the migration', async () => {
    expect(await partitions()).toEqual(['event_p0', 'event_p1', 'event_p2']);
    expect(await store.ensurePartitions()).toBe(0);
  });

  it('are made ahead by the append that enters a new one, and read as one log', async () => {
    await setHead('crossing', 999_997n);
    await store.append(appendTo('crossing', 'note-a', 'no_stream', newEvents(5)));
    expect(await partitions()).toContain('event_p3');
    const { rows } = await test.database.login.query(
      `SELECT tableoid::regclass::text AS name, count(*)::int FROM event_store.event
        WHERE workspace = 'crossing' GROUP BY 1 ORDER BY 1`,
    );
    expect(rows).toEqual([
      { name: 'event_store.event_p0', count: 2 },
      { name: 'event_store.event_p1', count: 3 },
    ]);
    const seqs = (await store.readAll('crossing', { afterSeq: 999_997n })).map(({ seq }) => seq);
    expect(seqs).toEqual([999_998n, 999_999n, 1_000_000n, 1_000_001n, 1_000_002n]);
    expect(await collect(store.readStream('crossing', 'note-a'))).toHaveLength(5);
  });

  it('refuse a version that stands there already, whatever the head says', async () => {
    await store.append(appendTo('twice', 'note-a', 'no_stream'));
    await test.database.login.query(`DELETE FROM event_store.stream WHERE workspace = 'twice'`);
    await expect(store.append(appendTo('twice', 'note-a', 'no_stream'))).rejects.toMatchObject({
      code: 'EVENT_STORE.FAILURE',
    });
    expect(await store.head('twice')).toBe(1n);
  });

  it('are made while appends and reads of others are under way', async () => {
    const busy = new pg.Client(test.database.url);
    await busy.connect();
    await busy.query('BEGIN');
    const open = new PostgresEventStore({ writer: busy as never, reader: test.database.reader });
    await open.append(appendTo('busy', 'note-a', 'no_stream'));
    await busy.query('SELECT count(*) FROM event_store.event');
    await setHead('growing', 4_500_000n);
    const { rows } = await test.database.login.query(
      `SELECT set_config('lock_timeout', '2s', true), event_store.ensure_partitions() AS made`,
    );
    expect(rows[0]).toMatchObject({ made: 3 });
    await busy.query('COMMIT');
    await busy.end();
  });

  it('are made once by many starts at once', async () => {
    await setHead('far', 6_500_000n);
    const made = await Promise.all(Array.from({ length: 8 }, () => store.ensurePartitions()));
    expect(made.filter((count) => count > 0)).toHaveLength(1);
    expect(await partitions()).toHaveLength(9);
  });
});
