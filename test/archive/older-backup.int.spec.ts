import { rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBackup, restoreBackup, writeBackup } from '#archive';
import { eventStoreMigrations, PostgresEventStore } from '#event-store';
import { createLogger, systemClock, uuidv7Generator } from '#platform';
import { appendTo } from '../../libs/event-store/src/testing/index.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { rowsOf, writeManyEvents } from './raw-log.js';

const EVENTS = 300;
/** Backups need the tables of loads, so none is older. */
const withLoads = eventStoreMigrations.findIndex(({ name }) => name.startsWith('CreateLoads')) + 1;
const older = eventStoreMigrations
  .slice(withLoads)
  .map((next, n) => [next.name, eventStoreMigrations.slice(0, withLoads + n)] as const);

describe('a backup that was taken before a migration', () => {
  const databases: TestDatabase[] = [];
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'claimtrail-older-'));
  });
  afterEach(async () => {
    for (const each of databases.splice(0)) await each.drop();
    await rm(folder, { recursive: true, force: true });
  });

  async function newDatabase(migrations: typeof eventStoreMigrations = []): Promise<TestDatabase> {
    const made = await createTestDatabase(migrations);
    databases.push(made);
    return made;
  }

  async function backUp(migrations: typeof eventStoreMigrations): Promise<TestDatabase> {
    const here = await newDatabase(migrations);
    await writeManyEvents(here.database.login, 'default', EVENTS);
    await writeBackup({
      database: here.database,
      folder,
      claimtrailVersion: '0.9.0',
      decisions: [],
      verifierKeys: () => Promise.resolve([]),
      clock: systemClock,
      ids: uuidv7Generator,
    });
    return here;
  }

  async function restoreInto({ database }: TestDatabase, migrations = eventStoreMigrations): Promise<void> {
    await restoreBackup({
      backup: await readBackup(folder),
      database,
      migrations,
      prepare: () => Promise.resolve(),
      ids: uuidv7Generator,
      logger: createLogger('silent'),
    });
  }

  const applied = async ({ database }: TestDatabase): Promise<string[]> =>
    (
      await database.login.query<{ name: string }>(
        'SELECT name FROM claimtrail.claimtrail_migrations ORDER BY id',
      )
    ).rows.map(({ name }) => name);

  it.each(older)(
    '%s is restored as it was and migrated after: the log is the same, and grows',
    async (_next, had) => {
      const here = await backUp(had);
      const there = await newDatabase();
      await restoreInto(there);
      expect([await applied(here), await applied(there)]).toEqual([
        had.map(({ name }) => name),
        eventStoreMigrations.map(({ name }) => name),
      ]);
      const rows = await rowsOf(there.database.login, 'default');
      expect(rows).toEqual(await rowsOf(here.database.login, 'default'));
      expect(rows['event']).toHaveLength(EVENTS);
      const store = new PostgresEventStore(there.database);
      expect(await store.append(appendTo('default', 'note-0', 3))).toMatchObject({
        firstSeq: BigInt(EVENTS + 1),
        versions: [4],
      });
      await store.close();
    },
  );

  it('gives the rows to migrations that nobody knew then', async () => {
    class CountNotes1999999999999 {
      async up(runner: { query: (sql: string) => Promise<unknown> }): Promise<void> {
        await runner.query(
          'CREATE TABLE event_store.note_count AS SELECT count(*)::int AS notes FROM event_store.event',
        );
      }
      async down(): Promise<void> {}
    }
    await backUp(eventStoreMigrations);
    const there = await newDatabase();
    await restoreInto(there, [...eventStoreMigrations, CountNotes1999999999999 as never]);
    const { rows } = await there.database.login.query('SELECT notes FROM event_store.note_count');
    expect(rows).toEqual([{ notes: EVENTS }]);
  });

  it('CONTROL: is refused by a database that was migrated before', async () => {
    await backUp(older[0]?.[1] ?? []);
    await expect(restoreInto(await newDatabase(eventStoreMigrations))).rejects.toMatchObject({
      code: 'ARCHIVE.TARGET_NOT_EMPTY',
    });
  });
});
