import type { Pool, PoolClient } from 'pg';
import type { AppendRequest, EventAppender, EventReader } from '#event-store';
import { createLogger } from '#platform';
import { append, eventsOf, WORKSPACE } from '../../../../test/support/invented-articles.js';
import { LinkingLog } from '../../../../test/support/linking-log.js';
import type { DecisionContext, DecisionProcess } from '../runner/decision-process.js';
import { ProcessRunner } from '../runner/process-runner.js';
import { InventedNews } from '../testing/index.js';
import { FigureLinker } from './figure-linker.process.js';

const ARTICLES = 60;
const TEXT = 'Some 40 people fled. At least 50 people fled. In all 90 people fled.';
const PLACES = ['Westhaven', 'eastern Westhaven', 'Norvale'];

let log: LinkingLog;

beforeAll(async () => {
  log = await LinkingLog.open();
  const news = new InventedNews(7);
  for (let at = 0; at < ARTICLES; at++) {
    const figures = ['40 people', '50 people', '90 people'].map((words) => ({
      words,
      places: [{ text: PLACES[news.below(PLACES.length)]!, role: 'origin' as const, span: null }],
    }));
    const publishedAt = new Date(Date.UTC(2031, 0, 1 + news.below(120))).toISOString().slice(0, 10);
    const article = { name: `article-${at}`, publishedAt, text: TEXT, figures };
    await append(log.store, article, eventsOf(article));
  }
});

afterAll(() => log.close());

const linker = (): FigureLinker =>
  new FigureLinker({
    select: async (sql, values) => (await log.pool.query(sql, [...values])).rows as never,
  });

/** Decides one batch behind the other. */
const inTurn = (): DecisionProcess => Object.assign(linker(), { canDecideAhead: () => false });

/** Takes what the tables show for all that was decided. */
const forgetful = (): DecisionProcess => {
  const decide = (batch: Parameters<DecisionProcess['decide']>[0], context: DecisionContext) =>
    linker().decide(batch, { ...context, written: () => Promise.resolve() });
  return Object.assign(linker(), { decide });
};

function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

/** Lets no batch be seen before the one behind it was decided; the last is seen at once. */
function latePool(decided: (batch: number) => Promise<void>): Pool {
  let commits = 0;
  const connect = async (): Promise<PoolClient> => {
    const client = await log.pool.connect();
    const query = async (...given: Parameters<typeof client.query>): Promise<unknown> => {
      if ((given[0] as unknown) === 'COMMIT') await decided(++commits + 1);
      return client.query(...given);
    };
    return Object.assign(Object.create(client) as PoolClient, { query });
  };
  const query = (...given: Parameters<Pool['query']>): unknown => log.pool.query(...given);
  return Object.assign(Object.create(log.pool) as Pool, { connect, query });
}

/** What the process decides on the log, which never gets it; and how often it was asked. */
async function decisionsOf(
  process: DecisionProcess,
  batches = 0,
): Promise<{ decisions: unknown[]; batches: number }> {
  await log.pool.query(
    'DELETE FROM linking.process; DELETE FROM linking.claim_report; DELETE FROM linking.claim_alias; DELETE FROM linking.figure_anchor',
  );
  const decisions: unknown[] = [];
  const record = (request: AppendRequest) => {
    for (const { stream, events } of request.streams)
      decisions.push(...events.map(({ type, data }) => ({ cause: request.causationId, stream, type, data })));
    return Promise.resolve({} as never);
  };
  const store = Object.assign(Object.create(log.store) as EventReader & EventAppender, { append: record });
  const ends = Array.from({ length: batches }, gate);
  let asked = 0;
  const decide: DecisionProcess['decide'] = async (...given) => {
    const own = ends[asked++];
    return process.decide(...given).finally(() => own?.open());
  };
  await new ProcessRunner({
    process: Object.assign(Object.create(process) as DecisionProcess, { decide }),
    store,
    pool: latePool(async (batch) => ends[batch - 1]?.opened),
    workspace: WORKSPACE,
    logger: createLogger('silent'),
    batchSize: 20,
    pause: () => Promise.resolve(),
  }).catchUp();
  return { decisions, batches: asked };
}

describe('the figure linker ahead of its tables', () => {
  it('decides as it does behind them, also where a batch is seen only when the next is decided', async () => {
    const { decisions, batches } = await decisionsOf(inTurn());
    const types = decisions.map((one) => (one as { type: string }).type);
    expect(types).toEqual(expect.arrayContaining(['ReportLinked', 'ReportUnlinked', 'ClaimsMerged']));
    expect(batches).toBeGreaterThan(10);
    expect((await decisionsOf(linker(), batches)).decisions).toEqual(decisions);
    const forgotten = await decisionsOf(forgetful(), batches);
    // CONTROL: from what the tables show alone, it decides otherwise.
    expect(forgotten.decisions).not.toEqual(decisions);
  });
});
