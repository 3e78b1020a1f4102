import fc from 'fast-check';
import type { Quantifier } from '#domain';
import {
  areDisjoint,
  areEqual,
  exactness,
  intervalOf,
  isBelow,
  isInside,
  type Interval,
} from './interval.js';

const of = (quantifier: Quantifier, value: number | null, max: number | null = null): Interval | null =>
  intervalOf({ quantifier, value, max }, 0.1);
const interval = fc
  .tuple(
    fc.constantFrom<Quantifier>(
      'exact',
      'approximately',
      'at_least',
      'more_than',
      'at_most',
      'less_than',
      'up_to',
      'between',
    ),
    fc.integer({ min: 1, max: 50 }),
    fc.integer({ min: 0, max: 20 }),
  )
  .map(([quantifier, value, more]) => of(quantifier, value, quantifier === 'between' ? value + more : null)!);

describe('the numbers a figure leaves possible', () => {
  it.each<[Quantifier, number | null, number | null, string]>([
    ['exact', 40, null, '[40, 40]'],
    ['at_least', 40, null, '[40, Infinity]'],
    ['more_than', 40, null, '(40, Infinity]'],
    ['up_to', 40, null, '[0, 40]'],
    ['at_most', 40, null, '[0, 40]'],
    ['less_than', 40, null, '[0, 40)'],
    ['approximately', 40, null, '[36, 44]'],
    ['between', 40, 60, '[40, 60]'],
    ['hundreds', null, null, 'none'],
    ['vague', null, null, 'none'],
  ])('%s %s %s', (quantifier, value, max, expected) => {
    const found = of(quantifier, value, max);
    const shown = found
      ? `${found.lowOpen ? '(' : '['}${found.low}, ${found.high}${found.highOpen ? ')' : ']'}`
      : 'none';
    expect(shown).toBe(expected);
  });

  it('takes "about" as wide as it is told to', () =>
    expect(intervalOf({ quantifier: 'approximately', value: 40, max: null }, 0.5)).toMatchObject({
      low: 20,
      high: 60,
    }));

  it('ranks a word, one bound, two bounds and the number', () =>
    expect(
      (['dozens', 'more_than', 'between', 'exact'] as const).map((quantifier) =>
        exactness({ quantifier, value: quantifier === 'dozens' ? null : 40, max: null }),
      ),
    ).toEqual([0, 1, 2, 3]));
});

describe('two intervals', () => {
  it('are apart where an open end meets the number', () => {
    expect(areDisjoint(of('more_than', 60)!, of('less_than', 50)!)).toBe(true);
    expect(areDisjoint(of('more_than', 60)!, of('exact', 60)!)).toBe(true);
    expect(areDisjoint(of('at_least', 60)!, of('exact', 60)!)).toBe(false);
    expect(areDisjoint(of('less_than', 60)!, of('at_least', 60)!)).toBe(true);
    expect(areDisjoint(of('at_least', 27_000)!, of('exact', 30_000)!)).toBe(false);
  });

  it('are apart whichever is asked first, and exactly where one is below the other', () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        expect(areDisjoint(a, b)).toBe(areDisjoint(b, a));
        expect(areDisjoint(a, b)).toBe(isBelow(a, b) || isBelow(b, a));
        expect(isBelow(a, b) && isBelow(b, a)).toBe(false);
      }),
    );
  });

  it('share a number where one holds the other, and are equal where each does', () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        if (isInside(a, b)) expect(areDisjoint(a, b)).toBe(false);
        expect(isInside(a, b) && isInside(b, a)).toBe(areEqual(a, b));
      }),
    );
  });
});
