import { generateKeyPairSync } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { eventStoreMigrations, noteSigner, PayloadEraser, PostgresEventStore, Sealer } from '#event-store';
import { createLogger } from '#platform';
import { openArticleReader } from '#reading';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import {
  EraseArticle,
  EraseArticleHandler,
  ErasePerson,
  ErasePersonHandler,
  IngestArticle,
  IngestArticleHandler,
  type ErasureTools,
} from '../index.js';

const W = 'test';
const PERSON = 'Ada Brill';
const texts = [
  `At least 40 people were killed in Norvale on Monday, Mayor ${PERSON} said.`,
  `At least 50 people were killed in Norvale on Monday, Mayor ${PERSON} said.`,
];

let test: TestDatabase;
let store: PostgresEventStore;
let sealer: Sealer;
const articles = openArticleReader({ threads: 0, budgetMs: 20_000 });

beforeEach(async () => {
  test = await createTestDatabase(eventStoreMigrations);
  store = new PostgresEventStore(test.database);
  const signer = noteSigner('claimtrail/test', generateKeyPairSync('ed25519').privateKey);
  const pause = () => Promise.resolve();
  sealer = new Sealer({ workspace: W, pools: test.database, signer, logger: createLogger('silent'), pause });
});
afterEach(async () => {
  await store.close();
  await test.drop();
});

const ingest = async (text: string, id = 'a'): Promise<string> => {
  const command = new IngestArticle(W, 'test', { id, text, publishedAt: '2031-05-14' });
  return (await new IngestArticleHandler(store, store, articles).execute(command)).articleId;
};
const words = async () =>
  JSON.stringify(
    (await store.readAll(W)).filter(({ type }) => type !== 'ErasureRecorded').map(({ data }) => data),
  );
const tools = (change: Partial<ErasureTools> = {}): ErasureTools => ({
  reader: store,
  eraser: new PayloadEraser(test.database.login),
  sealedTo: async () => void (await sealer.sealAll()),
  ...change,
});
/** Does something once, between the look at the article and its erasure. */
const interrupted = (by: () => Promise<unknown>): ErasureTools => {
  let times = 0;
  return tools({
    sealedTo: async () => {
      if (times++ === 0) await by();
      await sealer.sealAll();
    },
  });
};

describe('an article that changes while it is erased', () => {
  it('is looked at again when it was revised: nothing of either text stays', async () => {
    const articleId = await ingest(texts[0]!);
    const handler = new EraseArticleHandler(interrupted(() => ingest(texts[1]!)));
    expect(await handler.execute(new EraseArticle(W, 'test', articleId, 'asked'))).toMatchObject({
      outcome: 'erased',
    });
    expect(await words()).not.toContain('Norvale');
    expect((await store.readAll(W)).filter(({ type }) => type === 'ErasureRecorded')).toHaveLength(1);
  });

  it('is erased once where two erase it at once', async () => {
    const articleId = await ingest(texts[0]!);
    const command = new EraseArticle(W, 'test', articleId, 'asked');
    const second = () => new EraseArticleHandler(tools()).execute(command);
    const first = await new EraseArticleHandler(interrupted(second)).execute(command);
    expect(first.outcome).toBe('already_erased');
    expect((await store.readAll(W)).filter(({ type }) => type === 'ErasureRecorded')).toHaveLength(1);
  });

  it('is masked in the text that stands, where a person is erased', async () => {
    await ingest(texts[0]!);
    const handler = new ErasePersonHandler(
      interrupted(() => ingest(texts[1]!)),
      articles,
    );
    for await (const done of handler.execute(new ErasePerson(W, 'test', [PERSON], 'asked')))
      expect(done.masked).toBe(1);
    expect(await words()).not.toContain('Brill');
    expect(await words()).toContain('At least 50 people');
  });
});

describe('an erasure that is killed', () => {
  /** The connection is cut in place of the commit. */
  function dyingAtCommit(): Pool {
    const { login } = test.database;
    const connect = async (): Promise<PoolClient> => {
      const client = await login.connect();
      client.on('error', () => undefined);
      const query = client.query.bind(client) as (...args: unknown[]) => Promise<{ rows: { pid: number }[] }>;
      const { rows } = await query('SELECT pg_backend_pid() AS pid');
      const dying = async (...args: unknown[]) => {
        if (args[0] === 'COMMIT') await login.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
        return query(...args);
      };
      return Object.assign(client, { query: dying });
    };
    return Object.assign(Object.create(login) as Pool, { connect });
  }

  it('leaves everything as it was, and the next run does what is left', async () => {
    await ingest(texts[0]!, 'a');
    await ingest(texts[1]!, 'b');
    const before = await store.readAll(W);
    const command = new ErasePerson(W, 'test', [PERSON], 'asked');
    const run = async (eraser: PayloadEraser) => {
      const done: string[] = [];
      for await (const { articleId } of new ErasePersonHandler(tools({ eraser }), articles).execute(command))
        done.push(articleId);
      return done;
    };
    await expect(run(new PayloadEraser(dyingAtCommit()))).rejects.toThrow();
    expect(await store.readAll(W)).toEqual(before);
    expect(await run(new PayloadEraser(test.database.login))).toHaveLength(2);
    expect(await words()).not.toContain('Brill');
    expect(await run(new PayloadEraser(test.database.login))).toEqual([]);
  });
});
