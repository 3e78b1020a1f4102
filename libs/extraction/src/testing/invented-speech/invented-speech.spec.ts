import { extractArticle } from '../../extract-article.js';
import { INVENTED_SPEECH } from './index.js';
import { scoreSpeech, type SpokenOutcome } from './score.js';

/** What was found, with the right speaker, of all that is said; and denials with whom they come from and what they answer. */
const FLOORS = { found: 109, spoken: 100, answered: 9 };
const MOST_SURPLUS = 16;

describe('what is said in invented articles', () => {
  const outcomes = INVENTED_SPEECH.map((article) => ({
    name: article.name,
    ...scoreSpeech(article, extractArticle({ text: article.text })),
  }));
  const sum = (key: Exclude<keyof SpokenOutcome, 'differences'>): number =>
    outcomes.reduce((total, outcome) => total + outcome[key], 0);
  const differences = outcomes.flatMap(({ name, differences: all }) => all.map((one) => `${name}: ${one}`));

  it.each(Object.entries(FLOORS))('is %s as often as before', (key, floor) => {
    const isMet = sum(key as keyof typeof FLOORS) >= floor;
    expect({ isMet, differences: isMet ? [] : differences }).toEqual({ isMet: true, differences: [] });
  });

  it('is not mixed with what nobody says', () => {
    expect(sum('surplus')).toBeLessThanOrEqual(MOST_SURPLUS);
  });

  it('scores an article without a reading at nothing', () => {
    const [article] = INVENTED_SPEECH;
    const nothing = {
      extractor: '',
      extractorVersion: '',
      publishedOn: null,
      figures: [],
      statements: [],
      claims: [],
    };
    expect(article && scoreSpeech(article, nothing)).toMatchObject({ found: 0, surplus: 0, answered: 0 });
  });
});
