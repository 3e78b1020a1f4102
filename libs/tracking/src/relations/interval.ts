import { VAGUE_QUANTIFIERS, type Quantifier } from '#domain';
import type { FigureFacts } from './ledger.js';

/** The numbers a figure leaves possible. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

type Amount = Pick<FigureFacts, 'value' | 'max' | 'quantifier'>;

const VAGUE = new Set<Quantifier>(VAGUE_QUANTIFIERS);

/**
 * What the number and its quantifier leave possible: exact 40 is [40, 40]; at least 40 is [40, inf); more than 40 is (40, inf); up to
 * and at most 40 are [0, 40]; less than 40 is [0, 40); about 40 is 40 and `approximation` (0.1 = 10 %) on both sides; between has
 * both ends. Null for a vague word: "hundreds" is never made a number (ACLED reads 100, others 550).
 */
export function intervalOf(figure: Amount, approximation: number): Interval | null {
  const { value, max, quantifier } = figure;
  if (value === null || VAGUE.has(quantifier)) return null;
  const top = max ?? value;
  const bounds = (low: number, high: number, open: 'low' | 'high' | null = null): Interval => ({
    low,
    high,
    lowOpen: open === 'low',
    highOpen: open === 'high',
  });
  switch (quantifier) {
    case 'at_least':
      return bounds(value, Infinity);
    case 'more_than':
      return bounds(value, Infinity, 'low');
    case 'up_to':
    case 'at_most':
      return bounds(0, top);
    case 'less_than':
      return bounds(0, top, 'high');
    case 'approximately':
      return bounds(value * (1 - approximation), top * (1 + approximation));
    default:
      return bounds(value, top);
  }
}

/** So many at least are meant by a word; it is bounded by nothing above, for what it tells of goes on. */
const LEAST: Partial<Record<Quantifier, number>> = {
  tens: 10,
  dozens: 12,
  scores: 20,
  hundreds: 100,
  thousands: 1_000,
  tens_of_thousands: 10_000,
  hundreds_of_thousands: 100_000,
  millions: 1_000_000,
};

/** Whether no number that an interval leaves possible is less than a vague word says: "at most 900" may be, of "hundreds" and of "thousands". */
export const isWithinWord = ({ low }: Interval, word: Quantifier): boolean => low >= (LEAST[word] ?? 0);

/** Whether every number of `a` is below every number of `b`. */
export const isBelow = (a: Interval, b: Interval): boolean =>
  a.high < b.low || (a.high === b.low && (a.highOpen || b.lowOpen));

export const areDisjoint = (a: Interval, b: Interval): boolean => isBelow(a, b) || isBelow(b, a);

export const areEqual = (a: Interval, b: Interval): boolean =>
  a.low === b.low && a.high === b.high && a.lowOpen === b.lowOpen && a.highOpen === b.highOpen;

/** Whether every number of `a` is one of `b`. */
export function isInside(a: Interval, b: Interval): boolean {
  const low = a.low > b.low || (a.low === b.low && (a.lowOpen || !b.lowOpen));
  const high = a.high < b.high || (a.high === b.high && (a.highOpen || !b.highOpen));
  return low && high;
}

/** How exactly a source bounds a number: a vague word, one bound, two bounds, the number. */
export function exactness({ value, max, quantifier }: Amount): number {
  if (value === null || VAGUE.has(quantifier)) return 0;
  if (quantifier === 'exact') return max === null || max === value ? 3 : 2;
  return quantifier === 'between' || quantifier === 'approximately' ? 2 : 1;
}
