import { PostgresEventStore, WrongExpectedVersion } from '#event-store';
import { articleIdOf, eventsOf } from '../support/invented-articles.js';
import { articleOf } from '../support/stored-log.js';
import { TestApp } from '../support/test-app.js';
import { withChaosDatabase } from './chaos-database.js';

const CLIENTS = 50;

interface Answered {
  readonly revision: number;
  readonly code: string;
  readonly actual: number;
}

describe('50 who change one article at once', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await TestApp.start();
  });
  afterEach(() => app.stop());

  it('by HTTP are each recorded as a revision of their own, or told with 409 where the article stands', async () => {
    const article = (client: number) => ({
      id: 'invented',
      publishedAt: '2026-03-09',
      text: `At least ${10 + client} people fled Westhaven, the mayor said.`,
    });
    expect((await app.post('/v1/articles', article(CLIENTS))).status).toBe(201);
    const revisions: number[] = [];
    let told = 0;
    const answers = await Promise.all(
      Array.from({ length: CLIENTS }, (_, client) => app.post('/v1/articles', article(client))),
    );
    for (const answer of answers) {
      const { status, headers } = answer;
      const body = answer.body as Answered;
      if (status === 200) revisions.push(body.revision);
      else {
        expect({ status, code: body.code }).toEqual({
          status: 409,
          code: 'EVENT_STORE.WRONG_EXPECTED_VERSION',
        });
        expect(headers['content-type']).toContain('application/problem+json');
        expect(body.actual).toBeGreaterThan(0);
        told += 1;
      }
    }
    expect(told).toBeGreaterThan(0);
    // One winner a version: nobody wrote over what another had just written.
    expect(revisions.sort((a, b) => a - b)).toEqual(revisions.map((_, i) => i + 2));
    const list = await app.get('/v1/events?type=ArticleRevised&first=200');
    expect((list.body as { items: unknown[] }).items).toHaveLength(revisions.length);
  });
});

describe('50 who append to one stream at once', () => {
  const race = (expectedVersion: 'any' | 'no_stream') =>
    withChaosDatabase(async (database) => {
      const stores = Array.from({ length: 5 }, () => new PostgresEventStore(database));
      const stream = `article-${articleIdOf('a')}`;
      const events = eventsOf(articleOf('a', 1));
      const answers = await Promise.allSettled(
        Array.from({ length: CLIENTS }, (_, n) =>
          stores[n % stores.length]!.append({
            workspace: 'race',
            actor: 'test',
            streams: [{ stream, expectedVersion, events }],
          }),
        ),
      );
      await Promise.all(stores.map((store) => store.close()));
      return answers;
    });

  it('expecting the same version: one wins, and the others are told the version it made', async () => {
    const answers = await race('no_stream');
    const refusals = answers.flatMap((answer) =>
      answer.status === 'rejected' ? [answer.reason as WrongExpectedVersion] : [],
    );
    expect(refusals).toHaveLength(CLIENTS - 1);
    const made = eventsOf(articleOf('a', 1)).length;
    for (const refusal of refusals) {
      expect(refusal).toBeInstanceOf(WrongExpectedVersion);
      expect(refusal.actual).toBe(made);
    }
  });

  it('CONTROL: expecting nothing, all of them win, and each writes over the one before', async () => {
    const answers = await race('any');
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(CLIENTS);
  });
});
