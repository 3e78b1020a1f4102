import fc from 'fast-check';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { WrongExpectedVersion, type EventStoreError } from './errors.js';
import type { AppendRequest, AppendResult, ExpectedVersion } from './event-store.js';
import { eventStoreMigrations } from './migrations/index.js';
import { PostgresEventStore } from './postgres-event-store.js';
import {
  AppendModel,
  newEvents,
  newWorkspace,
  type ModelAppend,
  type ModelOutcome,
} from './testing/index.js';

const expectedVersion: fc.Arbitrary<ExpectedVersion> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<ExpectedVersion>('any') },
  fc.constant<ExpectedVersion>('no_stream'),
  fc.constant<ExpectedVersion>('stream_exists'),
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }) },
);

const append: fc.Arbitrary<ModelAppend> = fc
  .record({
    key: fc.option(fc.constantFrom('k1', 'k2'), { freq: 2 }),
    streams: fc.uniqueArray(
      fc.record({
        stream: fc.constantFrom('note-a', 'note-b', 'note-c'),
        expectedVersion,
        events: fc.integer({ min: 0, max: 3 }),
      }),
      { minLength: 1, maxLength: 3, selector: ({ stream }) => stream },
    ),
  })
  .filter(({ streams }) => streams.some(({ events }) => events > 0));

/** Appends that are sent together, then the next ones, and so on. */
const batches = fc.array(fc.array(append, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 });

describe('the rules of appending', () => {
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

  it('are the same in the database as in the model, however appends travel', async () => {
    await fc.assert(
      fc.asyncProperty(batches, async (sent) => {
        const workspace = newWorkspace();
        const model = new AppendModel();
        for (const batch of sent) {
          const expected = batch.map((one) => model.append(one));
          const outcomes = batch.map((one) => store.append(toRequest(workspace, one)).catch(toModelOutcome));
          expect(await Promise.all(outcomes)).toEqual(expected);
        }
        const log = await store.readAll(workspace);
        expect(log.map(({ stream, version }) => ({ stream, version }))).toEqual(model.log);
        expect(log.map(({ seq }) => Number(seq))).toEqual(model.log.map((_, i) => i + 1));
      }),
      { numRuns: 150 },
    );
  });
});

function toRequest(workspace: string, { key, streams }: ModelAppend): AppendRequest {
  return {
    workspace,
    actor: 'tester',
    streams: streams.map((stream) => ({ ...stream, events: newEvents(stream.events) })),
    ...(key !== null && { idempotencyKey: key }),
  };
}

function toModelOutcome(error: EventStoreError): Exclude<ModelOutcome, AppendResult> {
  if (!(error instanceof WrongExpectedVersion)) return { code: error.code };
  return { code: error.code, stream: error.stream, actual: error.actual };
}
