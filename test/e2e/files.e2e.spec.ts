import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { PostgresEventStore } from '#event-store';
import { ChatServerDouble, says } from '../../libs/llm-reader/src/testing/index.js';
import { ClaimtrailProcess, killLeftProcesses } from '../support/claimtrail-process.js';
import { makeScratchFolder, removeScratchFolder } from '../support/embedded-user.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const pageOf = (place: string) =>
  `<!doctype html><html lang="en"><head><title>Flood in ${place}</title><meta property="article:published_time" content="2026-03-09T10:00:00Z"></head>
  <body><nav>Home</nav><article><p>At least 40 people fled ${place} on Sunday, Mayor Ada Moreno said.</p><p>“We will rebuild,” she said on Monday,
  and promised help for each of the families in the valley, whose homes had stood in the water for more than a week.</p></article></body></html>`;

const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>The Example</title><language>en</language>
  <item><title>Flood</title><link>https://example.org/1</link><pubDate>Mon, 09 Mar 2026 10:00:00 GMT</pubDate>
    <description>At least 50 people fled Eastbridge on Sunday, the mayor said.</description></item>
  <item><title>Nothing in it</title><link>https://example.org/2</link></item></channel></rss>`;

function warcOf(page: string): Buffer {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`;
  const head = [
    'WARC/1.1',
    'WARC-Type: response',
    'WARC-Target-URI: https://example.org/archived',
    'WARC-Date: 2026-03-09T12:00:00Z',
    'WARC-Record-ID: <urn:uuid:1>',
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${Buffer.byteLength(http)}`,
  ].join('\r\n');
  return gzipSync(`${head}\r\n\r\n${http}\r\n\r\n`);
}

let test: TestDatabase;
let folder: string;
let env: Record<string, string>;
let store: PostgresEventStore;

beforeAll(async () => {
  test = await createTestDatabase();
  folder = makeScratchFolder();
  env = { DATABASE_URL: test.database.url, CLAIMTRAIL_DATA_DIR: join(folder, 'data') };
  store = new PostgresEventStore(test.database);
});
afterAll(async () => {
  await killLeftProcesses();
  await store.close();
  await test.drop();
  await removeScratchFolder(folder);
});

const keep = async (name: string, content: string | Buffer): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

describe('claimtrail ingest', () => {
  it('takes a page, a feed and a web archive together, names what is no article, and records how each was made', async () => {
    const page = await keep('page.html', pageOf('Westhaven'));
    const feed = await keep('feed.xml', FEED);
    const archive = await keep('crawl.warc.gz', warcOf(pageOf('Northmoor')));
    const { exitCode, stdout, stderr } = await ClaimtrailProcess.run(['ingest', page, feed, archive], env);
    const lines = stdout.trim().split('\n');
    expect([exitCode, lines.length]).toEqual([1, 3]);
    expect(lines[0]).toContain(`${page}: ingested `);
    expect(lines[1]).toContain(`${feed} item 1: ingested `);
    expect(stderr).toContain(`${feed} item 2: refused: `);
    expect(lines[2]).toContain(`${archive} record 1: ingested `);

    const log = await store.readAll('default', { limit: 100 });
    const articles = log.filter(({ type }) => type === 'ArticleIngested');
    expect(articles.map(({ meta }) => (meta['making'] as { format: string }).format)).toEqual([
      'html',
      'rss',
      'warc',
    ]);
    expect(articles[2]?.data).toMatchObject({ url: 'https://example.org/archived' });
    const figures = log.filter(({ type }) => type === 'FigureReported');
    expect(figures.map(({ data }) => (data as { value: number }).value)).toEqual([40, 50, 40]);
  });
});

describe('claimtrail explain', () => {
  const figure = {
    ...{ quote: 'At least 60 people', metric: 'killed', measure: 'flow', value: 60, max: null },
    ...{ quantifier: 'at_least', unit: 'person', unitText: 'people', status: 'reported' },
    ...{ place: 'Norvale', placeRole: 'location', period: null },
    speaker: { name: 'Ada Brill', role: 'Mayor', kind: 'person', verb: 'said' },
  };
  let model: ChatServerDouble;
  beforeAll(async () => {
    model = await ChatServerDouble.start(says({ figures: [figure], statements: [], claims: [] }));
  });
  afterAll(() => model.stop());

  it('says of a fact that a language model proposed which one, and where its words stand', async () => {
    const text = 'At least 60 people were killed in the flood in Norvale, Mayor Ada Brill said.';
    const story = await keep('story.txt', text);
    const reader = { CLAIMTRAIL_READER: 'llm', CLAIMTRAIL_LLM_URL: model.url, CLAIMTRAIL_LLM_MODEL: 'small' };
    const ingested = await ClaimtrailProcess.run(['ingest', story], { ...env, ...reader });
    expect(ingested).toMatchObject({ exitCode: 0, stderr: '' });
    const [event] = (await store.readAll('default', { limit: 100 }))
      .filter(({ type }) => type === 'FigureReported')
      .slice(-1);
    const { exitCode, stdout } = await ClaimtrailProcess.run(['explain', String(event?.seq)], env);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('killed flow at_least 60 people');
    expect(stdout).toMatch(/read by +model small, prompt version \S+/);
    expect(stdout).toMatch(/chain +Ada Brill, Mayor \(said\)/);
    expect(stdout).toMatch(/text +holds these words at these characters/);
    expect(model.requests).toHaveLength(1);
  });
});
