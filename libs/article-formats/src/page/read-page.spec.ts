import { createRequire } from 'node:module';
import { FEED_TOOLS } from '../feed/read-feed.js';
import { WARC_TOOL } from '../warc/read-warc.js';
import { PAGE_TOOLS, readPage, type ReadPage } from './read-page.js';

const NOW = new Date('2026-03-20T00:00:00Z');
const PARAGRAPHS = `<p>At least 40 people fled&nbsp;Westhaven on Sunday,
  Mayor <b>Ada</b> Moreno said.</p><p>“We will rebuild,” she said.<br>The dam holds &amp; stands.</p>`;
const page = (
  head: string,
  body = `<article><h1>Flood</h1>${PARAGRAPHS}</article>`,
  html = '<html lang="en-GB">',
) =>
  `<!doctype html>${html}<head>${head}</head><body><nav><a href="/">Home</a> <a href="/x">More</a></nav>${body}</body></html>`;
const read = (html: string | Buffer, hints: { charset?: string; url?: string } = {}): ReadPage =>
  readPage(Buffer.from(html as string), { ...hints, now: NOW });
const jsonLd = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

function codeOf(attempt: () => unknown): unknown {
  try {
    return attempt();
  } catch (error) {
    return (error as { code?: string }).code;
  }
}

const require = createRequire(import.meta.url);

describe('readPage', () => {
  it('gives the visible text with its paragraphs, without menus', () => {
    const { fields, making } = read(page('<title>Flood</title>'));
    expect(fields.text).toContain(
      'At least 40 people fled Westhaven on Sunday, Mayor Ada Moreno said.\n\n“We will rebuild,” she said.\nThe dam holds & stands.',
    );
    expect(fields.text).not.toContain('Home');
    const made = { format: 'html', tools: PAGE_TOOLS, charset: 'utf-8', notes: [] };
    expect(making).toEqual({ ...made, headlineFirst: true });
  });

  const HEADING = '34 killed in ferry accident – coast guard';
  it.each([
    [
      'the heading that says what the title says',
      '34 killed in ferry accident',
      `<h1>The Example</h1><h1>${HEADING}</h1>`,
    ],
    ['the title, where the page shows no heading of it', HEADING, '<h1>The Example</h1>'],
    ['the title without the name behind a bar', `${HEADING} | News | Port Sela`, ''],
    ['the title without the outlet behind a dash', `${HEADING} - The Example`, ''],
  ])('begins with %s', (_case, title, headings) => {
    const head = `<title>${title}</title><meta property="og:site_name" content="The Example">`;
    const { fields, making } = read(page(head, `${headings}<article>${PARAGRAPHS}</article>`));
    expect(fields.text.startsWith(`${HEADING}\n\nAt least 40 people`)).toBe(true);
    expect(fields.title).toBe(title);
    expect(making.headlineFirst).toBe(true);
  });

  it('puts no headline before a text that begins with it', () => {
    const body = `<article><p><b>${HEADING}</b></p>${PARAGRAPHS.repeat(4)}</article>`;
    const { fields, making } = read(page(`<title>${HEADING}</title>`, body));
    expect(fields.text.split(HEADING)).toHaveLength(2);
    expect(making).not.toHaveProperty('headlineFirst');
  });

  it('names the versions that are installed', () => {
    const { dependencies } = require('../../../../package.json') as { dependencies: Record<string, string> };
    const installed = {
      readability: dependencies['@mozilla/readability'],
      linkedom: dependencies['linkedom'],
      feedsmith: dependencies['feedsmith'],
      warcio: dependencies['warcio'],
    };
    expect({ ...FEED_TOOLS, ...PAGE_TOOLS, ...WARC_TOOL }).toEqual(installed);
  });

  it('leaves out what nobody sees', () => {
    const hidden =
      '<p style="display: none">secret</p><script>alert(1)</script><template><p>later</p></template><iframe src="/x">frame</iframe>';
    const { text } = read(page('', `<article>${PARAGRAPHS}${hidden}</article>`)).fields;
    expect(text).not.toMatch(/secret|alert|later|frame/);
  });

  it('refuses a page without text', () => {
    expect(codeOf(() => read('<html><body></body></html>'))).toBe('ARTICLE_FORMATS.NO_ARTICLE');
  });
});

describe('the metadata of a page', () => {
  const og = (property: string, content: string) => `<meta property="${property}" content="${content}">`;

  it('comes from JSON-LD first: graphs, references and lists of authors', () => {
    const graph = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebPage', '@id': '#page', name: 'Page' },
        { '@type': 'Organization', '@id': '#org', name: 'The Example' },
        {
          '@type': ['NewsArticle'],
          headline: 'Forty flee Westhaven',
          author: [{ '@type': 'Person', name: 'A. Writer' }, 'B. Other'],
          publisher: { '@id': '#org' },
          datePublished: '2026-03-09T10:00:00+01:00',
          dateModified: '2026-03-10T08:00:00Z',
          inLanguage: 'en',
          mainEntityOfPage: { '@id': 'https://example.org/flood' },
        },
      ],
    };
    const { fields, making } = read(
      page(jsonLd(graph) + og('og:title', 'Another title') + og('og:site_name', 'EX')),
    );
    expect(fields).toMatchObject({
      title: 'Forty flee Westhaven',
      byline: 'A. Writer, B. Other',
      outlet: 'The Example',
      language: 'en',
      url: 'https://example.org/flood',
      publishedAt: '2026-03-09T10:00:00+01:00',
    });
    expect(making.modifiedAt).toBe('2026-03-10T08:00:00Z');
  });

  it('comes from OpenGraph, other meta tags and the page itself where there is no more', () => {
    const head =
      '<title>Flood | The Example</title><link rel="canonical" href="/flood"><meta name="author" content="A. Writer">' +
      og('og:site_name', 'The Example') +
      og('article:author', 'https://example.org/a-writer') +
      og('article:published_time', '2026-03-09');
    expect(read(page(head), { url: 'https://www.example.org/flood?ref=x' }).fields).toMatchObject({
      title: 'Flood | The Example',
      byline: 'A. Writer',
      outlet: 'The Example',
      language: 'en-GB',
      url: 'https://www.example.org/flood',
      publishedAt: '2026-03-09',
    });
    const shown = `<article><time datetime="2026-03-08T09:00">Sunday</time>${PARAGRAPHS}</article>`;
    expect(read(page('', shown)).fields.publishedAt).toBe('2026-03-08');
  });

  it.each([
    ['days that do not agree', ['2026-03-09', '2026-03-12'], undefined, 'neither was taken'],
    [
      'one moment in two zones',
      ['2026-03-09T23:30:00-05:00', '2026-03-10T04:30:00Z'],
      '2026-03-09T23:30:00-05:00',
      null,
    ],
    ['a day that does not exist', ['2026-02-30', '2026-03-09'], '2026-03-09', 'does not exist'],
    ['a day in the future', ['2027-01-01'], undefined, 'lies in the future'],
    ["a computer's zero", ['1970-01-01T00:00:00Z'], undefined, 'no day of publication'],
    ['words', ['last week'], undefined, 'no date that can be read'],
    ['a time without a zone', ['2026-03-09T10:00:00'], '2026-03-09', null],
    ['RFC 822', ['Mon, 09 Mar 2026 10:00:00 GMT'], '2026-03-09T10:00:00Z', null],
  ])('does not guess a date: %s', (_case, [first, second], date, note) => {
    const head =
      jsonLd({ '@type': 'NewsArticle', datePublished: first }) +
      (second ? og('article:published_time', second) : '');
    const { fields, making } = read(page(head));
    expect(fields.publishedAt).toBe(date);
    expect(making.notes).toEqual(note ? [expect.stringContaining(note)] : []);
  });

  it('does not take an address of another site', () => {
    const { fields, making } = read(page('<link rel="canonical" href="https://other.example/x">'), {
      url: 'https://example.org/flood',
    });
    expect(fields.url).toBe('https://example.org/flood');
    expect(making.notes).toEqual([expect.stringContaining('another site')]);
  });

  it('reads hostile JSON-LD within bounds', () => {
    expect(read(page('<script type="application/ld+json">{broken</script>')).making.notes).toHaveLength(1);
    const loop = {
      '@type': 'NewsArticle',
      author: { '@id': '#a' },
      x: { '@id': '#a', '@type': 'Person', y: { '@id': '#a' } },
    };
    expect(read(page(jsonLd(loop))).fields.byline).toBeUndefined();
    const odd = {
      '@type': [null, 7, 'NewsArticle'],
      headline: { a: 1 },
      author: [[['x']], 4],
      datePublished: 20260309,
    };
    expect(read(page(jsonLd(odd))).fields.publishedAt).toBeUndefined();
  });
});

describe('the encoding of a page', () => {
  const words =
    '<article><p>Zwölf Menschen flohen aus Köln, sagte die Bürgermeisterin von Westhafen.</p></article>';
  const latin1 = Buffer.from(page('', words), 'latin1');

  it.each([
    ['UTF-8 without a word', Buffer.from(page('', words)), undefined, 'utf-8'],
    ['a byte order mark', Buffer.from(`\ufeff${page('', words)}`), undefined, 'utf-8'],
    ['UTF-16', Buffer.from(`\ufeff${page('', words)}`, 'utf16le'), undefined, 'utf-16le'],
    ['the header', latin1, 'iso-8859-1', 'windows-1252'],
    [
      'a meta tag',
      Buffer.from(page('<meta charset="windows-1252">', words), 'latin1'),
      undefined,
      'windows-1252',
    ],
    [
      'a wrong declaration over UTF-8',
      Buffer.from(page('<meta charset="iso-8859-1">', words)),
      undefined,
      'utf-8',
    ],
  ])('is found: %s', (_case, bytes, charset, found) => {
    const { fields, making } = read(bytes, { charset });
    expect(fields.text).toContain('Zwölf Menschen');
    expect(making.charset).toBe(found);
  });

  it.each([
    ['bytes that are no UTF-8', latin1, undefined],
    ['an unknown name', latin1, 'klingon-8'],
  ])('is refused where it cannot be: %s', (_case, bytes, charset) => {
    expect(codeOf(() => read(bytes, { charset }))).toBe('ARTICLE_FORMATS.UNDECODABLE_TEXT');
  });
});
