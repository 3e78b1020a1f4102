import { createHash } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import type { StoredEvent } from '../event-store.js';
import { eventStoreMigrations } from '../migrations/index.js';
import { PostgresEventStore } from '../postgres-event-store.js';
import { appendTo, newEvents, newWorkspace } from '../testing/index.js';
import type { ConsumerOptions, PartitionBatch } from './consumer-group.js';
import { shareOf } from './partition-leases.js';

const PARTITIONS = 8;
const LEASE_MS = 300;

describe('a consumer group', () => {
  let test: TestDatabase;
  let store: PostgresEventStore;
  let workspace: string;
  let running: { stop: AbortController; done: Promise<void> }[];

  beforeAll(async () => {
    test = await createTestDatabase(eventStoreMigrations);
    store = new PostgresEventStore(test.database, { poll: { first: 5, longest: 20 } });
    await test.database.login.query(
      'CREATE SCHEMA outside; CREATE TABLE outside.effect (seq bigint, member text); GRANT USAGE ON SCHEMA outside TO claimtrail_writer; GRANT ALL ON outside.effect TO claimtrail_writer',
    );
  });
  afterAll(async () => {
    await store.close();
    await test.drop();
  });
  beforeEach(async () => {
    workspace = newWorkspace();
    running = [];
    await test.database.login.query('TRUNCATE outside.effect');
  });
  afterEach(async () => {
    for (const { stop } of running) stop.abort();
    await Promise.all(running.map(({ done }) => done));
  });

  const appendSome = async (streams: number, each = 3) => {
    for (let n = 0; n < streams; n++)
      await store.append(appendTo(workspace, `note-${n}`, 'any', newEvents(each)));
  };

  function member(name: string, handle: ConsumerOptions['handle'], rest: Partial<ConsumerOptions> = {}) {
    const stop = new AbortController();
    const options = { workspace, group: 'readers', partitions: PARTITIONS, leaseMs: LEASE_MS, batchSize: 5 };
    const done = store.consume({ ...options, member: name, handle, signal: stop.signal, ...rest });
    const entry = { stop, done };
    running.push(entry);
    return entry;
  }

  const collector = (seen: StoredEvent[]) => (batch: PartitionBatch) => {
    seen.push(...batch.events);
    return Promise.resolve();
  };

  /** Writes an effect and the checkpoint in one transaction: each event counts once. */
  const exactlyOnce = (name: string) => async (batch: PartitionBatch) => {
    const client = await test.database.writer.connect();
    try {
      await client.query('BEGIN');
      await client.query('INSERT INTO outside.effect SELECT unnest($1::bigint[]), $2', [
        batch.events.map(({ seq }) => seq),
        name,
      ]);
      await batch.commit(client);
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  };

  const effects = async (): Promise<number[]> =>
    (
      await test.database.login.query<{ seq: string }>(
        'SELECT seq::text FROM outside.effect ORDER BY effect.seq',
      )
    ).rows.map(({ seq }) => Number(seq));
  const holders = async (): Promise<Record<string, number>> => {
    const { rows } = await test.database.login.query<{ holder: string; n: number }>(
      `SELECT coalesce(holder, '-') AS holder, count(*)::integer AS n FROM event_store.consumer_partition
        WHERE workspace = $1 GROUP BY 1`,
      [workspace],
    );
    return Object.fromEntries(rows.map(({ holder, n }) => [holder, n]));
  };
  const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

  async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
    for (let look = 0; look < 2_000; look++) {
      if (await condition()) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('It did not come about.');
  }

  it('shares the log among three members: nothing missed, each stream in order and by one of them', async () => {
    const seen: Record<string, StoredEvent[]> = { a: [], b: [], c: [] };
    // A lease that no busy machine can outlast, looked at as often as a short one: only who loses one is given events again.
    const patient = { leaseMs: 60_000, wait: () => new Promise<void>((resolve) => setTimeout(resolve, 20)) };
    for (const name of ['a', 'b', 'c']) member(name, collector(seen[name] as StoredEvent[]), patient);
    await until(async () => JSON.stringify(Object.values(await holders()).sort()) === '[2,3,3]');
    await appendSome(40);
    const all = () => Object.values(seen).flat();
    await until(() => all().length >= 120);
    expect(
      all()
        .map(({ seq }) => Number(seq))
        .sort((x, y) => x - y),
    ).toEqual(numbers(120));
    for (const events of Object.values(seen)) {
      expect(events.length).toBeGreaterThan(0);
      const versions = new Map<string, number>();
      for (const { stream, version } of events) {
        expect(version).toBe((versions.get(stream) ?? 0) + 1);
        versions.set(stream, version);
      }
    }
  });

  it('puts a stream into the partition that its MD5 says', async () => {
    await appendSome(20, 1);
    const batches: [number, string][] = [];
    member('a', ({ partition, events }) => {
      for (const { stream } of events) batches.push([partition, stream]);
      return Promise.resolve();
    });
    await until(() => batches.length === 20);
    for (const [partition, stream] of batches) {
      const hash = createHash('md5').update(stream).digest('hex').slice(0, 8);
      expect(partition).toBe(Number.parseInt(hash, 16) % PARTITIONS);
    }
  });

  it('shares anew when a member comes, leaves, or is killed', async () => {
    await appendSome(10);
    const first = member('a', exactlyOnce('a'));
    await until(async () => (await holders()).a === 8);
    member('b', exactlyOnce('b'));
    await until(async () => (await holders()).b === 4);
    first.stop.abort();
    await first.done;
    await until(async () => (await holders()).b === 8);
    // Killed: it neither renews nor gives back.
    const never = () => new Promise<void>(() => undefined);
    const killed = member('0', never, { wait: never });
    running.pop();
    await appendSome(10);
    await until(async () => (await holders()).b === 8 && (await effects()).length >= 60);
    expect(await effects()).toEqual(numbers(60));
    void killed;
  });

  it('gives a batch again that failed', async () => {
    await appendSome(1, 2);
    let tries = 0;
    const seen: StoredEvent[] = [];
    member('a', (batch) => (++tries === 1 ? Promise.reject(new Error('no')) : collector(seen)(batch)));
    await until(() => seen.length === 2);
    expect(tries).toBe(2);
  });

  /** A member that is stopped in the middle of a batch until another one has taken over and done it, and then goes on. */
  async function raceZombie(zombieHandles: (batch: PartitionBatch) => Promise<void>): Promise<unknown> {
    await store.append(appendTo(workspace, 'note-a', 'any', newEvents(3)));
    let wake: () => void = () => undefined;
    const asleep = new Promise<void>((resolve) => (wake = resolve));
    let outcome: unknown;
    let hasBatch = false;
    let isOver = false;
    const handle = async (batch: PartitionBatch) => {
      hasBatch = true;
      await asleep;
      outcome = await zombieHandles(batch).then(
        () => 'written',
        (error: unknown) => error,
      );
      isOver = true;
    };
    const zombie = member('zombie', handle, { wait: () => asleep, partitions: 1 });
    await until(() => hasBatch);
    member('other', exactlyOnce('other'), { partitions: 1 });
    await until(async () => (await effects()).length === 3);
    zombie.stop.abort();
    wake();
    await until(() => isOver);
    return outcome;
  }

  it("refuses a zombie's checkpoint, and so what stands in its transaction", async () => {
    expect(await raceZombie(exactlyOnce('zombie'))).toMatchObject({ code: 'EVENT_STORE.PARTITION_LOST' });
    expect(await effects()).toEqual([1, 2, 3]);
  });

  it('CONTROL: without the fence a zombie does everything again', async () => {
    const unfenced = async ({ events }: PartitionBatch) => {
      await test.database.writer.query("INSERT INTO outside.effect SELECT unnest($1::bigint[]), 'zombie'", [
        events.map(({ seq }) => seq),
      ]);
    };
    expect(await raceZombie(unfenced)).toBe('written');
    expect(await effects()).toEqual([1, 1, 2, 2, 3, 3]);
  });

  it('refuses another number of partitions', async () => {
    await store.consume({
      workspace,
      group: 'readers',
      partitions: 2,
      handle: () => Promise.resolve(),
      signal: AbortSignal.abort(),
    });
    const differing = { workspace, group: 'readers', partitions: 3, signal: AbortSignal.abort() };
    await expect(store.consume({ ...differing, handle: () => Promise.resolve() })).rejects.toMatchObject({
      code: 'EVENT_STORE.CONSUMER_GROUP_DIFFERS',
    });
  });

  it.each([
    [8, ['a', 'b', 'c'], [3, 3, 2]],
    [4, ['a', 'b', 'c'], [2, 1, 1]],
    [1, ['a', 'b'], [1, 0]],
    [8, ['a'], [8]],
  ])('shares %i partitions among %p: %p', (partitions, members, shares) => {
    expect(members.map((name) => shareOf(partitions, members, name))).toEqual(shares);
  });
});
