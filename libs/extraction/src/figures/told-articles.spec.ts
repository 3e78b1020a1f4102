import { extractArticle } from '../extract-article.js';
import { TOLD_ARTICLES, type ToldArticle, type ToldFigure } from './testing/told-articles.js';

/** The figure with the words and value, or what was wrong; a place or period of null is not asked for. */
function differences({ text, publishedAt, figures }: ToldArticle): string[] {
  const read = extractArticle({ text, title: text.split('\n')[0], publishedAt }).figures.map((figure) => ({
    words: text.slice(figure.quote.start, figure.quote.end),
    value: figure.value,
    facts: [figure.metric, figure.places[0]?.text ?? null, figure.period?.text ?? null],
  }));
  return figures.flatMap((wanted) => differenceOf(wanted, read));
}

interface Read {
  readonly words: string;
  readonly value: number | null;
  readonly facts: readonly (string | null)[];
}

function differenceOf([words, value, ...facts]: ToldFigure, read: readonly Read[]): string[] {
  const same = read.filter((one) => one.words === words && one.value === value);
  const fits = same.some((one) => facts.every((fact, at) => fact === null || one.facts[at] === fact));
  return fits
    ? []
    : [`${words}: ${facts.join(', ')}, not ${same.map((one) => one.facts.join(', ')).join(' or ')}`];
}

describe('figures of told articles', () => {
  it.each(TOLD_ARTICLES.map((article) => [article.name, article] as const))('%s', (_, article) => {
    expect(article.figures.length).toBeGreaterThan(6);
    expect(differences(article)).toEqual([]);
  });

  it('are not met by an article that tells of nothing', () => {
    const [article] = TOLD_ARTICLES;
    expect(article && differences({ ...article, text: 'Nothing happened.' })).toHaveLength(
      article?.figures.length ?? -1,
    );
  });
});
