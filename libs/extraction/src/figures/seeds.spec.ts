import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { extractArticle } from '../extract-article.js';

const read = (name: string) => {
  const text = readFileSync(resolve(process.cwd(), 'seeds', name), 'utf8');
  return { text, ...extractArticle({ text }) };
};

describe('the figures of the seed articles', () => {
  it('tells a stock without a source from the flow that its sentence’s neighbour gives', () => {
    const { text, publishedOn, figures } = read('000_7dfe8e46eda3692b.txt');
    expect(publishedOn).toBe('2016-12-01');
    expect(figures.map(({ quote }) => text.slice(quote.start, quote.end))).toEqual([
      'an estimated 275,000 people',
      'at least 27,000 people',
    ]);
    expect(figures[0]).toMatchObject({
      value: 275_000,
      quantifier: 'approximately',
      metric: 'population',
      measure: 'stock',
      attribution: [],
      places: [{ text: 'eastern Aleppo', role: 'location' }],
    });
    expect(figures[1]).toMatchObject({
      value: 27_000,
      quantifier: 'at_least',
      metric: 'displaced',
      measure: 'flow',
      attribution: [{ name: 'Jan Egeland' }],
      places: [
        { text: 'eastern Aleppo', role: 'origin' },
        { text: 'western Aleppo', role: 'destination' },
        { text: 'nearby Kurdish-held areas', role: 'destination' },
      ],
      period: { start: '2016-11-26', end: '2016-12-01', accuracy: 'day', text: 'since Saturday' },
    });
  });

  it('reads a vague figure without a value and one of a single day', () => {
    const { text, publishedOn, figures } = read('003_bd2955b50dc75ab2.txt');
    expect(publishedOn).toBe('2016-12-13');
    expect(figures.map(({ quote }) => text.slice(quote.start, quote.end))).toEqual([
      'thousands of people',
      'more than 60 civilians and fighters',
    ]);
    expect(figures[0]).toMatchObject({ value: null, quantifier: 'thousands', metric: 'affected' });
    expect(figures[1]).toMatchObject({
      value: 60,
      quantifier: 'more_than',
      metric: 'killed',
      population: 'civilians and fighters',
      places: [{ text: 'rebel-held neighbourhoods of Aleppo' }],
      period: { start: '2016-12-12', end: '2016-12-12', text: 'on Monday alone' },
    });
  });
});
