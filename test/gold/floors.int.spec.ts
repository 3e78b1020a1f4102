import { goldIsThere, scoreSet, type GoldSet } from '../eval/gold-sets.js';
import { scoreLinks } from '../eval/links.js';
import { MEASURES } from '../eval/measures.js';

/** Every eighth article keeps the run short; the whole set differs by about a point. */
const STEPS: Record<GoldSet, number> = { seeds: 1, figures: 1, statements: 8 };

const LINK_FLOORS = {
  'aleppo-2016': { precision: 0.95, recall: 0.75 },
  'derna-2023': { precision: 0.98, recall: 0.98 },
  'greece-shipwreck-2023': { precision: 0.98, recall: 0.86 },
};

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

  it('links between the articles of three stories, each by itself', async () => {
    const { stories } = await scoreLinks(() => undefined);
    const below = Object.entries(LINK_FLOORS).filter(([story, floor]) => {
      const { precision = 0, recall = 0 } = stories[story] ?? {};
      return precision < floor.precision || recall < floor.recall;
    });
    expect(below.map(([story]) => [story, stories[story]])).toEqual([]);
  }, 120_000);
});
