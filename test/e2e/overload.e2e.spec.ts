import type { PoolClient } from 'pg';
import type { QueueLimits } from '#event-store';
import { TestApp } from '../support/test-app.js';

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

async function untilAnAppendWaits(): Promise<void> {
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
  it('is answered with 503 and Retry-After, and the try after that writes', async () => {
    const before = await app.head();
    const first = app.post('/v1/articles', articleOf('Westhaven'));
    await untilAnAppendWaits();
    const refused = await app.post('/v1/articles', articleOf('Eastbridge'));
    expect(refused).toMatchObject({ status: 503, body: { code: 'EVENT_STORE.OVERLOADED' } });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(await app.head()).toBe(before);

    await holder.query('COMMIT');
    expect((await first).status).toBe(201);
    expect((await app.post('/v1/articles', articleOf('Eastbridge'))).status).toBe(201);
  });
});
