import { v7 } from 'uuid';
import { buildEvent } from '#domain';
import { PostgresEventStore, type StoredEvent } from '#event-store';
import { articleIdOf, WORKSPACE } from '../support/invented-articles.js';
import { withChaosDatabase } from './chaos-database.js';

const DAY = 86_400_000;
const CLOCKS = [0, DAY, -DAY] as const;
const ROUNDS = 20;

/** Processes in turn, each with a clock of its own, append what they did one after the other. */
async function appendInTurn(): Promise<{ log: StoredEvent[]; before: Date; after: Date }> {
  return withChaosDatabase(async (database) => {
    const clock = async () =>
      (await database.reader.query<{ now: Date }>('SELECT clock_timestamp() AS now')).rows[0]!.now;
    const stores = CLOCKS.map((shift) => {
      const ids = { next: () => v7({ msecs: Date.now() + shift }) };
      return { shift, store: new PostgresEventStore(database, { ids }) };
    });
    const before = await clock();
    for (let n = 0; n < ROUNDS * CLOCKS.length; n++) {
      const { shift, store } = stores[n % CLOCKS.length]!;
      const event = buildEvent('ArticleWithdrawn', { articleId: articleIdOf('a'), reason: String(n) });
      const occurredAt = new Date(Date.now() + shift).toISOString();
      const streams = [
        { stream: `note-${n % 7}`, expectedVersion: 'any' as const, events: [{ ...event, occurredAt }] },
      ];
      await store.append({ workspace: WORKSPACE, actor: 'test', streams });
    }
    const after = await clock();
    const log = await stores[0]!.store.readAll(WORKSPACE);
    return { log, before, after };
  });
}

const turnsOf = (log: readonly StoredEvent[]): number[] =>
  log.map(({ data }) => Number((data as { reason: string }).reason));

describe('writers whose clocks are a day before or behind', () => {
  it("leave the order of the log and its times as they are: both are the database's", async () => {
    const { log, before, after } = await appendInTurn();
    expect(turnsOf(log)).toEqual(log.map((_, i) => i));
    const times = log.map(({ recordedAt }) => recordedAt.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[0]).toBeGreaterThanOrEqual(Math.floor(before.getTime()));
    expect(times.at(-1)).toBeLessThanOrEqual(after.getTime() + 1);
    // CONTROL: ordered by what the writers' clocks made, it would be another log.
    const byId = [...log].sort((a, b) => (a.eventId < b.eventId ? -1 : 1));
    const byTime = [...log].sort((a, b) => (a.occurredAt! < b.occurredAt! ? -1 : 1));
    expect(turnsOf(byId)).not.toEqual(turnsOf(log));
    expect(turnsOf(byTime)).not.toEqual(turnsOf(log));
  });
});
