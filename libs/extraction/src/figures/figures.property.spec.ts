import fc from 'fast-check';
import { readWords } from '../words/words.js';
import { readNumber } from './read-number.js';
import { figuresOf } from './testing/read-figures.js';

const PIECES = [
  'At least 27,000 people',
  'Twenty-six miners and drivers',
  'between four and 20 families',
  'Dozens',
  '1,500–5,000 rebels',
  '1 234 567 people',
  '“tens of thousands of people”',
  'one and a half million residents',
  'e\u0301lite 12 soldiers',
  '45',
  'were killed',
  'fled from Karsal to Tovia',
  'have been displaced since Saturday',
  'the death toll rose to',
  'including three children',
  'on Monday alone',
  ', officials said.',
  '.\r\n\r\n',
  '🌊👨‍👩‍👧',
  '\u200b',
  '\u202eabc\u202c',
  '\ufeff',
  ' ',
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((pieces) => pieces.join(' '));

describe('every figure', () => {
  it('re-parses to its value from its own quoted characters', () => {
    fc.assert(
      fc.property(text, (article) => {
        for (const { quote, sentence, value, max } of figuresOf(article)) {
          expect(quote.start >= sentence.start && quote.end <= sentence.end).toBe(true);
          const words = readWords(article.slice(quote.start, quote.end));
          const number = words.map((_, at) => readNumber(words, at)).find((found) => found !== null);
          expect([number?.value, number?.max]).toEqual([value, max]);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('stands in text order and never twice', () => {
    fc.assert(
      fc.property(text, (article) => {
        const starts = figuresOf(article).map(({ quote }) => quote.start);
        expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b));
      }),
    );
  });

  it('has a period that does not end before it starts', () => {
    fc.assert(
      fc.property(text, (article) => {
        for (const { period } of figuresOf(article)) {
          if (period?.start && period.end) expect(period.start <= period.end).toBe(true);
        }
      }),
    );
  });
});
