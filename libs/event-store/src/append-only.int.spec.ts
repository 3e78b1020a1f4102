import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { eventStoreMigrations } from './migrations/index.js';
import { PostgresEventStore } from './postgres-event-store.js';
import { appendTo } from './testing/index.js';

const APPEND_ONLY = 'The log is append-only';
const DENIED = 'permission denied';

const CHANGES = (relation: string): string[] => [
  `UPDATE ${relation} SET actor = 'forger'`,
  `UPDATE ${relation} SET actor = 'forger' WHERE false`,
  `DELETE FROM ${relation}`,
  `TRUNCATE ${relation}`,
  `INSERT INTO ${relation} SELECT * FROM event_store.event ON CONFLICT (workspace, seq) DO UPDATE SET actor = 'forger'`,
  `MERGE INTO ${relation} e USING (SELECT 1) s ON true WHEN MATCHED THEN DELETE`,
];

describe('the append-only log', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await createTestDatabase(eventStoreMigrations);
    const store = new PostgresEventStore(test.database);
    await store.append(appendTo('w', 'note-a', 'no_stream', undefined, { idempotencyKey: 'key-1' }));
    await store.close();
  });
  afterAll(() => test.drop());

  /** Runs statements on a connection of its own, the last one being the attempt. */
  async function attempt(...statements: string[]): Promise<string> {
    const client = new pg.Client(test.database.url);
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
      return 'done';
    } catch (error) {
      return (error as Error).message;
    } finally {
      await client.end();
    }
  }

  const actors = async () => {
    const { rows } = await test.database.login.query<{ actor: string }>(
      'SELECT actor FROM event_store.event',
    );
    return rows.map(({ actor }) => actor);
  };

  describe.each(['event_store.event', 'event_store.event_p0'])('%s', (relation) => {
    describe.each(CHANGES(relation))('%s', (change) => {
      it.each([
        ['the writer', 'SET ROLE claimtrail_writer', DENIED],
        ['the reader', 'SET ROLE claimtrail_reader', DENIED],
        ['the owner', 'SET ROLE claimtrail_owner', APPEND_ONLY],
        ['a superuser', 'SELECT 1', APPEND_ONLY],
        ['a superuser that silences triggers', 'SET session_replication_role = replica', APPEND_ONLY],
      ])('is refused to %s', async (_, become, message) => {
        expect(await attempt(become, change)).toContain(message);
        expect(await actors()).toEqual(['tester']);
      });
    });
  });

  it.each(['claimtrail_writer', 'claimtrail_reader'])(
    '%s may change nothing but through the function',
    async (role) => {
      const changes = [
        `INSERT INTO event_store.event SELECT workspace, 2, stream_id, 2, event_id, type, 1, now(), null, actor, null, null, data, meta FROM event_store.event`,
        `UPDATE event_store.workspace_head SET seq = 9`,
        `INSERT INTO event_store.workspace_head VALUES ('x', 1, now())`,
        `DELETE FROM event_store.workspace_head`,
        `UPDATE event_store.stream SET version = 9`,
        `DELETE FROM event_store.stream`,
        `UPDATE event_store.append_key SET request_hash = ''`,
        `DELETE FROM event_store.append_key`,
        `TRUNCATE event_store.stream`,
        `SELECT event_store.make_append_only('event_store.event')`,
      ];
      for (const change of changes) expect(await attempt(`SET ROLE ${role}`, change)).toContain(DENIED);
      const disable = 'ALTER TABLE event_store.event DISABLE TRIGGER append_only';
      expect(await attempt(`SET ROLE ${role}`, disable)).toContain('must be owner');
      expect(await attempt(`SET ROLE ${role}`, 'DROP TABLE event_store.event_p0')).toContain('must be owner');
    },
  );

  it('lets the reader append nothing through the function either', async () => {
    const call = `SELECT event_store.append_batch('w', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '[]', '[]')`;
    expect(await attempt('SET ROLE claimtrail_reader', call)).toContain(DENIED);
  });

  it.each([
    `UPDATE event_store.append_key SET request_hash = 'forged'`,
    `DELETE FROM event_store.append_key`,
    `TRUNCATE event_store.append_key`,
  ])('keeps what stood under an idempotency key: %s is refused to the owner', async (change) => {
    expect(await attempt('SET ROLE claimtrail_owner', change)).toContain(APPEND_ONLY);
  });

  it('has no function that a stranger may run', async () => {
    const { rows } = await test.database.login.query(
      `SELECT p.proname FROM pg_proc p WHERE p.pronamespace = 'event_store'::regnamespace
         AND has_function_privilege('public', p.oid, 'EXECUTE')`,
    );
    expect(rows).toEqual([]);
  });

  it('protects partitions that are made later', async () => {
    await attempt('SET ROLE claimtrail_writer', 'SELECT event_store.ensure_partitions(5000000)');
    const update = `UPDATE event_store.event_p7 SET actor = 'forger'`;
    expect(await attempt('SET ROLE claimtrail_owner', update)).toContain(APPEND_ONLY);
    expect(await attempt('SET session_replication_role = replica', update)).toContain(APPEND_ONLY);
  });

  it('CONTROL: with the trigger disabled by the owner, the change goes through, and only a proof could show it', async () => {
    const database = await createTestDatabase(eventStoreMigrations);
    const store = new PostgresEventStore(database.database);
    await store.append(appendTo('w', 'note-a', 'no_stream'));
    await database.database.login.query(`
      SET ROLE claimtrail_owner;
      ALTER TABLE event_store.event_p0 DISABLE TRIGGER append_only;
      UPDATE event_store.event_p0 SET actor = 'forger';
      ALTER TABLE event_store.event_p0 ENABLE ALWAYS TRIGGER append_only;
      RESET ROLE`);
    expect(await store.readAll('w')).toMatchObject([{ actor: 'forger' }]);
    await store.close();
    await database.drop();
  });
});
