import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import { withProcessorTime } from '../../../test/support/processor-time.js';
import { THREAD_OPTIONS } from '../../../test/support/thread-options.js';
import { FormatReader, readArticles, unpackBody, type ArticleFormat, type FoundArticle } from './index.js';

const NOW = new Date('2026-03-20T00:00:00Z');
const PARAGRAPH = '<p>At least 40 people fled Westhaven on Sunday, Mayor Ada Moreno said.</p>';
const PAGE = `<!doctype html><html><head><title>Flood</title></head><body><article>${PARAGRAPH.repeat(4)}</article></body></html>`;

let reader: FormatReader;
beforeAll(() => {
  reader = new FormatReader({ execArgv: THREAD_OPTIONS, now: () => NOW });
});
afterAll(() => reader.close());

/** In chunks, as files and sockets give them. */
async function* chunksOf(bytes: Uint8Array, size = 997): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function collectAll(articles: AsyncIterable<FoundArticle>): Promise<FoundArticle[]> {
  const found: FoundArticle[] = [];
  for await (const article of articles) found.push(article);
  return found;
}

function read(content: string | Uint8Array, name?: string, format?: ArticleFormat): Promise<FoundArticle[]> {
  const bytes = chunksOf(typeof content === 'string' ? Buffer.from(content) : content);
  return collectAll(readArticles({ where: 'input', bytes, name, format }, reader));
}

const outcomes = (found: readonly FoundArticle[]) =>
  found.map((one) =>
    'problem' in one ? (one.problem as { code?: string }).code : (one.body as { text: string }).text,
  );
const codeOf = (reading: Promise<unknown>) =>
  reading.then(
    () => 'no error',
    (error: { code?: string }) => error.code,
  );

describe('readArticles', () => {
  it.each([
    ['text', 'Ten people fled.', 'a.txt', ['Ten people fled.']],
    ['text by its bytes', 'Ten people fled.', undefined, ['Ten people fled.']],
    ['HTML by its bytes', `<!-- x --><?y?>${PAGE}`, undefined, [expect.stringContaining('At least 40')]],
    ['JSON', '{"text":"Ten people fled."}', 'a.json', ['Ten people fled.']],
    ['a list in JSON', '[{"text":"One."},{"text":"Two."}]', undefined, ['One.', 'Two.']],
    [
      'JSONL with a broken line',
      '{"text":"One."}\n\nno\n{"text":"Two."}',
      'a.jsonl',
      ['One.', 'ARTICLE_FORMATS.MALFORMED_INPUT', 'Two.'],
    ],
    ['JSONL by its bytes', '{"text":"One."}\r\n{"text":"Two."}\r\n', undefined, ['One.', 'Two.']],
  ] as const)('reads %s', async (_case, content, name, expected) => {
    expect(outcomes(await read(content, name))).toEqual(expected);
    expect(outcomes(await read(gzipSync(content), name && `${name}.gz`))).toEqual(expected);
  });

  it('stands by the format that is named', async () => {
    expect(outcomes(await read(PAGE, 'a.html', 'text'))).toEqual([PAGE]);
  });

  it.each([
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1]),
      'ARTICLE_FORMATS.UNKNOWN_FORMAT',
    ],
    ['a PDF', Buffer.from('%PDF-1.7\n...'), 'ARTICLE_FORMATS.UNKNOWN_FORMAT'],
    ['XML of no feed', Buffer.from('<?xml version="1.0"?><invoice/>'), 'ARTICLE_FORMATS.UNKNOWN_FORMAT'],
    ['gzip that ends too soon', gzipSync(PAGE).subarray(0, 60), 'ARTICLE_FORMATS.MALFORMED_INPUT'],
    ['gzip of 200 MB of nothing', gzipSync(Buffer.alloc(200_000_000, 'a')), 'ARTICLE_FORMATS.TOO_LARGE'],
  ])('refuses %s', async (_case, bytes, code) => {
    const { result, ms } = await withProcessorTime(() => codeOf(read(bytes)));
    expect(result).toBe(code);
    expect(ms).toBeLessThan(6_000);
  });

  it('refuses a line without end before it fills the memory', async () => {
    const endless = (async function* () {
      yield Buffer.from('{"text":"');
      for (let n = 0; n < 2_000; n++) yield await Promise.resolve(Buffer.alloc(65_536, 'a'));
    })();
    const source = { where: 'input', bytes: endless, name: 'a.jsonl' };
    expect(await codeOf(collectAll(readArticles(source, reader)))).toBe('ARTICLE_FORMATS.TOO_LARGE');
  });
});

describe('feeds', () => {
  it('gives each item of RSS, with its own text, or its summary marked so', async () => {
    const feed = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Example</title><language>en</language>
      <item><title>Flood &amp; fire</title><link>https://example.org/1</link><dc:creator>A. Writer</dc:creator>
      <pubDate>Mon, 09 Mar 2026 10:00:00 GMT</pubDate><description>Short.</description>
      <content:encoded><![CDATA[<p>Ten people fled.</p><p>Two <b>died</b>.</p>]]></content:encoded></item>
      <item><title>B</title><guid isPermaLink="false">7</guid><description>&lt;i&gt;Short&lt;/i&gt; &amp;amp; sweet.</description></item>
      <item><title>C</title></item>
      <item><title>D</title><description><![CDATA[${'<div>'.repeat(500)}]]></description></item></channel></rss>`;
    const [first, second, third, fourth] = await read(feed);
    expect(first).toEqual({
      where: 'input item 1',
      body: {
        text: 'Flood & fire\n\nTen people fled.\n\nTwo died.',
        url: 'https://example.org/1',
        outlet: 'The Example',
        title: 'Flood & fire',
        byline: 'A. Writer',
        language: 'en',
        publishedAt: '2026-03-09T10:00:00Z',
      },
      making: expect.objectContaining({ format: 'rss', headlineFirst: true, notes: [] }) as unknown,
    });
    expect(second).toMatchObject({
      body: { text: 'B\n\nShort & sweet.', id: 'The Example 7' },
      making: { summaryOnly: true },
    });
    expect(outcomes([third!, fourth!])).toEqual([
      'ARTICLE_FORMATS.NO_ARTICLE',
      'ARTICLE_FORMATS.TOO_COMPLEX',
    ]);
  });

  it('reads Atom and JSON Feed', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Example</title><entry><id>urn:1</id>
      <title>A</title><link rel="alternate" href="https://example.org/2"/><author><name>A. Writer</name></author>
      <published>2026-03-09T10:00:00Z</published><updated>2026-03-10T10:00:00Z</updated>
      <content type="html">&lt;p&gt;Ten people fled.&lt;/p&gt;</content></entry></feed>`;
    expect(await read(atom)).toMatchObject([
      {
        body: {
          text: 'A\n\nTen people fled.',
          url: 'https://example.org/2',
          byline: 'A. Writer',
          language: 'en',
        },
        making: { format: 'atom', modifiedAt: '2026-03-10T10:00:00Z' },
      },
    ]);
    const json = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'The Example',
      items: [{ id: '1', content_text: 'Ten people fled.', date_published: '2026-02-30' }],
    };
    expect(await read(JSON.stringify(json))).toMatchObject(
      [
        {
          body: { text: 'Ten people fled.', id: 'The Example 1' },
          making: { format: 'json-feed', notes: [/./] },
        },
      ].map(({ body, making }) => ({
        body,
        making: { format: making.format, notes: [expect.stringContaining('does not exist')] },
      })),
    );
  });
});

describe('answers of ReliefWeb', () => {
  it('gives each report', async () => {
    const answer = {
      data: [
        {
          id: '1',
          fields: {
            title: 'Flood in Westhaven',
            'body-html': '<p>Ten people fled.</p>',
            body: 'Ten people fled.',
            source: [{ name: 'Example Relief' }],
            date: { original: '2026-03-09T00:00:00+00:00', created: '2026-03-10T00:00:00+00:00' },
            url: 'https://reliefweb.int/node/1',
            language: [{ code: 'en', name: 'English' }],
          },
        },
        { id: '2', fields: { title: 'Empty' } },
      ],
    };
    const found = await read(JSON.stringify(answer), 'answer.json');
    expect(found[0]).toMatchObject({
      body: {
        text: 'Flood in Westhaven\n\nTen people fled.',
        title: 'Flood in Westhaven',
        outlet: 'Example Relief',
        language: 'en',
        publishedAt: '2026-03-09T00:00:00+00:00',
        url: 'https://reliefweb.int/node/1',
      },
      making: { format: 'reliefweb' },
    });
    expect(outcomes(found)[1]).toBe('ARTICLE_FORMATS.NO_ARTICLE');
  });
});

describe('web archives', () => {
  const record = (http: string, body: Uint8Array, url = 'https://example.org/flood', type = 'response') => {
    const payload = Buffer.concat([Buffer.from(`${http}\r\n\r\n`), body]);
    const head = `WARC/1.1\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2026-03-09T12:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${payload.length}\r\n\r\n`;
    return Buffer.concat([Buffer.from(head), payload, Buffer.from('\r\n\r\n')]);
  };
  const OK = 'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8';
  const chunked = Buffer.from(`${Buffer.byteLength(PAGE).toString(16)}\r\n${PAGE}\r\n0\r\n\r\n`);
  const records = [
    record(OK, Buffer.from(PAGE)),
    record('HTTP/1.1 404 Not Found\r\nContent-Type: text/html', Buffer.from(PAGE)),
    record('HTTP/1.1 200 OK\r\nContent-Type: image/png', Buffer.alloc(300_000)),
    record(`${OK}\r\nContent-Encoding: gzip`, gzipSync(PAGE), 'https://example.org/packed'),
    record(`${OK}\r\nTransfer-Encoding: chunked`, chunked, 'https://example.org/chunked'),
    record(`${OK}\r\nContent-Encoding: gzip`, gzipSync(Buffer.alloc(50_000_000)), 'https://example.org/bomb'),
    record(OK, Buffer.from(`<html><body>${'<div>'.repeat(50_000)}`), 'https://example.org/deep'),
    record(OK, Buffer.from(PAGE), 'https://example.org/last'),
  ];

  it.each([
    ['as they are', Buffer.concat(records)],
    ['each packed', Buffer.concat(records.map((one) => gzipSync(one)))],
  ])('gives the pages in them, and names what is refused: %s', async (_case, bytes) => {
    const found = await read(bytes);
    expect(found.map(({ where }) => where)).toEqual(
      [1, 4, 5, 6, 7, 8].map((number) => `input record ${number}`),
    );
    const page = expect.stringContaining('At least 40') as unknown;
    expect(outcomes(found)).toEqual([
      page,
      page,
      page,
      'ARTICLE_FORMATS.TOO_LARGE',
      'ARTICLE_FORMATS.TOO_COMPLEX',
      page,
    ]);
    expect(found[0]).toMatchObject({
      body: { url: 'https://example.org/flood', title: 'Flood' },
      making: { format: 'warc', fetchedAt: '2026-03-09T12:00:00Z' },
    });
  });

  it.each([
    ['ends too soon', Buffer.concat(records).subarray(0, -3_000), 'ARTICLE_FORMATS.MALFORMED_INPUT'],
    [
      'has headers without end',
      Buffer.concat([records[0]!, Buffer.from(`WARC/1.1\r\n${'a: b\r\n'.repeat(500_000)}`)]),
      'ARTICLE_FORMATS.TOO_LARGE',
    ],
    [
      'does not say how long it is',
      Buffer.from('WARC/1.1\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\n'),
      'ARTICLE_FORMATS.MALFORMED_INPUT',
    ],
  ])('says so of an archive that %s', async (_case, bytes, code) => {
    expect(await codeOf(read(bytes))).toBe(code);
  });

  it('gives up an archive that is a bomb', async () => {
    const bomb = gzipSync(record(OK, Buffer.alloc(300_000_000, ' ')));
    const { result, ms } = await withProcessorTime(() =>
      read(bomb).catch((error: Error) => [{ where: '', problem: error }]),
    );
    expect(outcomes(result)).toEqual(['ARTICLE_FORMATS.TOO_LARGE']);
    expect(ms).toBeLessThan(6_000);
  });
});

describe('unpackBody', () => {
  const bomb = Buffer.alloc(200_000_000);

  it.each([
    ['gzip', gzipSync(PAGE)],
    ['deflate', deflateSync(PAGE)],
    ['br', brotliCompressSync(PAGE)],
    ['gzip, br', brotliCompressSync(gzipSync(PAGE))],
    ['identity', Buffer.from(PAGE)],
    [undefined, Buffer.from(PAGE)],
  ])('undoes %s', async (encoding, bytes) => {
    expect(Buffer.from(await unpackBody(bytes, encoding)).toString()).toBe(PAGE);
  });

  it.each([
    ['gzip', gzipSync(bomb), 'ARTICLE_FORMATS.TOO_LARGE'],
    ['deflate', deflateSync(bomb), 'ARTICLE_FORMATS.TOO_LARGE'],
    [
      'br',
      brotliCompressSync(bomb, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
      'ARTICLE_FORMATS.TOO_LARGE',
    ],
    ['gzip, gzip', gzipSync(gzipSync(bomb)), 'ARTICLE_FORMATS.TOO_LARGE'],
    ['gzip, gzip, gzip', gzipSync(PAGE), 'ARTICLE_FORMATS.TOO_LARGE'],
    ['gzip', Buffer.from('no gzip'), 'ARTICLE_FORMATS.MALFORMED_INPUT'],
    ['rot13', Buffer.from('abc'), 'ARTICLE_FORMATS.MALFORMED_INPUT'],
  ])('refuses a bomb or nonsense in %s', async (encoding, bytes, code) => {
    const { result, ms } = await withProcessorTime(() => codeOf(unpackBody(bytes, encoding)));
    expect(result).toBe(code);
    expect(ms).toBeLessThan(6_000);
  });
});
