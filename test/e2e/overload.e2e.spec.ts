import type { PoolClient } from 'pg';
import type { QueueLimits } from '#event-store';
import { openArticleReader } from '#reading';
import { TestApp } from '../support/test-app.js';
import { THREAD_OPTIONS } from '../support/thread-options.js';

const articleOf = (name: string) => ({
  url: `https://news.example/${name}`,
  outlet: 'The Example',
  title: `Flood in ${name}`,
  publishedAt: '2026-03-09',
  text: `At least 40 people fled ${name} on Sunday, the mayor said.`,
});
const ONE_AT_A_TIME: QueueLimits = {
  ...{ batchEvents: 1_000, batchBytes: 1_000_000 },
  ...{ waitingEvents: 1, waitingBytes: 1_000_000 },
};

async function untilAnAppendWaits(app: TestApp): Promise<void> {
  for (let look = 0; look < 2_000; look++) {
    const { rowCount } = await app.test.database.login.query(
      `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()
          AND query LIKE '%event_store.append_%'`,
    );
    if (rowCount) return;
  }
  throw new Error('No append waits for the head row.');
}

describe('a queue of writes that is full', () => {
  let app: TestApp;
  let holder: PoolClient;
  beforeEach(async () => {
    app = await TestApp.start({ queue: ONE_AT_A_TIME });
    await app.post('/v1/articles', articleOf('Northmoor'));
    holder = await app.test.database.login.connect();
    await holder.query('BEGIN; SELECT FROM event_store.workspace_head FOR UPDATE');
  });
  afterEach(async () => {
    holder.release();
    await app.stop();
  });

  it('is answered with 503 and Retry-After, and the try after that writes', async () => {
    const before = await app.head();
    const first = app.post('/v1/articles', articleOf('Westhaven'));
    await untilAnAppendWaits(app);
    const refused = await app.post('/v1/articles', articleOf('Eastbridge'));
    expect(refused).toMatchObject({ status: 503, body: { code: 'EVENT_STORE.OVERLOADED' } });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(await app.head()).toBe(before);

    await holder.query('COMMIT');
    expect((await first).status).toBe(201);
    expect((await app.post('/v1/articles', articleOf('Eastbridge'))).status).toBe(201);
  });
});

describe('a queue of articles to be read that is full', () => {
  const articleReader = openArticleReader({
    threads: 1,
    maxWaiting: 1,
    budgetMs: 60_000,
    execArgv: THREAD_OPTIONS,
  });
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({}, { articleReader });
  });
  afterAll(async () => {
    await app.stop();
    await articleReader.close();
  });

  it('is answered with 503 and Retry-After, and the try after that is read', async () => {
    const names = ['Northmoor', 'Westhaven', 'Eastbridge'];
    const post = (name: string) => app.post('/v1/articles', articleOf(name));
    // The thread is still starting: one article is to be its first, one waits, and the third is one too many.
    const answers = await Promise.all(names.map(post));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 503]);
    const [refused] = answers.filter(({ status }) => status === 503);
    expect(refused).toMatchObject({
      headers: { 'content-type': expect.stringContaining('application/problem+json') },
      body: { code: 'WORKER_POOL.BUSY' },
    });
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0);
    const again = await Promise.all(names.filter((_, n) => answers[n] === refused).map(post));
    expect(again.map(({ status }) => status)).toEqual([201]);
  });
});
