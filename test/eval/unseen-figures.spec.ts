import {
  batchOf,
  readFigures,
  scoreUnseen,
  unseenArticles,
  type Share,
  type UnseenArticle,
} from './unseen-figures.js';

const percent = ({ right, of }: Share): number => (100 * right) / of;

const FLOORS = {
  recall: 88,
  precision: 97,
  metric: 88,
  quantifier: 98,
  place: 89,
  source: 86,
  period: 86,
} as const;

describe('figures of invented news, noted before it was read', () => {
  const scores = scoreUnseen();

  it('are noted in every article', () => {
    const articles = unseenArticles();
    expect(articles).toHaveLength(32);
    for (const { noted, text } of articles) {
      expect(noted.length).toBeGreaterThan(5);
      expect(text).not.toMatch(/[{}|]/);
    }
  });

  it.each(Object.entries(FLOORS) as [keyof typeof FLOORS, number][])(
    'keep their floor: %s of %d %%',
    (aspect, floor) => {
      expect(percent(scores[aspect])).toBeGreaterThanOrEqual(floor);
    },
  );

  it.each([
    ['recall', 84],
    ['precision', 94],
    ['metric', 76],
    ['place', 86],
  ] as const)(
    'keep their floor in those that were left for a first sight, by the rules of today: %s of %d %%',
    (aspect, floor) => {
      const leftForFirstSight = unseenArticles().filter(
        (article) => batchOf(article) === 'leftForFirstSight',
      );
      expect(leftForFirstSight).toHaveLength(6);
      expect(percent(scoreUnseen(leftForFirstSight)[aspect])).toBeGreaterThanOrEqual(floor);
    },
  );

  it('CONTROL: a reader that leaves out one figure in five falls below the floor of recall, and keeps that of precision', () => {
    let seen = 0;
    const forgetful = (article: UnseenArticle) => readFigures(article).filter(() => seen++ % 5 !== 0);
    const { recall, precision } = scoreUnseen(unseenArticles(), undefined, forgetful);
    expect(percent(recall)).toBeLessThan(FLOORS.recall);
    expect(percent(precision)).toBeGreaterThanOrEqual(FLOORS.precision);
  });

  it('CONTROL: a reader that is blank finds nothing and is right about nothing', () => {
    const { recall, metric } = scoreUnseen(unseenArticles(), undefined, () => []);
    expect([recall.right, recall.of]).toEqual([0, scores.recall.of]);
    expect(metric.of).toBe(0);
  });
});
