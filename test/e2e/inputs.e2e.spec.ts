import { gzipSync } from 'node:zlib';
import { FormatReader } from '#article-formats';
import { TestApp } from '../support/test-app.js';
import { THREAD_OPTIONS } from '../support/thread-options.js';

const PARAGRAPHS =
  '<p>WESTHAVEN — At least 40 people fled Westhaven on Sunday, Mayor Ada Moreno said.</p><p>“We will rebuild,” she said on Monday, and promised help for each of the families in the valley.</p>';
const page = (head: string) =>
  `<!doctype html><html lang="en"><head>${head}</head><body><nav>Home</nav><article>${PARAGRAPHS}</article></body></html>`;
const PAGE = page(
  `<title>Flood</title><link rel="canonical" href="https://example.org/flood"><meta property="og:site_name" content="The Example">` +
    `<meta property="article:published_time" content="2026-03-09T10:00:00Z">`,
);
const HTML = { 'content-type': 'text/html; charset=utf-8' };
const GERMAN =
  'Mindestens vierzig Menschen sind am Sonntag aus dem überschwemmten Viertel der Stadt geflohen, sagte die Bürgermeisterin. ';

/** One thread for all: to start it takes longer than to read. */
const formatReader = new FormatReader({ execArgv: THREAD_OPTIONS });
afterAll(() => formatReader.close());

let app: TestApp;
/** One for each group of tests, which record articles of their own or none. */
const startApp = () => {
  beforeAll(async () => {
    app = await TestApp.start({}, { formatReader });
  });
  afterAll(() => app.stop());
};

/** The page with another name. */
const pageAt = (url: string) => PAGE.replace('https://example.org/flood', url);

describe('POST /v1/articles with text/html', () => {
  startApp();

  it('records the text of the page and what it says of itself, and how that was made', async () => {
    const { status, body } = await app.post('/v1/articles', PAGE, HTML);
    expect({ status, outcome: body.outcome, figures: body.figures, notes: body.notes }).toEqual({
      status: 201,
      outcome: 'ingested',
      figures: 1,
      notes: [],
    });
    await app.catchUp();
    const article = (await app.get(`/v1/articles/${body.articleId}`)).body;
    expect(article).toMatchObject({
      title: 'Flood',
      outlet: 'The Example',
      url: 'https://example.org/flood',
      publishedAt: '2026-03-09T10:00:00Z',
      language: 'en',
      notExtracted: null,
    });
    expect(article.text).toMatch(/^Flood\n\nWESTHAVEN/);
    const [event] = (await app.get('/v1/events?first=1')).body.items;
    expect(event.meta.making).toMatchObject({
      format: 'html',
      charset: 'utf-8',
      tools: { readability: '0.6.0' },
    });
    const figures = (await app.get('/v1/figures')).body.items;
    const { start, end, exact } = figures[0].quote;
    expect([...(article.text as string)].slice(start, end).join('')).toBe(exact);
  });

  it('lets the words of the caller stand before those of the page', async () => {
    const { body } = await app.post(
      '/v1/articles?outlet=The%20Other&title=A&publishedAt=2026-03-10',
      pageAt('https://example.org/other'),
      HTML,
    );
    await app.catchUp();
    expect((await app.get(`/v1/articles/${body.articleId}`)).body).toMatchObject({
      outlet: 'The Other',
      title: 'A',
      publishedAt: '2026-03-10',
    });
  });

  it('says what it did not take', async () => {
    const two = page(
      '<meta name="date" content="2026-03-09"><meta property="article:published_time" content="2026-03-01">',
    );
    expect((await app.post('/v1/articles', two, HTML)).body.notes).toEqual([
      expect.stringContaining('neither was taken'),
    ]);
  });

  it('takes packed pages and packed JSON', async () => {
    const gzip = { 'content-encoding': 'gzip' };
    const packed = gzipSync(pageAt('https://example.org/packed'));
    expect((await app.post('/v1/articles', packed, { ...HTML, ...gzip })).status).toBe(201);
    const json = gzipSync(JSON.stringify({ text: 'Ten people fled Westhaven.' }));
    expect((await app.post('/v1/articles', json, gzip)).status).toBe(201);
  });

  it.each([
    ['an empty page', '<html></html>', {}, '', 422, 'ARTICLE_FORMATS.NO_ARTICLE'],
    [
      'bytes in no encoding',
      Buffer.from([0x3c, 0x70, 0x3e, 0xff, 0xfe, 0xfd]),
      {},
      '',
      422,
      'ARTICLE_FORMATS.UNDECODABLE_TEXT',
    ],
    ['nesting without end', '<div>'.repeat(50_000), {}, '', 422, 'ARTICLE_FORMATS.TOO_COMPLEX'],
    [
      'a gzip bomb',
      gzipSync(Buffer.alloc(50_000_000)),
      { 'content-encoding': 'gzip' },
      '',
      413,
      'ARTICLE_FORMATS.TOO_LARGE',
    ],
    ['an unknown packing', PAGE, { 'content-encoding': 'zip' }, '', 422, 'ARTICLE_FORMATS.MALFORMED_INPUT'],
    ['a date that is none', PAGE, {}, '?publishedAt=yesterday', 400, 'DOMAIN.INVALID_FIELDS'],
    ['a parameter that does not exist', PAGE, {}, '?tenant=x', 400, 'DOMAIN.INVALID_FIELDS'],
    ['text in the query', PAGE, {}, '?text=x', 400, 'DOMAIN.INVALID_FIELDS'],
  ])(
    'refuses %s with a problem, and leaves the log as it was',
    async (_case, body, headers, query, status, code) => {
      const before = await app.head();
      const answer = await app.post(`/v1/articles${query}`, body, { ...HTML, ...headers });
      expect(answer).toMatchObject({ status, body: { status, code } });
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(await app.head()).toBe(before);
    },
  );

  it('takes HTML nowhere else', async () => {
    expect(
      await app.post('/v1/articles/7f9c24e8-3b12-5fef-91e0-56a2d5a1b2c3/withdrawal', PAGE, HTML),
    ).toMatchObject({ status: 415 });
  });
});

describe('an article in another language', () => {
  startApp();

  it('is stored and marked as not extracted', async () => {
    const { body } = await app.post('/v1/articles', { text: GERMAN.repeat(3), language: 'en' });
    expect(body).toMatchObject({ language: 'de', notExtracted: 'other_language', figures: 0, statements: 0 });
    await app.catchUp();
    expect((await app.get(`/v1/articles/${body.articleId}`)).body).toMatchObject({
      language: 'de',
      notExtracted: 'other_language',
    });
    const { data } = await app
      .graphql('{ articles { edges { node { language notExtracted } } } }')
      .then(({ body }) => body);
    expect(data.articles.edges[0].node).toEqual({ language: 'de', notExtracted: 'other_language' });
    const { items } = (await app.get('/v1/events?first=10')).body;
    expect(items.map(({ type }: { type: string }) => type)).toEqual([
      'ArticleIngested',
      'ExtractionCompleted',
    ]);
    expect(items[1].data).toMatchObject({ language: 'de', notExtracted: 'other_language' });
  });
});

describe('a known text of which something else is known by now', () => {
  startApp();

  const flood = (id: string) => ({
    id,
    outlet: 'The Example',
    publishedAt: '2026-03-09',
    text: 'At least 40 people fled Westhaven on Sunday.',
  });
  const figuresOf = async (articleId: string) =>
    (await app.get(`/v1/figures?articleId=${articleId}`)).body.items;

  it('keeps its reports where its title changes', async () => {
    const told = flood('renamed');
    const { body: first } = await app.post('/v1/articles', told);
    const { body } = await app.post('/v1/articles', { id: told.id, text: told.text, title: 'Flood' });
    expect(body).toMatchObject({ outcome: 'metadata_changed', revision: 1, articleId: first.articleId });
    expect((await app.post('/v1/articles', { ...told, title: 'Flood' })).body.outcome).toBe('duplicate');
    await app.catchUp();
    expect((await app.get(`/v1/articles/${first.articleId}`)).body).toMatchObject({
      title: 'Flood',
      outlet: 'The Example',
    });
    expect(await figuresOf(first.articleId)).toHaveLength(1);
  });

  it('is read anew where its day of publication changes: "on Sunday" is another Sunday', async () => {
    const told = flood('redated');
    const { body: first } = await app.post('/v1/articles', told);
    const { body } = await app.post('/v1/articles', {
      id: told.id,
      text: told.text,
      publishedAt: '2026-03-16',
    });
    expect(body).toMatchObject({ outcome: 'revised', revision: 2 });
    await app.catchUp();
    const items = await figuresOf(first.articleId);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ period: { start: '2026-03-15' } });
    const article = (await app.get(`/v1/articles/${first.articleId}`)).body;
    expect(article).toMatchObject({ publishedAt: '2026-03-16', outlet: 'The Example', revision: 2 });
  });
});
