import type { FigureReported } from '../reports/figure-reported.js';
import { figureClaimKey, figureSubject } from './figure-claim-key.js';

type Fields = Parameters<typeof figureSubject>[0];

const fled: Fields = {
  metric: 'displaced',
  measure: 'flow',
  unit: 'person',
  population: null,
  cause: null,
  places: [{ text: 'eastern Westhaven', role: 'origin', span: null }],
  period: { start: '2026-03-07', end: '2026-03-09', accuracy: 'day', text: 'since Saturday' },
};

const keyOf = (change: Partial<FigureReported>): string =>
  figureClaimKey(figureSubject({ ...fled, ...change }));

describe('figureClaimKey', () => {
  it.each<[string, Partial<FigureReported>]>([
    ['another value', { value: 5 }],
    [
      'a later end of the period',
      { period: { start: '2026-03-07', end: '2026-03-12', accuracy: 'day', text: 'x' } },
    ],
    ['households instead of people', { unit: 'household' }],
    [
      'the place in other letters',
      { places: [{ text: 'the Eastern Westhaven', role: 'origin', span: null }] },
    ],
  ])('stays with %s', (_case, change) => {
    expect(keyOf(change)).toBe(keyOf({}));
  });

  it.each<[string, Partial<FigureReported>]>([
    ['a stock', { measure: 'stock' }],
    ['another metric', { metric: 'killed' }],
    ['another place', { places: [{ text: 'Westhaven', role: 'origin', span: null }] }],
    ['another start', { period: { start: '2026-03-08', end: '2026-03-09', accuracy: 'day', text: 'x' } }],
    ['a part of the people', { population: 'children' }],
  ])('changes with %s', (_case, change) => {
    expect(keyOf(change)).not.toBe(keyOf({}));
  });

  it('takes all dates of a stock as one series', () => {
    expect(keyOf({ measure: 'stock', period: null })).toBe(keyOf({ measure: 'stock' }));
  });
});
