/** A document that is built to keep its reader busy for ever, or to fill its memory. */
export interface HostileDocument {
  readonly name: string;
  readonly kind: 'page' | 'feed' | 'reliefweb';
  /** The refusal that is expected. */
  readonly code: string;
  readonly build: () => string;
}

const PARAGRAPH = '<p>At least 40 people fled Westhaven on Sunday, Mayor Ada Moreno said.</p>';
const page = (body: string, head = '') =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
const article = `<article>${PARAGRAPH.repeat(8)}</article>`;
const nested = (tag: string, times: number) =>
  page(`<${tag}>`.repeat(times) + PARAGRAPH + `</${tag}>`.repeat(times));
const jsonLd = (json: string) => page(article, `<script type="application/ld+json">${json}</script>`);
const rss = (items: string, before = '') =>
  `<?xml version="1.0"?>${before}<rss version="2.0"><channel><title>T</title>${items}</channel></rss>`;

const tooComplex = (name: string, build: () => string): HostileDocument => ({
  name,
  kind: 'page',
  code: 'ARTICLE_FORMATS.TOO_COMPLEX',
  build,
});
const feedBomb = (name: string, build: () => string): HostileDocument => ({
  ...tooComplex(name, build),
  kind: 'feed',
});

/** Pages and feeds; packed ones stand with the test of unpacking. */
export const HOSTILE_DOCUMENTS: readonly HostileDocument[] = [
  tooComplex('10,000 elements inside each other', () => nested('div', 10_000)),
  tooComplex('100,000 elements inside each other', () => nested('div', 100_000)),
  tooComplex('elements that never end', () => page('<span>x'.repeat(50_000))),
  tooComplex('two elements in turn that never end', () => page('<b>x<i>y'.repeat(50_000))),
  tooComplex('paragraphs inside links that never end', () => page('<p><a href="#">x'.repeat(20_000))),
  tooComplex('ends that cross', () => page('<b><i></b></i><u>'.repeat(40_000))),
  tooComplex('200,000 paragraphs', () => page('<p>a, b</p>'.repeat(200_000))),
  tooComplex('500,000 empty elements', () => page('<br>'.repeat(500_000))),
  tooComplex('ends without begins', () => page('</p>'.repeat(200_000))),
  tooComplex('a million attributes', () =>
    page(`<p ${Array.from({ length: 1_000_000 }, (_, at) => `a${at}`).join(' ')}>x</p>`),
  ),
  tooComplex('attributes on every element', () =>
    page(`<p ${Array.from({ length: 300 }, (_, at) => `a${at}="b"`).join(' ')}>x</p>`.repeat(1_000)),
  ),
  tooComplex('an attribute of 8 MB', () => page(`<img alt="${'a'.repeat(8_000_000)}">${article}`)),
  tooComplex('500,000 named entities', () => page(`<p>${'&amp;'.repeat(500_000)}</p>`)),
  tooComplex('500,000 numbered entities', () => page(`<p>${'&#x41;'.repeat(500_000)}</p>`)),
  tooComplex('entities in attributes', () => page(`<p title="${'&lt;'.repeat(200_000)}">x</p>`)),
  tooComplex('tables inside each other', () => page('<table><tr><td>'.repeat(20_000))),
  tooComplex('lists inside each other', () => page('<ul><li>'.repeat(20_000))),
  tooComplex('SVG inside SVG', () => nested('svg', 20_000)),
  tooComplex('MathML inside MathML', () => nested('math', 20_000)),
  tooComplex('templates inside each other', () => nested('template', 20_000)),
  tooComplex('200,000 comments', () => page(`${'<!--x-->'.repeat(200_000)}${article}`)),
  tooComplex('200,000 CDATA sections', () => page(`${'<![CDATA[x]]>'.repeat(200_000)}${article}`)),
  tooComplex('200,000 processing instructions', () => page(`${'<?x?>'.repeat(200_000)}${article}`)),
  tooComplex('200,000 options', () => page(`<select>${'<option>a'.repeat(200_000)}</select>`)),
  tooComplex('100,000 frames of itself', () =>
    page(`${'<iframe src="#"></iframe>'.repeat(100_000)}${article}`),
  ),
  tooComplex('JSON-LD of 200,000 levels', () => jsonLd('['.repeat(200_000) + ']'.repeat(200_000))),
  tooComplex('JSON-LD of 50,000 objects', () => jsonLd(`[${'{},'.repeat(50_000)}{}]`)),
  tooComplex('JSON-LD of 5 MB', () => jsonLd(`{"a":"${'a'.repeat(5_000_000)}"}`)),
  tooComplex('1,000 pieces of JSON-LD', () =>
    page(article, '<script type="application/ld+json">{}</script>'.repeat(1_000)),
  ),
  {
    ...tooComplex('a page of 20 MB', () => page('word '.repeat(4_000_000))),
    code: 'ARTICLE_FORMATS.TOO_LARGE',
  },
  {
    ...tooComplex('a script without end', () => '<script>'.repeat(500_000)),
    code: 'ARTICLE_FORMATS.NO_ARTICLE',
  },
  feedBomb('entities that grow by ten nine times', () => {
    const levels = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`);
    return rss('<item><title>&l9;</title></item>', `<!DOCTYPE r [<!ENTITY l0 "lol">${levels.join('')}]>`);
  }),
  feedBomb('an entity of a file', () =>
    rss('<item><title>&f;</title></item>', '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]>'),
  ),
  feedBomb('a feed of 100,000 levels', () => rss('<a>'.repeat(100_000))),
  feedBomb('a feed of 300,000 items', () => rss('<item><title>a</title></item>'.repeat(300_000))),
  feedBomb('a feed of 5,000 items', () => rss('<item><description>a</description></item>'.repeat(5_000))),
  feedBomb('a feed of a million sections', () => rss('<![CDATA[a]]>'.repeat(1_000_000))),
  {
    ...feedBomb(
      'a JSON feed of a million levels',
      () => `{"version":"https://jsonfeed.org/version/1.1","items":${'['.repeat(1_000_000)}`,
    ),
    code: 'ARTICLE_FORMATS.MALFORMED_INPUT',
  },
  {
    ...feedBomb('a million levels of JSON', () => '['.repeat(1_000_000)),
    kind: 'reliefweb',
    code: 'ARTICLE_FORMATS.MALFORMED_INPUT',
  },
];
