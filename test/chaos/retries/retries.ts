import { setTimeout as delay } from 'node:timers/promises';
import { buildEvent } from '#domain';
import { EventStoreUnavailable, PostgresEventStore } from '#event-store';
import { loadConfig, openDatabase, type Database } from '#platform';
import { articleIdOf } from '../../support/invented-articles.js';
import { Chance } from '../../support/chance.js';
import { silent, withChaosDatabase } from '../chaos-database.js';
import type { Figures, Scenario, Sizes } from '../scenario.js';
import { CuttingProxy } from './cutting-proxy.js';

const CUT_SHARE = 0.3;
const COMMANDS_A_ROUND = 100;
const CALLERS = 8;
const RETRY_MS = 5;

export const retries: Scenario = {
  name: 'retries',
  promise: 'A command that is tried again under its idempotency key is recorded once.',
  short: { seconds: 0, rounds: 3 },
  long: { seconds: 0, rounds: 20 },
  run: runRetries,
  broken: ({ commands, recorded, cut_before, cut_after, control_commands = 0, control_recorded = 0 }) =>
    [
      commands === recorded ? '' : `${commands} commands were recorded ${recorded} times`,
      cut_before && cut_after ? '' : 'a way to be cut off did not occur',
      control_recorded > control_commands ? '' : 'the control wrote nothing twice, so the cuts prove nothing',
    ].filter(Boolean),
};

async function runRetries({ rounds, seed }: Sizes, say: (line: string) => void): Promise<Figures> {
  return withChaosDatabase(async (direct) => {
    const proxy = await CuttingProxy.start(direct.url, new Chance(seed));
    const database = await openDatabase(loadConfig({ DATABASE_URL: proxy.url }), silent);
    const commands = rounds * COMMANDS_A_ROUND;
    proxy.share = CUT_SHARE;
    say(`${commands} commands, ${CUT_SHARE * 100} % of the statements cut off`);
    const tries = await send(database, 'keyed', commands);
    const { cutBefore, cutAfter } = proxy;
    say('control: the same without keys');
    await send(database, 'unkeyed', COMMANDS_A_ROUND);
    proxy.share = 0;
    await database.close();
    await proxy.stop();
    return {
      commands,
      tries,
      cut_before: cutBefore,
      cut_after: cutAfter,
      recorded: await recorded(direct, 'keyed'),
      control_commands: COMMANDS_A_ROUND,
      control_recorded: await recorded(direct, 'unkeyed'),
    };
  });
}

/** Every command until it is answered; gives how many tries that took. */
async function send(database: Database, workspace: string, commands: number): Promise<number> {
  let tries = 0;
  const queue = Array.from({ length: commands }, (_, n) => n)[Symbol.iterator]();
  const call = async () => {
    // A store a caller: in one store they would travel, and be cut off, together.
    const store = new PostgresEventStore(database);
    for (const n of queue) {
      for (let answered = false; !answered;) {
        tries += 1;
        answered = await tryCommand(store, workspace, n);
      }
    }
    await store.close();
  };
  await Promise.all(Array.from({ length: CALLERS }, call));
  return tries;
}

async function tryCommand(store: PostgresEventStore, workspace: string, n: number): Promise<boolean> {
  const event = buildEvent('ArticleWithdrawn', {
    articleId: articleIdOf(`article ${n}`),
    reason: `command ${n}`,
  });
  const idempotencyKey = workspace === 'keyed' ? `command-${n}` : undefined;
  const streams = [{ stream: `article-${n % 10}`, expectedVersion: 'any' as const, events: [event] }];
  try {
    await store.append({ workspace, actor: 'test', idempotencyKey, streams });
    return true;
  } catch (error) {
    if (!(error instanceof EventStoreUnavailable)) throw error;
    await delay(RETRY_MS);
    return false;
  }
}

async function recorded({ reader }: Database, workspace: string): Promise<number> {
  const { rows } = await reader.query<{ count: bigint }>(
    'SELECT count(*) FROM event_store.event WHERE workspace = $1',
    [workspace],
  );
  return Number(rows[0]?.count);
}
