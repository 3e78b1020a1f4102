import type { Pool } from 'pg';
import { buildEvent } from '#domain';
import { eventStoreMigrations, PostgresEventStore, type EventAppender, type EventReader } from '#event-store';
import { createLogger, deterministicId, inTransaction, leaseSettings } from '#platform';
import { WORKSPACE } from '../../../../test/support/invented-articles.js';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { linkingMigrations, ProcessOfOtherVersion, ProcessRunner, type DecisionProcess } from '../index.js';
import { movePosition, readPosition } from './position.js';
import { takeLease } from './process-lease.js';

const silent = createLogger('silent');
const idOf = (name: string) => deterministicId('test', name);

let test: TestDatabase;
let store: PostgresEventStore;
let pool: Pool;

beforeEach(async () => {
  test = await createTestDatabase([...eventStoreMigrations, ...linkingMigrations]);
  store = new PostgresEventStore(test.database);
  pool = test.database.writer;
});

afterEach(async () => {
  await store.close();
  await test.drop();
});

/** Links every withdrawn article, as if it were a report, to one of two claims: enough to see what is appended and how often. */
const linker = (version = '1.0.0'): DecisionProcess & { readonly folded: string[] } => {
  const folded: string[] = [];
  return {
    name: 'test-linker',
    version,
    reads: ['ArticleWithdrawn'],
    folds: ['ReportLinked', 'ReportUnlinked'],
    folded,
    decide: (batch) => {
      const facts = batch.filter(({ type }) => type === 'ArticleWithdrawn');
      folded.push(...batch.filter((event) => !facts.includes(event)).map(({ actor }) => actor));
      const decided = facts.map((cause) => {
        const { articleId } = cause.data as { articleId: string };
        const claimId = idOf(`claim-${Number(cause.seq) % 2}`);
        const decision = {
          claimId,
          reportId: articleId,
          decidedBy: `test-linker/${version}`,
          reasons: ['a test'],
        };
        const event = buildEvent('ReportLinked', { ...decision, score: 1, place: null });
        return { cause, events: [{ stream: `claim-${claimId}`, event }] };
      });
      return Promise.resolve(decided);
    },
  };
};

async function withdraw(count: number, from = 0): Promise<void> {
  for (let n = from; n < from + count; n++) {
    const articleId = idOf(`article-${n}`);
    const event = buildEvent('ArticleWithdrawn', { articleId, reason: 'a test' });
    await store.append({
      workspace: WORKSPACE,
      actor: 'a person',
      streams: [{ stream: `article-${articleId}`, expectedVersion: 'any', events: [event] }],
    });
  }
}

const runner = (
  process: DecisionProcess,
  over: EventReader & EventAppender = store,
  batchSize = 4,
  by: Pool = pool,
) =>
  new ProcessRunner({
    process,
    store: over,
    pool: by,
    workspace: WORKSPACE,
    logger: silent,
    batchSize,
    pause: () => Promise.resolve(),
  });

async function linked(): Promise<string[]> {
  const events = await store.readAll(WORKSPACE, { types: ['ReportLinked'], limit: 1_000 });
  return events.map(({ data }) => (data as { reportId: string }).reportId);
}

/** The log as a process sees it that dies in the append numbered `fall`: before its events are written, or just behind. */
function dying(fall: number, when: 'before' | 'behind', keyed = true): EventReader & EventAppender {
  let appends = 0;
  const append: EventAppender['append'] = async (request) => {
    appends += 1;
    const { idempotencyKey, ...unkeyed } = request;
    const sent = keyed && idempotencyKey !== undefined ? request : unkeyed;
    if (appends < fall) return store.append(sent);
    if (when === 'behind') await store.append(sent);
    throw new Error('killed');
  };
  return Object.assign(Object.create(store) as PostgresEventStore, { append });
}

describe('ProcessRunner', () => {
  it('appends what a process decides, with its cause, and passes over its own decisions', async () => {
    await withdraw(9);
    const process = linker();
    await runner(process).catchUp();
    await runner(process).catchUp();
    expect(await linked()).toEqual(Array.from({ length: 9 }, (_, n) => idOf(`article-${n}`)));
    expect(process.folded).toEqual([]);
    const [fact] = await store.readAll(WORKSPACE, { types: ['ArticleWithdrawn'] });
    const [link] = await store.readAll(WORKSPACE, { types: ['ReportLinked'] });
    expect(link).toMatchObject({
      causationId: fact?.eventId,
      actor: 'test-linker/1.0.0',
      meta: { causeSeq: '1' },
    });
  });

  it.each(['before', 'behind'] as const)(
    'is killed %s any append, and nothing is twice or missing',
    async (when) => {
      await withdraw(9);
      for (let fall = 1; fall <= 6; fall++) {
        await runner(linker(), dying(fall, when))
          .catchUp()
          .catch(() => undefined);
      }
      await runner(linker()).catchUp();
      expect((await linked()).toSorted()).toEqual(
        Array.from({ length: 9 }, (_, n) => idOf(`article-${n}`)).toSorted(),
      );
    },
  );

  /** Dies behind the append of its decisions, before the outbox forgets them. */
  const forgetful = (): Pool =>
    Object.assign(Object.create(pool) as Pool, {
      query: (sql: string, values: unknown[]) =>
        sql.startsWith('DELETE FROM linking.decided')
          ? Promise.reject(new Error('killed'))
          : pool.query(sql, values),
    });

  it.each([
    ['', true],
    [' CONTROL: without keys, they are there twice', false],
  ])('is killed between append and outbox, and appends its decisions once.%s', async (_case, keyed) => {
    await withdraw(3);
    const never = 100;
    const killed = runner(linker(), dying(never, 'before', keyed), 4, forgetful());
    await expect(killed.catchUp()).rejects.toThrow('killed');
    await runner(linker(), dying(never, 'before', keyed)).catchUp();
    expect(await linked()).toHaveLength(keyed ? 3 : 6);
  });

  it('is killed in a batch while the decisions of the one before are on their way, and keeps their order', async () => {
    await withdraw(9);
    const process = linker();
    let batches = 0;
    const killed = {
      ...process,
      decide: (...given: Parameters<DecisionProcess['decide']>) =>
        ++batches === 2 ? Promise.reject(new Error('killed')) : process.decide(...given),
    };
    await expect(runner(killed).catchUp()).rejects.toThrow('killed');
    // CONTROL: what was on its way has arrived, and no more than that.
    const arrived = await linked();
    expect(arrived.length).toBeGreaterThan(0);
    expect(arrived.length).toBeLessThan(9);
    await runner(linker()).catchUp();
    expect(await linked()).toEqual(Array.from({ length: 9 }, (_, n) => idOf(`article-${n}`)));
  });

  /** Decides ahead, and writes what it linked: in the transaction of the batch, or CONTROL: beside it. */
  const aheadLinker = (beside: Pool | null = null): DecisionProcess => ({
    ...linker(),
    canDecideAhead: () => true,
    decide: async (batch, context) => {
      const ids = batch.map(({ data }) => (data as { articleId: string }).articleId);
      const write = async (client: Pick<Pool, 'query'>): Promise<void> =>
        void (await client.query(
          `INSERT INTO linking.claim_report (process, workspace, report_id, article_id, event_id, seq, anchor_id, claim_id)
           SELECT 'test-linker', $1, id, id, id, 1, id, id FROM unnest($2::uuid[]) AS id`,
          [WORKSPACE, ids],
        ));
      if (beside) await write(beside);
      else context.write!(write);
      return linker().decide(batch, context);
    },
  });

  /** Dies in the commit numbered `fall`: before the batch is in the tables, or just behind. */
  function dyingCommits(fall: number, when: 'before' | 'behind'): Pool {
    let commits = 0;
    const connect = async () => {
      const client = await pool.connect();
      const query = async (...given: Parameters<typeof client.query>): Promise<unknown> => {
        if ((given[0] as unknown) !== 'COMMIT' || ++commits < fall) return client.query(...given);
        if (when === 'behind') await (client.query(...given) as unknown);
        throw new Error('killed');
      };
      return Object.assign(Object.create(client) as typeof client, { query });
    };
    const query = (...given: Parameters<Pool['query']>): unknown => pool.query(...given);
    return Object.assign(Object.create(pool) as Pool, { connect, query });
  }

  it.each(['before', 'behind'] as const)(
    'is killed %s any commit with the next batch decided, and nothing is twice or missing',
    async (when) => {
      await withdraw(20);
      for (let fall = 1; fall <= 3; fall++)
        await expect(runner(aheadLinker(), store, 3, dyingCommits(fall, when)).catchUp()).rejects.toThrow(
          'killed',
        );
      await runner(aheadLinker(), store, 3).catchUp();
      const all = Array.from({ length: 20 }, (_, n) => idOf(`article-${n}`));
      expect(await linked()).toEqual(all);
      const { rows } = await pool.query<{ id: string }>('SELECT report_id AS id FROM linking.claim_report');
      expect(rows.map(({ id }) => id).toSorted()).toEqual(all.toSorted());
    },
  );

  it('CONTROL: a process that writes beside its batch has written what was never decided', async () => {
    await withdraw(4);
    const killed = runner(aheadLinker(pool), store, 3, dyingCommits(1, 'before'));
    await expect(killed.catchUp()).rejects.toThrow('killed');
    expect(await linked()).toEqual([]);
    await expect(runner(aheadLinker(pool), store, 3).catchUp()).rejects.toThrow('duplicate key');
  });

  it('CONTROL: without keys, what was appended just before the kill is there twice', async () => {
    await withdraw(9);
    await runner(linker(), dying(3, 'behind', false))
      .catchUp()
      .catch(() => undefined);
    await runner(linker(), dying(100, 'behind', false)).catchUp();
    expect((await linked()).length).toBeGreaterThan(9);
  });

  it.each([
    ['one batch behind the other', linker],
    ['ahead of its tables', aheadLinker],
  ])('follows the log as one of many, %s, until it is stopped', async (_, process) => {
    const stop = new AbortController();
    const running = [1, 2, 3].map(() => runner(process()).run(stop.signal));
    await withdraw(20);
    while ((await linked()).length < 20);
    stop.abort();
    await Promise.all(running);
    expect(new Set(await linked()).size).toBe(20);
    expect(await linked()).toHaveLength(20);
  });

  it('refuses a commit under an older lease even from the right position', async () => {
    await withdraw(1);
    await runner(linker()).catchUp();
    const process = linker();
    const take = async (holder: string) => {
      await pool.query("UPDATE linking.lease SET expires_at = '-infinity'");
      const lease = await takeLease(pool, process.name, WORKSPACE, leaseSettings({ holder }));
      if (typeof lease === 'number') throw new Error('The lease was not free.');
      return lease.epoch;
    };
    const [zombie, heir] = [await take('zombie'), await take('heir')];
    const position = (await readPosition(pool, process, WORKSPACE))!;
    const move = (epoch: bigint | null) =>
      inTransaction(pool, (client) => movePosition(client, process, WORKSPACE, position, position, epoch));
    expect(await move(zombie)).toBeNull();
    expect(await move(heir)).not.toBeNull();
    // CONTROL: by the position alone the zombie would have been let in.
    expect(await move(null)).not.toBeNull();
  });

  it('folds its decisions where its state was lost, and decides only what they leave open', async () => {
    await withdraw(5);
    await runner(linker()).catchUp();
    await withdraw(2, 5);
    await pool.query('DELETE FROM linking.process');
    const process = linker();
    await runner(process).catchUp();
    expect(process.folded).toEqual(Array.from({ length: 5 }, () => 'test-linker/1.0.0'));
    expect(await linked()).toEqual(Array.from({ length: 7 }, (_, n) => idOf(`article-${n}`)));
  });

  it('decides nothing over the state of another version', async () => {
    await withdraw(1);
    await runner(linker()).catchUp();
    await expect(runner(linker('2.0.0')).catchUp()).rejects.toThrow(ProcessOfOtherVersion);
  });
});
