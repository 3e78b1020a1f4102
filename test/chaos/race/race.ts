import { PostgresEventStore } from '#event-store';
import type { Database } from '#platform';
import { Chance } from '../../support/chance.js';
import { withChaosDatabase } from '../chaos-database.js';
import { listen } from '../listen.js';
import type { Figures, Scenario, Sizes } from '../scenario.js';
import { checkHistory, type History } from './history-checker.js';
import { raceOnSequence } from './race-on-sequence.js';
import { tailRest, tailSql, tailSubscription } from './tails.js';
import { connectWriter, cutAppends, RACE_WORKSPACE, Writer } from './writers.js';

const QUEUED_WRITERS = 9;
const TRANSACTION_WRITERS = 3;
/** Several stores stand for several processes: within one, appends would queue and hardly ever race. */
const STORES = 3;

export const race: Scenario = {
  name: 'race',
  promise:
    'Everybody who reads the log reads the same events in the same order: none missed, none twice, none moved.',
  short: { seconds: 6, rounds: 1 },
  long: { seconds: 60, rounds: 1 },
  run: runRace,
  broken,
};

function broken({
  control_lost,
  appended,
  refused,
  unknown,
  max_seq,
  count,
  ...findings
}: Figures): string[] {
  const wrong = Object.entries(findings).filter(([kind, found]) => kind.startsWith('found_') && found > 0);
  const problems = wrong.map(([kind, found]) => `${kind}: ${found}`);
  if (max_seq !== count) problems.push(`max(seq) is ${max_seq}, but there are ${count} events`);
  if (!control_lost) problems.push('the control lost nothing, so the race proves nothing');
  if (!appended || !refused || !unknown) problems.push('a way for an append to end did not occur');
  return problems;
}

function runRace(sizes: Sizes, say: (line: string) => void): Promise<Figures> {
  return withChaosDatabase(
    async (database) => {
      say(`12 writers for ${sizes.seconds} s`);
      const { history, cuts } = await raceOnLog(database, sizes);
      const { rows } = await database.reader.query<{ max: bigint; count: bigint }>(
        'SELECT max(seq), count(*) FROM event_store.event WHERE workspace = $1',
        [RACE_WORKSPACE],
      );
      say('the same writers on a table that is numbered by a sequence');
      const control = await raceOnSequence(database, sizes);
      return {
        ...describe(history),
        cut: cuts,
        max_seq: Number(rows[0]?.max),
        count: Number(rows[0]?.count),
        control_appended: control.sends.filter(({ outcome }) => outcome === 'acknowledged').length,
        control_lost: checkHistory(control).lost.length,
      };
    },
    { CLAIMTRAIL_POOL_SIZE: '12' },
  );
}

async function raceOnLog(
  database: Database,
  { seconds, seed }: Sizes,
): Promise<{ history: History; cuts: number }> {
  const chance = new Chance(seed);
  const stores = Array.from({ length: STORES }, () => new PostgresEventStore(database));
  const [store] = stores as [PostgresEventStore];
  const api = await listen(database, store, RACE_WORKSPACE);
  const clients = await Promise.all(
    Array.from({ length: TRANSACTION_WRITERS }, () => connectWriter(database)),
  );
  const end: { head?: bigint } = {};
  const tails = Promise.all([
    tailSql(database, () => end.head),
    tailSubscription(store, () => end.head),
    tailRest(api.url, () => end.head),
  ]);
  const deadline = performance.now() + seconds * 1_000;
  const isOver = () => performance.now() >= deadline;
  const writers = Array.from(
    { length: QUEUED_WRITERS + TRANSACTION_WRITERS },
    (_, n) => new Writer(`w${n}`, chance.branch()),
  );
  const work = writers.map(async (writer, n) => {
    const client = clients[n];
    while (!isOver()) {
      await (client ? writer.appendInTransaction(client) : writer.append(stores[n % STORES] ?? store));
    }
  });
  try {
    const [cuts] = await Promise.all([cutAppends(database, chance.branch(), isOver), ...work]);
    end.head = await store.head(RACE_WORKSPACE);
    const [sql, subscription, rest] = await tails;
    const sends = writers.flatMap((writer) => writer.sends);
    return { history: { sends, tails: { sql, subscription, rest } }, cuts };
  } finally {
    // Where a writer failed, the tails have nothing to wait for.
    end.head ??= 0n;
    const closing = [...clients.map((client) => client.end()), ...stores.map((each) => each.close())];
    await Promise.allSettled([tails, ...closing]);
    await api.close();
  }
}

function describe(history: History): Figures {
  const ended = (outcome: string) => history.sends.filter((send) => send.outcome === outcome).length;
  const found = Object.entries(checkHistory(history)).map(([kind, places]) => [
    `found_${kind}`,
    (places as string[]).length,
  ]);
  const read = Object.entries(history.tails).map(([tail, reads]) => [`read_by_${tail}`, reads.length]);
  return {
    appended: ended('acknowledged'),
    refused: ended('refused'),
    unknown: ended('unknown'),
    ...(Object.fromEntries([...read, ...found]) as Figures),
  };
}
