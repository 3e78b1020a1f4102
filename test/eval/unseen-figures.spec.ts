import { batchOf, scoreUnseen, unseenArticles, type Share } from './unseen-figures.js';

const percent = ({ right, of }: Share): number => (100 * right) / of;

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

  it.each([
    ['recall', 88],
    ['precision', 97],
    ['metric', 88],
    ['quantifier', 98],
    ['place', 89],
    ['source', 86],
    ['period', 86],
  ] as const)('keep their floor: %s of %d %%', (aspect, floor) => {
    expect(percent(scores[aspect])).toBeGreaterThanOrEqual(floor);
  });

  it.each([
    ['recall', 84],
    ['precision', 94],
    ['metric', 76],
    ['place', 86],
  ] as const)('keep their floor in those that were read once: %s of %d %%', (aspect, floor) => {
    const readOnce = unseenArticles().filter((article) => batchOf(article) === 'readOnce');
    expect(readOnce).toHaveLength(6);
    expect(percent(scoreUnseen(readOnce)[aspect])).toBeGreaterThanOrEqual(floor);
  });

  it('CONTROL: would show what is not read', () => {
    const lines: string[] = [];
    scoreUnseen(unseenArticles(), (line) => lines.push(line));
    expect(lines.filter((line) => line.includes('not found'))).toHaveLength(
      scores.recall.of - scores.recall.right,
    );
  });
});
