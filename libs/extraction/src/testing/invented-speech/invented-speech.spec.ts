import { extractArticle } from '../../extract-article.js';
import { noExtraction } from '../../no-extraction.js';
import {
  INVENTED_DISPUTES,
  INVENTED_SPEECH,
  UNSEEN_DENIALS,
  UNSEEN_DISPUTES,
  UNSEEN_SPEECH,
} from './index.js';
import { scoreSpeech, type SpokenOutcome } from './score.js';
import type { SpokenArticle } from './spoken-article.js';

type Count = Exclude<keyof SpokenOutcome, 'differences'>;

/**
 * What was found, with the right speaker, of all that is said; denials with whom they come from and what they answer; speakers with
 * their role. `most` is of what nobody said or denied.
 */
const SETS: readonly {
  readonly name: string;
  readonly articles: readonly SpokenArticle[];
  readonly least: Readonly<Partial<Record<Count, number>>>;
  readonly most: Readonly<Partial<Record<Count, number>>>;
}[] = [
  {
    name: 'of many kinds',
    articles: INVENTED_SPEECH,
    least: { found: 110, spoken: 102, answered: 11 },
    most: { surplus: 14, surplusDenials: 1 },
  },
  {
    name: 'of accusations and denials',
    articles: INVENTED_DISPUTES,
    least: { found: 140, spoken: 135, answered: 55, known: 45 },
    most: { surplus: 38, surplusDenials: 1 },
  },
  {
    name: 'that were read once before',
    articles: UNSEEN_DISPUTES,
    least: { found: 63, spoken: 58, answered: 23, known: 18 },
    most: { surplus: 19, surplusDenials: 1 },
  },
  {
    name: 'of denials and near misses',
    articles: UNSEEN_DENIALS,
    least: { found: 78, spoken: 77, answered: 44, known: 20 },
    most: { surplus: 24, surplusDenials: 0 },
  },
  {
    name: 'of what readers complained of',
    articles: UNSEEN_SPEECH,
    least: { found: 30, spoken: 25, answered: 4, known: 4 },
    most: { surplus: 5, surplusDenials: 0 },
  },
];

describe.each(SETS)('what is said in invented articles $name', ({ articles, least, most }) => {
  const outcomes = articles.map((article) => ({
    name: article.name,
    ...scoreSpeech(article, extractArticle({ text: article.text })),
  }));
  const sum = (key: string): number => outcomes.reduce((total, outcome) => total + outcome[key as Count], 0);
  const differences = outcomes.flatMap(({ name, differences: all }) => all.map((one) => `${name}: ${one}`));

  it.each(Object.entries(least))('is %s as often as before', (key, floor) => {
    const isMet = sum(key) >= floor;
    expect({ isMet, differences: isMet ? [] : differences }).toEqual({ isMet: true, differences: [] });
  });

  it.each(Object.entries(most))('has no more %s than before', (key, ceiling) => {
    expect(sum(key)).toBeLessThanOrEqual(ceiling);
  });
});

describe('the score', () => {
  it('of an article without a reading is nothing', () => {
    const [article] = INVENTED_SPEECH;
    expect(article && scoreSpeech(article, noExtraction('', '', {}))).toMatchObject({
      found: 0,
      surplus: 0,
      answered: 0,
    });
  });
});
