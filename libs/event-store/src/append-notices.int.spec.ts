import { jest } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import {
  AppendNotices,
  DEFAULT_NOTICE_DELAYS,
  NOTICE_APPLICATION,
  NOTICE_CHANNEL,
} from './append-notices.js';
import type { StoredEvent } from './event-store.js';
import { eventStoreMigrations } from './migrations/index.js';
import { PostgresEventStore } from './postgres-event-store.js';
import { appendTo, newWorkspace } from './testing/index.js';

/** Longer than any test: what comes earlier came by a notice. */
const NEVER = { first: 3_600_000, longest: 3_600_000 };
const SHORT = { first: 5, longest: 20 };

describe('notices between processes', () => {
  let test: TestDatabase;
  let witness: pg.Client;
  let stores: PostgresEventStore[];
  let stop: AbortController;

  beforeAll(async () => {
    test = await createTestDatabase(eventStoreMigrations);
    witness = new pg.Client(test.database.url);
    await witness.connect();
  });
  afterAll(async () => {
    await witness.end();
    await test.drop();
  });
  beforeEach(() => {
    stores = [];
    stop = new AbortController();
  });
  afterEach(async () => {
    stop.abort();
    await Promise.all(stores.map((store) => store.close()));
  });

  function open(poll = NEVER, notices: boolean = true): PostgresEventStore {
    const delays = { firstRetry: 20, longestRetry: 20 };
    const store = new PostgresEventStore(test.database, { poll, ...(notices && { notices: { delays } }) });
    stores.push(store);
    return store;
  }

  const listeners = async () =>
    (
      await witness.query<{ pid: number }>(
        `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1
          AND query LIKE 'LISTEN%' AND state = 'idle'`,
        [NOTICE_APPLICATION],
      )
    ).rows.map(({ pid }) => pid);

  async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
    for (let look = 0; look < 3_000; look++) {
      if (await condition()) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error('It did not come about.');
  }

  /** Collects what a subscription gives, in the background. */
  function follow(store: PostgresEventStore, workspace: string): StoredEvent[] {
    const seen: StoredEvent[] = [];
    void (async () => {
      for await (const batch of store.subscribe(workspace, { signal: stop.signal })) seen.push(...batch);
    })();
    return seen;
  }

  /** Tells how many statements that notify were under way at once. */
  function mostAtOnce(): () => number {
    type Query = (this: pg.Client, ...given: unknown[]) => Promise<unknown>;
    const query = Reflect.get(pg.Client.prototype, 'query') as Query;
    let [now, most] = [0, 0];
    const counted = function (this: pg.Client, ...given: unknown[]): unknown {
      if (!String(given[0]).includes('pg_notify')) return query.apply(this, given);
      most = Math.max(most, ++now);
      return query.apply(this, given).finally(() => now--);
    };
    const spy = jest.spyOn(pg.Client.prototype, 'query').mockImplementation(counted);
    return () => {
      spy.mockRestore();
      return most;
    };
  }

  /** Appends, and waits until the notice of it was given out. */
  async function appendAndHear(store: PostgresEventStore, workspace: string): Promise<void> {
    const heard = new Promise<void>((resolve) => {
      const hear = ({ payload }: pg.Notification) => {
        if (payload !== workspace) return;
        witness.off('notification', hear);
        resolve();
      };
      witness.on('notification', hear);
    });
    await witness.query(`LISTEN ${NOTICE_CHANNEL}`);
    await store.append(appendTo(workspace, 'note-a', 'any'));
    await heard;
  }

  it('wakes a subscription of another process long before its next look', async () => {
    const workspace = newWorkspace();
    const seen = follow(open(), workspace);
    await until(async () => (await listeners()).length === 1);
    const writer = open();
    for (let n = 1; n <= 3; n++) {
      await appendAndHear(writer, workspace);
      await until(() => seen.length === n);
    }
  });

  it('CONTROL: without notices it sees nothing until its next look', async () => {
    const workspace = newWorkspace();
    const deaf = follow(open(NEVER, false), workspace);
    const hearing = follow(open(), workspace);
    await until(async () => (await listeners()).length === 1);
    const writer = open();
    // Its first look may come late, and one behind what that gave; none comes behind a look that gave nothing.
    for (let n = 1; n <= 5; n++) {
      await appendAndHear(writer, workspace);
      await until(() => hearing.length === n);
    }
    expect(deaf.length).toBeLessThan(hearing.length);
  });

  it('makes one notice of many appends', async () => {
    const workspace = newWorkspace();
    const store = open();
    let notices = 0;
    witness.on('notification', ({ payload }) => (notices += Number(payload === workspace)));
    await appendAndHear(store, workspace);
    const from = performance.now();
    for (let n = 0; n < 100; n++) await store.append(appendTo(workspace, 'note-a', 'any'));
    await store.close();
    await witness.query('SELECT 1');
    expect(notices).toBeGreaterThan(1);
    expect(notices).toBeLessThanOrEqual(3 + (performance.now() - from) / 50);
  });

  it('sends one behind the other where they fall due while it connects', async () => {
    const [first, second] = [newWorkspace(), newWorkspace()];
    const heard: (string | undefined)[] = [];
    witness.on('notification', ({ payload }) => heard.push(payload));
    await witness.query(`LISTEN ${NOTICE_CHANNEL}`);
    const sent = mostAtOnce();
    const delays = { ...DEFAULT_NOTICE_DELAYS, coalesce: 0 };
    const notices = new AppendNotices(test.database.writer, () => undefined, undefined, delays);
    notices.announce(first);
    await new Promise((resolve) => setTimeout(resolve));
    notices.announce(second);
    await notices.close();
    await witness.query('SELECT 1');
    expect(heard).toEqual([first, second]);
    expect(sent()).toBe(1);
  });

  it('misses nothing while its connection is lost, and hears again afterwards', async () => {
    const workspace = newWorkspace();
    const seen = follow(open(SHORT), workspace);
    await until(async () => (await listeners()).length === 1);
    const [lost] = await listeners();
    await witness.query('SELECT pg_terminate_backend($1)', [lost]);
    const writer = open();
    await writer.append(appendTo(workspace, 'note-a', 'any'));
    await until(() => seen.length === 1);
    await until(async () => (await listeners()).some((pid) => pid !== lost));
    await appendAndHear(writer, workspace);
    await until(() => seen.length === 2);
    expect(seen.map(({ seq }) => seq)).toEqual([1n, 2n]);
  });

  it('hears again by itself where it never looks', async () => {
    const workspace = newWorkspace();
    const seen = follow(open(), workspace);
    await until(async () => (await listeners()).length === 1);
    const [lost] = await listeners();
    const unheard = new PostgresEventStore(test.database);
    await witness.query('SELECT pg_terminate_backend($1)', [lost]);
    await unheard.append(appendTo(workspace, 'note-a', 'any'));
    // Told by nobody: it looks because its connection came back.
    await until(() => seen.length === 1);
    await unheard.close();
  });

  it('connects anew where its connection is lost in the moment in which it begins to listen', async () => {
    type Query = (this: pg.Client, ...given: unknown[]) => Promise<unknown>;
    const query = Reflect.get(pg.Client.prototype, 'query') as Query;
    let begun = 0;
    const spy = jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
      this: pg.Client,
      ...given: unknown[]
    ): unknown {
      const answer = query.apply(this, given);
      if (!String(given[0]).startsWith('LISTEN') || ++begun > 1) return answer;
      return answer.then(async (rows) => this.end().then(() => rows));
    });
    const workspace = newWorkspace();
    const seen = follow(open(), workspace);
    await until(async () => begun === 2 && (await listeners()).length === 1);
    spy.mockRestore();
    await appendAndHear(open(), workspace);
    await until(() => seen.length === 1);
  });

  it('appends go on where no notice can be sent', async () => {
    const workspace = newWorkspace();
    const nowhere = { options: { host: '127.0.0.1', port: 1, max: 1 } };
    const writer = Object.assign(Object.create(test.database.writer) as pg.Pool, nowhere);
    const store = new PostgresEventStore(
      { writer, appender: test.database.writer, reader: test.database.reader },
      { notices: {} },
    );
    await store.append(appendTo(workspace, 'note-a', 'any'));
    expect(await store.head(workspace)).toBe(1n);
    await store.close();
  });
});
