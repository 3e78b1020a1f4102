import fc from 'fast-check';
import { clustersOf, type Pair } from './clusters.js';
import { originalOf } from './original.js';
import type { PrintingFacts } from './printing.js';

const printing = (articleId: string, change: Partial<PrintingFacts> = {}): PrintingFacts => ({
  articleId,
  publishedAt: '2031-03-07T10:00:00Z',
  outlet: `${articleId} post`,
  credited: [],
  bylined: [],
  length: 30,
  ...change,
});
const pair = (a: string, b: string, containment = 0.8): Pair => ({ a, b, jaccard: 0.5, containment });

describe('clustersOf', () => {
  it('joins what a later article bridges', () => {
    const members = ['a', 'b', 'c', 'd', 'e'].map((id) => printing(id));
    expect(clustersOf(members, [pair('a', 'b'), pair('c', 'd', 0.7)]).map((c) => c.length)).toEqual([2, 2]);
    const [bridged] = clustersOf(members, [pair('a', 'b'), pair('c', 'd', 0.7), pair('b', 'd', 0.9)]);
    expect(bridged).toEqual([
      { articleId: 'a', role: 'original', similarity: 0.8 },
      { articleId: 'b', role: 'copy', similarity: 0.9 },
      { articleId: 'c', role: 'copy', similarity: 0.7 },
      { articleId: 'd', role: 'copy', similarity: 0.9 },
    ]);
  });

  it('does not depend on the order of printings or pairs', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const pairs = fc.uniqueArray(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), {
      maxLength: 6,
    });
    const shuffles = fc.tuple(pairs, fc.shuffledSubarray(ids, { minLength: 6 }), fc.integer());
    fc.assert(
      fc.property(shuffles, ([edges, order, turn]) => {
        const forwards = edges.filter(([a, b]) => a !== b).map(([a, b]) => pair(a, b));
        const turned = forwards.map(({ a, b }) => (turn % 2 ? pair(b, a) : pair(a, b))).reverse();
        const members = ids.map((id) => printing(id));
        expect(
          clustersOf(
            order.map((id) => printing(id)),
            turned,
          ),
        ).toEqual(clustersOf(members, forwards));
      }),
    );
  });
});

describe('originalOf', () => {
  it.each<[string, Partial<PrintingFacts>, Partial<PrintingFacts>]>([
    ['is the earlier one', { publishedAt: '2031-03-07T09:00:00Z' }, {}],
    ['is the one with a time where the other has its day alone', {}, { publishedAt: '2031-03-07' }],
    ['is the dated one', {}, { publishedAt: null }],
    ['credits nobody else, though it is later', { publishedAt: '2031-03-08' }, { credited: ['northwire'] }],
    [
      'is that of the outlet which the other credits, though it is later',
      { publishedAt: '2031-03-08', outlet: 'northwire' },
      { credited: ['northwire'] },
    ],
    [
      'may credit itself',
      { outlet: 'northwire', credited: ['northwire'], publishedAt: '2031-03-08' },
      { credited: ['northwire'] },
    ],
    [
      'is not what the byline gives to the other',
      { outlet: 'northwire', publishedAt: '2031-03-08' },
      { bylined: ['ada brill', 'northwire'] },
    ],
    ['is the longer one of the same moment', { length: 40 }, {}],
  ])('%s', (_case, original, copy) => {
    const [a, b] = [printing('b', original), printing('a', copy)];
    expect(originalOf([a, b])).toBe(a);
    expect(originalOf([b, a])).toBe(a);
  });

  it('is the lower id where nothing else tells', () => {
    expect(originalOf([printing('b'), printing('a')]).articleId).toBe('a');
  });
});
