import { documentedMeasures } from './documented.js';
import { MEASURES } from './measures.js';

const documented = documentedMeasures();

const percent = (share: number | null): number | null =>
  share === null ? null : Math.round(share * 1000) / 10;

describe('the figures of docs/extraction.md', () => {
  it('are those of every measure, with what simple rules and people reach', () => {
    expect(documented.map(({ f1: _f1, ...row }) => row)).toEqual(
      MEASURES.map(({ set, label, naive, people }) => ({
        set,
        label,
        naive: percent(naive),
        people: percent(people),
      })),
    );
  });

  it('are not below the floors, and the floors not far below them', () => {
    const far = MEASURES.filter(({ floor }, at) => {
      const { f1 = 0 } = documented[at] ?? {};
      return f1 < floor * 100 || f1 > floor * 100 + 2.5;
    });
    expect(far.map(({ label }) => label)).toEqual([]);
  });
});
