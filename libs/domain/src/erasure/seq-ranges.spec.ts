import fc from 'fast-check';
import { ERASED_JSON, isErased } from './erased-data.js';
import { areSeqRanges, countOfRanges, isInRanges, toSeqRanges } from './seq-ranges.js';

describe('ranges of positions', () => {
  it('hold exactly the positions they were made of, in the shortest form', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (seqs) => {
        const ranges = toSeqRanges(seqs);
        expect(areSeqRanges(ranges)).toBe(true);
        expect(countOfRanges(ranges)).toBe(seqs.length);
        for (let seq = 0; seq <= 61; seq++) expect(isInRanges(ranges, seq)).toBe(seqs.includes(seq));
        for (const [n, [first]] of ranges.entries())
          if (n > 0) expect(first).toBeGreaterThan((ranges[n - 1]?.[1] ?? 0) + 1);
      }),
    );
  });

  it.each<[string, unknown]>([
    ['no list', 'all'],
    ['an empty list', []],
    ['a range that ends before it begins', [[3, 2]]],
    [
      'ranges out of order',
      [
        [5, 6],
        [1, 2],
      ],
    ],
    [
      'ranges that overlap',
      [
        [1, 5],
        [5, 6],
      ],
    ],
    ['position 0', [[0, 1]]],
    ['half a position', [[1, 1.5]]],
    ['a range of three', [[1, 2, 3]]],
  ])('are not: %s', (_case, value) => {
    expect(areSeqRanges(value)).toBe(false);
  });
});

describe('isErased', () => {
  it('knows what the log leaves in place of erased data, and nothing else', () => {
    expect(isErased(JSON.parse(ERASED_JSON))).toBe(true);
    for (const data of [null, 'erased', {}, { erased: false }, { erased: true, text: 'left' }, [true]])
      expect(isErased(data)).toBe(false);
  });
});
