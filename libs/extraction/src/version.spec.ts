import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXTRACTOR_VERSION, extractArticle } from './extract-article.js';
import type { ReadableArticle } from './extraction.js';
import { INVENTED_NEWS } from './testing/invented-news/index.js';
import { INVENTED_DISPUTES, INVENTED_SPEECH } from './testing/invented-speech/index.js';
import { RELEASED, VERSION_DIGESTS } from './version-digests.js';

const SEEDS = join(process.cwd(), 'seeds');
const seeds = readdirSync(SEEDS)
  .filter((file) => file.endsWith('.txt'))
  .toSorted()
  .map((file) => ({ text: readFileSync(join(SEEDS, file), 'utf8') }));
const FIXED: readonly ReadableArticle[] = [
  ...INVENTED_NEWS,
  ...INVENTED_SPEECH,
  ...INVENTED_DISPUTES,
  ...seeds,
];

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function digestOf(articles: readonly ReadableArticle[]): string {
  const readings = articles.map((article) => ({ ...extractArticle(article), extractorVersion: null }));
  return sha256(JSON.stringify(readings));
}

/** What to do about rules that read otherwise under a version; null where they read as recorded. */
function adviceFor(
  version: string,
  digest: string,
  known: Readonly<Record<string, string>>,
  released: readonly string[],
): string | null {
  if (known[version] === digest) return null;
  return released.includes(version)
    ? `Version ${version} is released and reads otherwise: raise EXTRACTOR_VERSION in extract-article.ts and add its digest ${digest} to version-digests.ts.`
    : `Version ${version} is not released yet: record its digest ${digest} in version-digests.ts.`;
}

const sealOf = (known: Readonly<Record<string, string>>, released: readonly string[]): string =>
  sha256(released.map((version) => `${version} ${known[version] ?? ''}\n`).join(''));

describe('the version of the rules', () => {
  it('is raised whenever an article is read differently', () => {
    const advice = adviceFor(EXTRACTOR_VERSION, digestOf(FIXED), VERSION_DIGESTS, RELEASED.versions);
    expect(advice).toBeNull();
  });

  it('keeps its digest once it is released', () => {
    expect(sealOf(VERSION_DIGESTS, RELEASED.versions)).toBe(RELEASED.seal);
    expect(sealOf({ ...VERSION_DIGESTS, '1.2.0': 'another' }, RELEASED.versions)).not.toBe(RELEASED.seal);
  });

  it.each([
    ['1.4.0', /raise EXTRACTOR_VERSION/],
    ['9.9.9', /record its digest/],
  ])('tells what to do where %s reads otherwise', (version, advice) => {
    expect(adviceFor(version, 'another', VERSION_DIGESTS, RELEASED.versions)).toMatch(advice);
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
