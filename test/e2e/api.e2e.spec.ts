import { projections } from '#projections';
import { TestApp } from '../support/test-app.js';
import { REFUSED_REQUESTS } from './refused-requests.js';

const FLOOD = {
  outlet: 'The Example',
  title: 'Flood in Westhaven',
  publishedAt: '2026-03-09',
  text: 'WESTHAVEN — At least 40 people fled Westhaven on Sunday, Mayor Ada Moreno said.\n\n“We will rebuild,” she said.',
};

let articles = 0;
/** An article that no other test knows, of the same words. */
const newFlood = () => ({ ...FLOOD, url: `https://news.example/flood-${++articles}` });

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.stop());

describe('POST /v1/articles', () => {
  it('records an article once, knows it again, and revises it when its text changes', async () => {
    const flood = newFlood();
    const first = await app.post('/v1/articles', flood);
    expect(first.status).toBe(201);
    expect(first.headers['location']).toBe(`/v1/articles/${first.body.articleId}`);
    expect(first.body).toMatchObject({ outcome: 'ingested', revision: 1 });
    const again = await app.post('/v1/articles', { ...flood, url: `${flood.url}?utm_source=feed` });
    expect(again).toMatchObject({ status: 200, body: { outcome: 'duplicate', revision: 1, lastSeq: null } });
    const changed = await app.post('/v1/articles', { ...flood, text: FLOOD.text.replace('40', '55') });
    expect(changed).toMatchObject({
      status: 200,
      body: { outcome: 'revised', revision: 2, articleId: first.body.articleId },
    });
    await app.catchUp();
    const { body } = await app.get(`/v1/figures?articleId=${first.body.articleId}`);
    expect(body.items.map(({ value }: { value: number }) => value)).toEqual([55]);
    const all = await app.get(`/v1/figures?articleId=${first.body.articleId}&includeRetired=true`);
    expect(
      all.body.items.map(({ value, superseded }: { value: number; superseded: boolean }) => [
        value,
        superseded,
      ]),
    ).toEqual([
      [40, true],
      [55, false],
    ]);
  });

  it.each([
    ['broken JSON', '{"text": "a', 400, 'body'],
    ['an empty body', '', 400, 'body'],
    ['a list', '[]', 400, 'body'],
    ['no text', { title: 'a' }, 400, 'text'],
    ['5 MB of text', { text: 'word '.repeat(1_000_000) }, 400, 'text'],
    ['9 MB of text', { text: 'word '.repeat(1_800_000) }, 413, 'body'],
    ['a NUL byte', '{"text":"a\\u0000b"}', 400, 'text'],
    ['a lone surrogate', '{"text":"a\\ud83d b"}', 400, 'text'],
    ['a date that is none', { text: 'a', publishedAt: '2026-02-30' }, 400, 'publishedAt'],
    ['a field that does not exist', { text: 'a', tenant: 'x' }, 400, 'tenant'],
  ])(
    'refuses %s with a problem that names the field, and leaves the log as it was',
    async (_case, body, status, field) => {
      const before = await app.head();
      const answer = await app.post('/v1/articles', body);
      expect(answer.status).toBe(status);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.body.errors.map((error: { field: string }) => error.field)).toContain(field);
      expect(answer.body).toMatchObject({
        status,
        type: expect.any(String),
        title: expect.any(String),
        code: expect.any(String),
      });
      expect(await app.head()).toBe(before);
    },
  );

  it('refuses a body that is not UTF-8', async () => {
    const body = Buffer.concat([
      Buffer.from('{"text":"Ten people fled '),
      Buffer.from([0xff]),
      Buffer.from('"}'),
    ]);
    const answer = await app.post('/v1/articles', body);
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'body', detail: 'is not UTF-8 text' }] },
    });
  });

  it.each([
    ['text/plain', 'Forty people fled Westhaven.'],
    ['application/x-www-form-urlencoded', 'text=Forty+people+fled+Westhaven'],
  ])('refuses %s, which any web page may post', async (type, body) => {
    const before = await app.head();
    const answer = await app.post('/v1/articles', body, { 'content-type': type });
    expect(answer).toMatchObject({ status: 415, body: { code: 'API.UNSUPPORTED_MEDIA_TYPE' } });
    expect(await app.head()).toBe(before);
  });

  it('lets an idempotency key name one request only', async () => {
    const key = { 'idempotency-key': 'k-1' };
    const before = await app.head();
    const flood = newFlood();
    expect((await app.post('/v1/articles', flood, key)).status).toBe(201);
    expect((await app.post('/v1/articles', flood, key)).body.outcome).toBe('duplicate');
    const other = await app.post('/v1/articles', newFlood(), key);
    expect(other).toMatchObject({ status: 409, body: { code: 'EVENT_STORE.IDEMPOTENCY_CONFLICT' } });
    const revised = { ...flood, text: FLOOD.text.replace('40', '55') };
    expect((await app.post('/v1/articles', revised, { 'idempotency-key': 'k-2' })).body.outcome).toBe(
      'revised',
    );
    const retried = await app.post('/v1/articles', flood, key);
    expect(retried).toMatchObject({ status: 200, body: { outcome: 'duplicate' } });
    // The revision has as many events as the first text, and one that compares the two.
    expect((await app.head()) - before).toBe((BigInt(retried.body.lastSeq) - before) * 2n + 1n);
  });

  it('records one of many identical requests at once', async () => {
    const flood = newFlood();
    const answers = await Promise.all(Array.from({ length: 20 }, () => app.post('/v1/articles', flood)));
    const outcomes = answers.map(({ body }) => body.outcome as string).sort();
    expect(outcomes).toEqual([...Array.from({ length: 19 }, () => 'duplicate'), 'ingested']);
  });
});

describe('POST /v1/articles/:id/withdrawal', () => {
  it('takes the reports of an article out of the answers, with its reason, and keeps them in the record', async () => {
    const { body } = await app.post('/v1/articles', newFlood());
    const url = `/v1/articles/${body.articleId}/withdrawal`;
    expect(await app.post(url, {})).toMatchObject({ status: 400, body: { errors: [{ field: 'reason' }] } });
    expect((await app.post(url, { reason: 'printed by mistake' })).body.outcome).toBe('withdrawn');
    expect((await app.post(url, { reason: 'again' })).body.outcome).toBe('already_withdrawn');
    await app.catchUp();
    const figures = `/v1/figures?articleId=${body.articleId}`;
    expect((await app.get(figures)).body.items).toEqual([]);
    const kept = await app.get(`${figures}&includeRetired=true`);
    expect(kept.body.items.map(({ withdrawn }: { withdrawn: boolean }) => withdrawn)).toEqual([true]);
    expect((await app.get(`/v1/articles/${body.articleId}`)).body.withdrawnReason).toBe('printed by mistake');
  });

  it('knows no article that is not there', async () => {
    const nowhere = '/v1/articles/7f9c24e8-3b12-5fef-91e0-56a2d5a1b2c3/withdrawal';
    const answer = await app.post(nowhere, { reason: 'none' });
    expect(answer).toMatchObject({ status: 404, body: { code: 'INGESTION.ARTICLE_NOT_FOUND' } });
  });
});

describe('reading', () => {
  it('pages through the log with cursors, each event once', async () => {
    await app.post('/v1/articles', newFlood());
    const seen: string[] = [];
    for (let after = ''; ;) {
      const { body } = await app.get(`/v1/events?first=2${after && `&after=${after}`}`);
      seen.push(...body.items.map(({ seq }: { seq: string }) => seq));
      if (!body.pageInfo.hasNextPage) break;
      after = body.pageInfo.endCursor;
    }
    expect(seen).toEqual(Array.from({ length: Number(await app.head()) }, (_, i) => String(i + 1)));
  });

  it('shows one article with its raw text', async () => {
    const { body } = await app.post('/v1/articles', newFlood());
    await app.catchUp();
    const article = await app.get(`/v1/articles/${body.articleId}`);
    expect(article.body).toMatchObject({
      id: body.articleId,
      text: FLOOD.text,
      outlet: FLOOD.outlet,
      revision: 1,
    });
  });

  it.each(REFUSED_REQUESTS)('answers %s with %i %s', async (url, status, code) => {
    expect(await app.get(url)).toMatchObject({ status, body: { status, code } });
  });

  it('gives GraphQL the code and the field of what is wrong', async () => {
    const { body } = await app.graphql('{ article(id: "seven") { id } }');
    expect(body.errors[0].extensions).toEqual({
      code: 'DOMAIN.INVALID_FIELDS',
      errors: [{ field: 'id', detail: 'must be a UUID' }],
    });
  });

  it('tells what is wrong with a GraphQL query', async () => {
    const misspelt = await app.graphql('{ figures { nodes { valeu } } }');
    expect(misspelt.status).toBe(400);
    expect(misspelt.body.errors[0]).toMatchObject({
      message: expect.stringContaining('valeu'),
      extensions: { code: 'API.BAD_REQUEST' },
    });
    const none = await app.post('/graphql', {});
    expect(none).toMatchObject({
      status: 400,
      body: { errors: [{ extensions: { code: 'API.BAD_REQUEST' } }] },
    });
  });

  it('refuses a GraphQL query that is too deep, and answers one just within', async () => {
    const nested = (levels: number) =>
      `{ claims { nodes ${'{ denials '.repeat(levels)} { id } ${'}'.repeat(levels)} } }`;
    const deep = await app.graphql(nested(14));
    expect(deep).toMatchObject({
      status: 400,
      body: { errors: [{ message: expect.stringMatching(/depth/i) }] },
    });
    expect((await app.graphql(nested(8))).status).toBe(200);
  });
});

describe('operating', () => {
  it('is live, is ready when the views are there, and shows their lag', async () => {
    await app.post('/v1/articles', newFlood());
    expect(await app.get('/health/live')).toMatchObject({ status: 200, body: { status: 'live' } });
    const behind = await app.get('/health/ready');
    expect(behind.status).toBe(200);
    const lags = (answer: typeof behind): number[] =>
      answer.body.views.map(({ events }: { events: number }) => events);
    expect(lags(behind)).toHaveLength(projections.length);
    expect(lags(behind)).not.toContain(0);
    await app.catchUp();
    const level = await app.get('/health/ready');
    expect(level.body.views.filter(({ events }: { events: number }) => events > 0)).toEqual([]);
  });

  it('shows Prometheus the lag of each view', async () => {
    await app.post('/v1/articles', newFlood());
    const { body, headers } = await app.get('/metrics');
    expect(headers['content-type']).toContain('text/plain');
    expect(body).toMatch(/^claimtrail_\w*lag\w*\{.*view="figure-timeline".*\} [1-9]/m);
  });

  it('documents every route', async () => {
    const { body } = await app.get('/openapi.json');
    expect(Object.keys(body.paths).sort()).toEqual([
      '/health/live',
      '/health/ready',
      '/v1/articles',
      '/v1/articles/{id}',
      '/v1/articles/{id}/decisions',
      '/v1/articles/{id}/revisions',
      '/v1/articles/{id}/wire-cluster',
      '/v1/articles/{id}/withdrawal',
      '/v1/changes',
      '/v1/claim-cards',
      '/v1/claim-cards/{id}',
      '/v1/claims',
      '/v1/claims/{id}/decisions',
      '/v1/claims/{id}/declined-links',
      '/v1/claims/{id}/links',
      '/v1/claims/{id}/merge',
      '/v1/claims/{id}/recommendation',
      '/v1/claims/{id}/review-requests',
      '/v1/claims/{id}/reviews',
      '/v1/claims/{id}/settled-anomalies',
      '/v1/claims/{id}/sign-off',
      '/v1/claims/{id}/split',
      '/v1/claims/{id}/timeline',
      '/v1/decisions/bulk',
      '/v1/decisions/{id}',
      '/v1/dossier',
      '/v1/entities',
      '/v1/entities/{id}',
      '/v1/entities/{id}/decisions',
      '/v1/entities/{id}/declined-mergers',
      '/v1/entities/{id}/merge',
      '/v1/entities/{id}/split',
      '/v1/entity-proposals',
      '/v1/events',
      '/v1/events/{id}/proof',
      '/v1/facts/{id}/provenance',
      '/v1/figures',
      '/v1/log/checkpoint',
      '/v1/log/consistency',
      '/v1/outlets/overview',
      '/v1/places/overview',
      '/v1/queue',
      '/v1/reports/{id}/comments',
      '/v1/reports/{id}/confirmation',
      '/v1/reports/{id}/corrections',
      '/v1/reports/{id}/decisions',
      '/v1/reports/{id}/retraction',
      '/v1/statements',
      '/v1/wire-clusters',
    ]);
    expect((await app.get('/docs')).status).toBe(200);
  });
});
