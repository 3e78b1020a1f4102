import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { eventStoreMigrations } from './migrations/index.js';
import { PostgresEventStore } from './postgres-event-store.js';
import { appendTo, newEvents, newWorkspace } from './testing/index.js';

describe('an append behind a lock that nobody lets go', () => {
  let test: TestDatabase;
  let store: PostgresEventStore;
  let holder: pg.Client;

  beforeAll(async () => {
    const env = { CLAIMTRAIL_LOCK_TIMEOUT_MS: '100', CLAIMTRAIL_IDLE_IN_TRANSACTION_TIMEOUT_MS: '100' };
    test = await createTestDatabase(eventStoreMigrations, env);
    store = new PostgresEventStore(test.database);
    holder = new pg.Client(test.database.url);
    await holder.connect();
  });
  afterAll(async () => {
    await store.close();
    await holder.end();
    await test.drop();
  });

  const holdHead = async (workspace: string) => {
    await holder.query('BEGIN');
    await holder.query('SELECT FROM event_store.workspace_head WHERE workspace = $1 FOR UPDATE', [workspace]);
  };

  it('is told so in bounded time, that nothing was written, and a retry writes it', async () => {
    const workspace = newWorkspace();
    await store.append(appendTo(workspace, 'note-a', 'no_stream'));
    await holdHead(workspace);
    const append = () => store.append(appendTo(workspace, 'note-a', 1, newEvents(2)));
    const error = await append().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'EVENT_STORE.UNAVAILABLE', nothingWritten: true });
    expect((error as Error).message).toContain('waited too long for a lock');
    await holder.query('COMMIT');
    expect(await append()).toMatchObject({ outcome: 'appended', versions: [3] });
  });

  it('CONTROL: without the timeout it waits for as long as the lock is held', async () => {
    const workspace = newWorkspace();
    const { writer, reader } = test.database;
    const patient = new PostgresEventStore({ writer, reader });
    await store.append(appendTo(workspace, 'note-a', 'no_stream'));
    await holdHead(workspace);
    let ended = false;
    const waiting = patient.append(appendTo(workspace, 'note-a', 1)).finally(() => (ended = true));
    await expect(store.append(appendTo(workspace, 'note-b', 'any'))).rejects.toMatchObject({
      nothingWritten: true,
    });
    expect(ended).toBe(false);
    await holder.query('COMMIT');
    expect(await waiting).toMatchObject({ versions: [2] });
    await patient.close();
  });

  it('goes on once the database has closed the connection that holds the lock and does nothing', async () => {
    const workspace = newWorkspace();
    const { writer, reader } = test.database;
    const patient = new PostgresEventStore({ writer, reader });
    await store.append(appendTo(workspace, 'note-a', 'no_stream'));
    const forgetful = await writer.connect();
    const lost = new Promise((resolve) => forgetful.on('error', resolve));
    await forgetful.query('BEGIN');
    const open = new PostgresEventStore({ writer: forgetful as never, reader });
    await open.append(appendTo(workspace, 'note-b', 'no_stream'));
    expect(await patient.append(appendTo(workspace, 'note-a', 1))).toMatchObject({ firstSeq: 2n });
    expect(await lost).toMatchObject({ code: '25P03' });
    forgetful.release(true);
    await patient.close();
  });
});
