import { documentedLinks, documentedMeasures } from '../eval/documented.js';
import { goldIsThere, scoreSet, type GoldSet } from '../eval/gold-sets.js';
import { scoreLinks } from '../eval/links.js';
import { MEASURES } from '../eval/measures.js';

/** Every eighth article keeps the run short; the whole set differs by about a point. */
const STEPS: Record<GoldSet, number> = { seeds: 1, figures: 1, statements: 8 };

/** Percentage points that the page may be off: rounding where a set is read whole, else what its eighth differs by. */
const SLACK: Record<GoldSet, number> = { seeds: 0.051, figures: 0.051, statements: 2 };

const LINK_FLOORS = {
  'aleppo-2016': { precision: 0.95, recall: 0.75 },
  'derna-2023': { precision: 0.98, recall: 0.98 },
  'greece-shipwreck-2023': { precision: 0.98, recall: 0.86 },
};
const POOLED_FLOOR = { precision: 0.95, recall: 0.8 };

if (!goldIsThere) {
  process.stderr.write('The gold data is not here (../shared/gold): the floors are not checked.\n');
}

(goldIsThere ? describe : describe.skip)('the floors on gold data', () => {
  it.each(Object.entries(STEPS) as [GoldSet, number][])(
    '%s',
    (set, step) => {
      const { scores } = scoreSet(set, { step });
      const below = MEASURES.filter((measure) => measure.set === set)
        .map(({ key, floor }) => ({ key, floor, value: scores[key]?.value ?? 0 }))
        .filter(({ value, floor }) => value < floor);
      expect(below).toEqual([]);
      const documented = documentedMeasures();
      const off = MEASURES.filter((measure) => measure.set === set)
        .map(({ key, label }) => ({
          label,
          documented: documented.find((row) => row.set === set && row.label === label)?.f1 ?? 0,
          measured: 100 * (scores[key]?.value ?? 0),
        }))
        .filter((row) => Math.abs(row.documented - row.measured) > SLACK[set]);
      expect(off).toEqual([]);
    },
    180_000,
  );

  it('links between the articles of three stories, each by itself, all together, and as documented', async () => {
    const { pooled, stories } = await scoreLinks(() => undefined);
    const below = Object.entries(LINK_FLOORS).filter(([story, floor]) => {
      const { precision = 0, recall = 0 } = stories[story] ?? {};
      return precision < floor.precision || recall < floor.recall;
    });
    expect(below.map(([story]) => [story, stories[story]])).toEqual([]);
    expect(pooled.precision).toBeGreaterThanOrEqual(POOLED_FLOOR.precision);
    expect(pooled.recall).toBeGreaterThanOrEqual(POOLED_FLOOR.recall);
    expect(documentedLinks()).toEqual(
      [...Object.values(stories), pooled].map(({ linked, right, missing }) => [linked, right, missing]),
    );
  }, 120_000);
});
