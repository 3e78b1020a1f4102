import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { EventStoreUnavailable } from './errors.js';
import { eventStoreMigrations } from './migrations/index.js';
import { PostgresEventStore } from './postgres-event-store.js';
import { appendTo, newEvents, newWorkspace } from './testing/index.js';

describe('a connection that is lost in the middle of an append', () => {
  let test: TestDatabase;
  let store: PostgresEventStore;
  let other: pg.Client;

  beforeAll(async () => {
    test = await createTestDatabase(eventStoreMigrations);
    store = new PostgresEventStore(test.database);
    other = new pg.Client(test.database.url);
    await other.connect();
  });
  afterAll(async () => {
    await store.close();
    await other.end();
    await test.drop();
  });

  /** The append that waits for the head row which `other` holds. */
  async function findWaiting(): Promise<number> {
    for (let look = 0; look < 2_000; look++) {
      const { rows } = await other.query<{ pid: number }>(
        `SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()
            AND query LIKE '%event_store.append_%'`,
      );
      if (rows[0]) return rows[0].pid;
    }
    throw new Error('No append waits for the head row.');
  }

  async function startAndKill<T>(workspace: string, start: () => Promise<T>): Promise<unknown> {
    await other.query('BEGIN');
    await other.query('SELECT 1 FROM event_store.workspace_head WHERE workspace = $1 FOR UPDATE', [
      workspace,
    ]);
    const failure = start().then(
      () => undefined,
      (error: unknown) => error,
    );
    await other.query('SELECT pg_terminate_backend($1)', [await findWaiting()]);
    const error = await failure;
    await other.query('COMMIT');
    return error;
  }

  it('tells the caller, leaves nothing half written, and a retry with the same key writes once', async () => {
    const workspace = newWorkspace();
    await store.append(appendTo(workspace, 'note-a', 'no_stream'));
    const append = () =>
      store.append(appendTo(workspace, 'note-a', 'any', newEvents(3), { idempotencyKey: 'key-1' }));

    const error = await startAndKill(workspace, append);
    expect(error).toBeInstanceOf(EventStoreUnavailable);
    expect(error).toMatchObject({ code: 'EVENT_STORE.UNAVAILABLE', nothingWritten: false });
    expect(await store.head(workspace)).toBe(1n);
    expect(await store.readAll(workspace)).toHaveLength(1);

    expect(await append()).toMatchObject({ outcome: 'appended', firstSeq: 2n, lastSeq: 4n });
    expect(await append()).toMatchObject({ outcome: 'duplicate', firstSeq: 2n, lastSeq: 4n });
    expect(await store.head(workspace)).toBe(4n);
  });

  it('gives a retry the first result where the append was written and only its answer was lost', async () => {
    const workspace = newWorkspace();
    const answerLost: Pick<pg.Pool, 'query'> = {
      query: (async (config: pg.QueryConfig) => {
        await test.database.writer.query(config);
        throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
      }) as unknown as pg.Pool['query'],
    };
    const unlucky = new PostgresEventStore({ writer: answerLost as pg.Pool, reader: test.database.reader });
    const request = appendTo(workspace, 'note-a', 'no_stream', newEvents(2), { idempotencyKey: 'key-1' });
    await store.append(appendTo(workspace, 'note-b', 'no_stream'));
    await expect(unlucky.append(request)).rejects.toMatchObject({ nothingWritten: false });
    expect(await store.append(request)).toMatchObject({ outcome: 'duplicate', firstSeq: 2n, lastSeq: 3n });
    expect(await store.head(workspace)).toBe(3n);
    await unlucky.close();
  });

  it('CONTROL: without a key such a retry writes twice', async () => {
    const workspace = newWorkspace();
    const request = appendTo(workspace, 'note-a', 'any', newEvents(2));
    await store.append(request);
    await store.append(request);
    expect(await store.head(workspace)).toBe(4n);
  });
});
