import fc from 'fast-check';
import { bandsOfPrinting, printingOf, samePrinting, type PrintedArticle } from './printing.js';
import { bandsOf, PERMUTATIONS, signatureOf } from './minhash.js';
import { sharedBy, shinglesOf } from './shingles.js';
import { wordsOf } from './words.js';

const numbered = (from: number, words: number): string =>
  `${Array.from({ length: words }, (_, at) => `word${from + at}`).join(' ')}.`;
const paragraphs = (write: typeof numbered): string =>
  [0, 60, 120, 180].map((from) => write(from, 60)).join('\n\n');
/** In letters: numbers are compared for themselves. */
const sentence: typeof numbered = (from, words) =>
  numbered(from, words).replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
const TEXT = paragraphs(sentence);

const printing = (change: Partial<PrintedArticle> = {}) =>
  printingOf({
    articleId: 'a',
    publishedAt: '2031-03-07',
    outlet: 'Westhaven Post',
    byline: null,
    text: TEXT,
    ...change,
  });

describe('samePrinting', () => {
  it.each<[string, Partial<PrintedArticle>]>([
    ['cut to its first quarter', { text: sentence(0, 60) }],
    ['with another headline', { text: `A headline of our own\n\n${TEXT}` }],
    ['with boilerplate', { text: `3 min read\n${TEXT}\nShare this on Facebook\n12 comments` }],
    ['with paragraphs in another order', { text: TEXT.split('\n\n').reverse().join('\n\n') }],
    ['in other letters and marks', { text: TEXT.toUpperCase().replaceAll('.', '!') }],
    ['of a day that nobody knows', { publishedAt: null }],
    ['six days later', { publishedAt: '2031-03-13T08:00:00Z' }],
    ['that was dug up a year later', { publishedAt: '2032-03-07', text: `${TEXT} ${sentence(900, 20)}` }],
  ])('takes a text %s for another printing', (_case, change) => {
    expect(samePrinting(printing(), printing(change))?.containment).toBeGreaterThanOrEqual(0.9);
  });

  it.each<[string, Partial<PrintedArticle>]>([
    ['that shares a quotation', { text: `${sentence(0, 30)}\n\n${sentence(900, 90)}` }],
    [
      'of another week with much else: a series',
      { publishedAt: '2031-03-15', text: `${sentence(0, 90)} ${sentence(700, 60)}` },
    ],
    ['too short to tell', { text: sentence(0, 15) }],
    [
      'of a later day that takes it up among much else',
      { text: `${TEXT} ${sentence(500, 700)}`, publishedAt: '2031-03-08' },
    ],
  ])('does not take a text %s for one', (_case, change) => {
    expect(samePrinting(printing(), printing(change))).toBeNull();
    expect(samePrinting(printing(change), printing())).toBeNull();
  });

  const bulletin = (one: number, two: number, three: number, day: string) =>
    printing({
      publishedAt: day,
      text: `${sentence(0, 40)} in all ${one} people. ${sentence(40, 40)} of ${two} beds. ${sentence(80, 40)} only ${three} wells. ${sentence(120, 40)} since the year 1990. ${sentence(160, 40)}`,
    });

  it('takes one form that is filled in with other numbers for two issues, and a toll put right for one text', () => {
    const first = bulletin(12, 340, 7, '2031-03-07');
    expect(samePrinting(first, bulletin(15, 310, 9, '2031-03-08'))).toBeNull();
    expect(samePrinting(first, bulletin(15, 340, 7, '2031-03-08'))?.containment).toBeGreaterThan(0.9);
    expect(samePrinting(first, bulletin(12, 340, 7, '2032-03-08'))?.containment).toBe(1);
    expect(samePrinting(first, bulletin(15, 340, 7, '2032-03-08'))).toBeNull();
  });

  it('gives the same in both orders', () => {
    const part = fc.tuple(fc.nat(150), fc.integer({ min: 20, max: 120 }));
    fc.assert(
      fc.property(part, part, ([from, words], [otherFrom, otherWords]) => {
        const [a, b] = [
          printing({ text: sentence(from, words) }),
          printing({ text: sentence(otherFrom, otherWords) }),
        ];
        expect(samePrinting(a, b)).toEqual(samePrinting(b, a));
      }),
    );
  });
});

describe('signatures', () => {
  it('estimate Jaccard similarity within three standard errors', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 250 }), (shift) => {
        const [a, b] = [0, shift].map((from) => shinglesOf(wordsOf(sentence(from, 300)))) as [
          Uint32Array,
          Uint32Array,
        ];
        const shared = sharedBy(a, b);
        const [x, y] = [signatureOf(a), signatureOf(b)];
        const estimated = x.filter((least, at) => least === y[at]).length / PERMUTATIONS;
        expect(Math.abs(estimated - shared / (a.length + b.length - shared))).toBeLessThan(0.15);
      }),
    );
  });

  it('are those that stored ones were made with', () => {
    expect(bandsOf(signatureOf(printing({ text: paragraphs(numbered) }).shingles)).slice(0, 3))
      .toMatchInlineSnapshot(`
     [
       1839079649,
       1832579372,
       286386639,
     ]
    `);
  });

  it('are not made of texts too short to be compared', () => {
    expect(bandsOfPrinting(printing({ text: '' }))).toEqual([]);
  });
});
