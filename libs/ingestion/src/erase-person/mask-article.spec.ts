import fc from 'fast-check';
import { fitsMasked } from '../ingest-article/masked-text.js';
import { maskArticle, maskNames, type KnownArticle } from './mask-article.js';
import { Person } from './person.js';
import { NameFinder } from './find-names.js';

const link = (name: string, exact: string) => ({
  name,
  kind: 'person',
  role: null,
  verb: 'said',
  span: { start: 0, end: 1, exact, prefix: '', suffix: '' },
});
const person = new Person(['Ada Brill']);

describe('maskNames', () => {
  it('keeps the place of every other word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
        const text = `${before} Ada Brill ${after}`;
        const masked = maskNames(text, new NameFinder(['Ada Brill']));
        expect([...masked]).toHaveLength([...text].length);
        expect(masked.includes('Ada Brill')).toBe(false);
        expect(fitsMasked(masked, text)).toBe(true);
      }),
    );
  });
});

describe('a person', () => {
  it.each<[string, unknown, boolean]>([
    ['a text', { text: 'Then ADA BRILL left.' }, true],
    ['a title deep inside', { a: [{ title: 'Ada Brill' }] }, true],
    ['a source that is spelt otherwise', { attribution: [link('Addah Brill', 'she')] }, false],
    ['a source that is spelt alike', { attribution: [link('Mayor Ada Brill', 'Brill')] }, true],
    ['somebody else', { text: 'Adam Brill and Ada Brillson' }, false],
  ])('is found in %s or not', (_case, data, isIn) => {
    expect(person.isIn(data)).toBe(isIn);
  });

  it('goes by the spellings that a reader took for the same person, and by the surname with its capital letter', () => {
    const article = [{ text: '' }, { attribution: [link('Ada Brill', 'Mayor Brill')] }];
    const mask = (text: string) => maskNames(text, person.finderFor(article));
    expect(mask('Mayor Brill of Norvale said. Brill, she said, had a brill.')).toBe(
      'Mayor █████ of Norvale said. █████, she said, had a brill.',
    );
  });
});

describe('maskArticle', () => {
  const article: KnownArticle = {
    articleId: '7f9c24e8-3b12-5fef-91e0-56a2d5a1b2c3',
    sourceKey: 'url:https://a.example/ada-brill',
    text: 'Ada Brill left.',
    assertedAt: '2031-05-20',
    metadata: {
      url: 'https://a.example/ada%2Dbrill',
      outlet: 'The Example',
      title: 'Ada Brill leaves',
      byline: 'by Ada Brill',
      language: 'en',
      publishedAt: '2031-05-14',
    },
    withdrawal: 'Ada Brill asked for it.',
  };

  it('masks every line and leaves out an address that holds the name', () => {
    expect(maskArticle(article, person.finderFor([]))).toEqual({
      sourceKey: `erased:${article.articleId}`,
      assertedAt: '2031-05-20',
      submission: {
        text: '█████████ left.',
        url: null,
        outlet: 'The Example',
        title: '█████████ leaves',
        byline: 'by █████████',
        language: 'en',
        publishedAt: '2031-05-14',
      },
      withdrawal: '█████████ asked for it.',
      masked: 1,
    });
  });
});

describe('fitsMasked', () => {
  it.each<[string, string, boolean]>([
    ['a ██ c', 'a bb c', true],
    ['a ██ c', 'a ██ c', true],
    ['a ██ c', 'a 😀b c', true],
    ['a ██ c', 'a b c', false],
    ['a ██ c', 'a bb d', false],
    ['a ██', 'a bb c', false],
    ['a ██ c', 'a bb', false],
  ])('%s and %s: %s', (masked, text, fits) => {
    expect(fitsMasked(masked, text)).toBe(fits);
  });
});
