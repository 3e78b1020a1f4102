import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import type { EventFilter, StoredEvent } from './event-store.js';
import { eventStoreMigrations } from './migrations/index.js';
import { PostgresEventStore } from './postgres-event-store.js';
import { appendTo, collect, newEvent, takeEvents } from './testing/index.js';

const WORKSPACE = 'filtered';
const QUOTED = `it's "quoted" \\`;

describe('filters', () => {
  let test: TestDatabase;
  let store: PostgresEventStore;

  beforeAll(async () => {
    test = await createTestDatabase(eventStoreMigrations);
    store = new PostgresEventStore(test.database);
    const append = (stream: string, type: string, correlationId?: string) =>
      store.append(appendTo(WORKSPACE, stream, 'any', [newEvent({}, { type })], { correlationId }));
    await append('note-a', 'Taken', 'one');
    await append('notebook-a', 'Taken', 'two');
    await append('note-b', 'Given', 'one');
    await append('desk', 'Given');
    await append('note-a', QUOTED, QUOTED);
    await append('notebook-b', 'Taken', 'one');
  });
  afterAll(async () => {
    await store.close();
    await test.drop();
  });

  const seqs = (events: readonly StoredEvent[]) => events.map(({ seq }) => Number(seq));
  const cases: [EventFilter, number[]][] = [
    [{ types: ['Taken'] }, [1, 2, 6]],
    [{ types: ['Taken', 'Given'] }, [1, 2, 3, 4, 6]],
    [{ types: [QUOTED] }, [5]],
    [{ exceptTypes: ['Taken'] }, [3, 4, 5]],
    [{ categories: ['note'] }, [1, 3, 5]],
    [{ categories: ['note', 'desk'] }, [1, 3, 4, 5]],
    [{ correlationId: 'one' }, [1, 3, 6]],
    [{ correlationId: QUOTED }, [5]],
    [{ categories: ['note'], types: ['Taken'], correlationId: 'one' }, [1]],
    [{ types: ['Taken', 'Given'], exceptTypes: ['Given'], categories: ['notebook'] }, [2, 6]],
    [{ exceptTypes: [] }, [1, 2, 3, 4, 5, 6]],
  ];

  it.each(cases)('%j: the same by pages, replay and subscription', async (filter, expected) => {
    expect(seqs(await store.readAll(WORKSPACE, filter))).toEqual(expected);
    const batches = await collect(store.readLog(WORKSPACE, { ...filter, batchSize: 2 }));
    expect(seqs(batches.flatMap(({ events }) => [...events]))).toEqual(expected);
    expect(batches.at(-1)?.to).toBe(6n);
    const followed = takeEvents(
      (signal) => store.subscribe(WORKSPACE, { ...filter, batchSize: 2, signal }),
      expected.length,
    );
    expect(seqs(await followed)).toEqual(expected);
  });

  it('counts events in a page of chosen types, and positions in one without some types', async () => {
    expect(seqs(await store.readAll(WORKSPACE, { types: ['Given'], limit: 2 }))).toEqual([3, 4]);
    expect(seqs(await store.readAll(WORKSPACE, { exceptTypes: ['Taken'], limit: 4 }))).toEqual([3, 4]);
  });

  it.each([[{ types: [] }], [{ categories: [] }], [{ correlationId: 'a\0b' }]])(
    'refuses %j',
    async (filter) => {
      await expect(store.readAll(WORKSPACE, filter)).rejects.toMatchObject({
        code: 'EVENT_STORE.INVALID_READ',
      });
    },
  );
});
