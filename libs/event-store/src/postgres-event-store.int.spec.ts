import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { LogGap } from './errors.js';
import { eventStoreMigrations } from './migrations/index.js';
import { PostgresEventStore } from './postgres-event-store.js';
import {
  appendTo,
  describeEventStore,
  newEvent,
  newEvents,
  newWorkspace,
  takeEvents,
} from './testing/index.js';

describe('PostgresEventStore', () => {
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

  describeEventStore(() => store);

  it('stores the very bytes of data and meta', async () => {
    const workspace = newWorkspace();
    const data = { b: 1, a: [1, 'é\n"'], 10: 'x', 2: 'y' };
    await store.append(appendTo(workspace, 'note-a', 'any', [newEvent(data, { meta: { z: 1, a: 0.1 } })]));
    const { rows } = await test.database.reader.query(
      'SELECT data::text, meta::text FROM event_store.event WHERE workspace = $1',
      [workspace],
    );
    expect(rows).toEqual([{ data: JSON.stringify(data), meta: '{"z":1,"a":0.1}' }]);
  });

  it('never lets the time of recording go back, even when the clock does', async () => {
    const workspace = newWorkspace();
    await store.append(appendTo(workspace, 'note-a', 'any'));
    await test.database.login.query(
      `UPDATE event_store.workspace_head SET recorded_at = now() + interval '1 hour' WHERE workspace = $1`,
      [workspace],
    );
    await store.append(appendTo(workspace, 'note-a', 'any'));
    await store.append(appendTo(workspace, 'note-a', 'any'));
    const times = (await store.readAll(workspace)).map(({ recordedAt }) => recordedAt.getTime());
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(3_000_000);
    expect(times[2]).toBe(times[1]);
  });

  it('keeps the category of a stream', async () => {
    const workspace = newWorkspace();
    await store.append(appendTo(workspace, 'article-1-2', 'any'));
    const { rows } = await test.database.reader.query(
      'SELECT * FROM event_store.stream WHERE workspace = $1',
      [workspace],
    );
    expect(rows).toEqual([
      { workspace, stream_id: 'article-1-2', category: 'article', version: 1, first_seq: 1n, last_seq: 1n },
    ]);
  });

  it('sees what another process appends by polling', async () => {
    const workspace = newWorkspace();
    const elsewhere = new PostgresEventStore(test.database);
    const taking = takeEvents((signal) => store.subscribe(workspace, { signal }), 3);
    await elsewhere.append(appendTo(workspace, 'note-a', 'any', newEvents(3)));
    expect(await taking).toHaveLength(3);
    await elsewhere.close();
  });

  it('answers each of a batch alone where the server refuses the whole of it', async () => {
    const workspace = newWorkspace();
    await test.database.login.query(`
      CREATE FUNCTION refuse_type() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no room for this'; END $$;
      CREATE TRIGGER refuse_type BEFORE INSERT ON event_store.event
        FOR EACH ROW WHEN (new.type = 'Refused') EXECUTE FUNCTION refuse_type()`);
    const outcomes = await Promise.allSettled([
      store.append(appendTo(workspace, 'note-a', 'any')),
      store.append(appendTo(workspace, 'note-b', 'any', [newEvent({}, { type: 'Refused' })])),
      store.append(appendTo(workspace, 'note-c', 'any')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(outcomes[1]).toMatchObject({ reason: { code: 'EVENT_STORE.FAILURE' } });
    expect(await store.head(workspace)).toBe(2n);
  });

  it('says so when events are missing in the middle of the log', async () => {
    const workspace = newWorkspace();
    await store.append(appendTo(workspace, 'note-a', 'any', newEvents(5)));
    await test.database.login.query('ALTER TABLE event_store.event_p0 DISABLE TRIGGER append_only');
    await test.database.login.query('DELETE FROM event_store.event_p0 WHERE workspace = $1 AND seq = 3', [
      workspace,
    ]);
    const taking = takeEvents((signal) => store.subscribe(workspace, { signal, batchSize: 2 }), 5);
    await expect(taking).rejects.toThrow(LogGap);
  });
});
