import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXTRACTOR_VERSION, extractArticle } from './extract-article.js';
import type { ReadableArticle } from './extraction.js';
import { INVENTED_NEWS } from './testing/invented-news/index.js';
import { VERSION_DIGESTS } from './version-digests.js';

const SEEDS = join(process.cwd(), 'seeds');
const seeds = readdirSync(SEEDS)
  .filter((file) => file.endsWith('.txt'))
  .toSorted()
  .map((file) => ({ text: readFileSync(join(SEEDS, file), 'utf8') }));

function digestOf(articles: readonly ReadableArticle[]): string {
  const readings = articles.map((article) => ({ ...extractArticle(article), extractorVersion: null }));
  return createHash('sha256').update(JSON.stringify(readings)).digest('hex');
}

describe('the version of the rules', () => {
  it('is raised whenever an article is read differently', () => {
    const digest = digestOf([...INVENTED_NEWS, ...seeds]);
    const known = VERSION_DIGESTS[EXTRACTOR_VERSION];
    const advice = `The rules read the fixed articles differently: raise EXTRACTOR_VERSION in extract-article.ts and add its digest ${digest} to version-digests.ts.`;
    expect(known === digest ? 'as recorded' : advice).toBe('as recorded');
  });

  it('has a digest that one word more would change', () => {
    expect(digestOf([{ text: 'Flood\n\n12 people died.' }])).not.toBe(
      digestOf([{ text: 'Flood\n\n13 people died.' }]),
    );
  });

  it('is the latest that has a digest, and no two versions share one', () => {
    expect(Object.keys(VERSION_DIGESTS).at(-1)).toBe(EXTRACTOR_VERSION);
    expect(new Set(Object.values(VERSION_DIGESTS)).size).toBe(Object.keys(VERSION_DIGESTS).length);
  });
});
