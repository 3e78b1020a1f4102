import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { appendWithAnswers } from './append-batch.js';
import { appendOptimistically } from './append-optimistically.js';
import { encodeAppend } from './encode-append.js';
import type { AppendRequest, ExpectedVersion } from './event-store.js';
import { eventStoreMigrations } from './migrations/index.js';
import { PostgresEventStore } from './postgres-event-store.js';
import { appendTo, newEvents, newWorkspace } from './testing/index.js';
import { createLogger, migrate, uuidv7Generator } from '#platform';

describe('an append that hopes for no conflict', () => {
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

  const attempt = (...requests: AppendRequest[]) =>
    appendOptimistically(
      test.database.writer,
      requests.map((request) => encodeAppend(request, uuidv7Generator)),
    );
  const contents = async (workspace: string): Promise<unknown[]> => {
    const tables = ['workspace_head', 'stream', 'event', 'append_key'];
    const columns = ['h.seq', 'h.stream_id, h.version, h.last_seq', 'h.seq', 'h.key'];
    const queries = tables.map((table, i) =>
      test.database.reader.query(
        `SELECT ${columns[i]} FROM event_store.${table} h WHERE workspace = $1 ORDER BY 1`,
        [workspace],
      ),
    );
    return (await Promise.all(queries)).map(({ rows }) => rows as unknown[]);
  };

  it.each<[string, ExpectedVersion, number]>([
    ['note-a', 'no_stream', 1],
    ['note-a', 1, 1],
    ['note-z', 1, 1],
    ['note-z', 'stream_exists', 1],
    ['note-a', 'no_stream', 3],
    ['note-a', 3, 3],
    ['note-z', 2, 3],
    ['note-z', 'stream_exists', 3],
  ])('gives way and leaves nothing: %s expected at %p, %i events', async (stream, expected, count) => {
    const workspace = newWorkspace();
    await store.append(appendTo(workspace, 'note-a', 'no_stream', newEvents(2)));
    const before = await contents(workspace);
    expect(await attempt(appendTo(workspace, stream, expected, newEvents(count)))).toBeNull();
    expect(await contents(workspace)).toEqual(before);
  });

  it('gives way and leaves nothing where one of many is refused or a key was used', async () => {
    const workspace = newWorkspace();
    const keyed = { idempotencyKey: 'key-1' };
    await store.append(appendTo(workspace, 'note-a', 'no_stream', newEvents(2), keyed));
    const before = await contents(workspace);
    const good = appendTo(workspace, 'note-b', 'no_stream', newEvents(2));
    expect(await attempt(good, appendTo(workspace, 'note-a', 1))).toBeNull();
    expect(await attempt(good, appendTo(workspace, 'note-c', 'any', newEvents(1), keyed))).toBeNull();
    expect(await contents(workspace)).toEqual(before);
    expect(await attempt(good, appendTo(workspace, 'note-a', 2))).toMatchObject([
      { outcome: 'appended', firstSeq: 3n, lastSeq: 4n, versions: [2] },
      { outcome: 'appended', firstSeq: 5n, lastSeq: 5n, versions: [3] },
    ]);
  });

  it('keeps under a key what a retry is answered with', async () => {
    const workspace = newWorkspace();
    await store.append(appendTo(workspace, 'note-a', 'no_stream'));
    const request = (stream: string, key: string): AppendRequest => ({
      ...{ workspace, actor: 'tester', idempotencyKey: key },
      streams: [
        { stream, expectedVersion: 'any', events: newEvents(2) },
        { stream: `${stream}-2`, expectedVersion: 'any', events: newEvents(1) },
      ],
    });
    const requests = [request('note-a', 'key-1'), request('note-b', 'key-2')];
    const first = await Promise.all(requests.map((one) => store.append(one)));
    expect(first.map(({ versions }) => versions)).toEqual([
      [3, 1],
      [2, 1],
    ]);
    const again = await Promise.all(requests.map((one) => store.append(one)));
    expect(again).toEqual(first.map((result) => ({ ...result, outcome: 'duplicate' })));
  });

  it('goes on in a log that was written before it came', async () => {
    const older = eventStoreMigrations.filter(({ name }) => !name.startsWith('AppendOptimistically'));
    const old = await createTestDatabase(older);
    try {
      const before = encodeAppend(appendTo('old', 'note-a', 'no_stream', newEvents(2)), uuidv7Generator);
      await appendWithAnswers(old.database.writer, [before]);
      expect(await migrate(old.database, eventStoreMigrations, createLogger('silent'))).toBe(1);
      const outcomes = await appendOptimistically(old.database.writer, [
        encodeAppend(appendTo('old', 'note-a', 2), uuidv7Generator),
      ]);
      expect(outcomes).toMatchObject([{ firstSeq: 3n, versions: [3] }]);
    } finally {
      await old.drop();
    }
  });

  describe('by a caller whose search path is full of traps', () => {
    let client: pg.Client;

    beforeAll(async () => {
      await test.database.login.query(`
        CREATE SCHEMA trap;
        CREATE FUNCTION trap.equal(text, text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN RAISE 'trapped'; END $$;
        CREATE FUNCTION trap.plus(bigint, integer) RETURNS bigint LANGUAGE plpgsql AS $$ BEGIN RAISE 'trapped'; END $$;
        CREATE FUNCTION trap.plus(integer, integer) RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RAISE 'trapped'; END $$;
        CREATE FUNCTION trap.less(integer, integer) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN RAISE 'trapped'; END $$;
        CREATE FUNCTION trap.split_part(text, text, integer) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RAISE 'trapped'; END $$;
        CREATE FUNCTION trap.cardinality(anyarray) RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RAISE 'trapped'; END $$;
        CREATE FUNCTION trap.unnest(anyarray) RETURNS SETOF anyelement LANGUAGE plpgsql AS $$ BEGIN RAISE 'trapped'; END $$;
        CREATE OPERATOR trap.= (LEFTARG = text, RIGHTARG = text, FUNCTION = trap.equal);
        CREATE OPERATOR trap.+ (LEFTARG = bigint, RIGHTARG = integer, FUNCTION = trap.plus);
        CREATE OPERATOR trap.+ (LEFTARG = integer, RIGHTARG = integer, FUNCTION = trap.plus);
        CREATE OPERATOR trap.< (LEFTARG = integer, RIGHTARG = integer, FUNCTION = trap.less);
        CREATE TYPE trap.timestamptz AS (trapped text);
        GRANT USAGE ON SCHEMA trap TO claimtrail_writer`);
      const options = '-c role=claimtrail_writer -c search_path=trap,pg_catalog';
      client = new pg.Client({ connectionString: test.database.url, options });
      await client.connect();
    });
    afterAll(() => client.end());

    it('CONTROL: the traps work', async () => {
      await expect(client.query(`SELECT 1 + 1`)).rejects.toThrow('trapped');
      await expect(client.query(`SELECT split_part('a-b', '-', 1)`)).rejects.toThrow('trapped');
    });

    it('looks at none of them', async () => {
      const workspace = newWorkspace();
      await store.append(appendTo(workspace, 'note-a', 'no_stream'));
      const trapped = new PostgresEventStore({ writer: client as never, reader: test.database.reader });
      expect(await trapped.append(appendTo(workspace, 'note-a', 1))).toMatchObject({ versions: [2] });
      const many = appendTo(workspace, 'note-a', 2, newEvents(3), { idempotencyKey: 'key-1' });
      expect(await trapped.append(many)).toMatchObject({ versions: [5] });
      await expect(trapped.append(appendTo(workspace, 'note-a', 2))).rejects.toMatchObject({ actual: 5 });
      await expect(trapped.append(appendTo(workspace, 'note-z', 2))).rejects.toMatchObject({ actual: 0 });
    });
  });
});
