import { goldIsThere, scoreSet, type GoldSet } from '../eval/gold-sets.js';
import { scoreLinks } from '../eval/links.js';
import { MEASURES } from '../eval/measures.js';

/** Every eighth article keeps the run short; the whole set differs by about a point. */
const STEPS: Record<GoldSet, number> = { seeds: 1, figures: 1, statements: 8 };

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
    },
    180_000,
  );

  it('links between the articles of three stories', async () => {
    const { pooled } = await scoreLinks(() => undefined);
    expect(pooled.precision).toBeGreaterThanOrEqual(0.98);
    expect(pooled.recall).toBeGreaterThanOrEqual(0.86);
  }, 120_000);
});
