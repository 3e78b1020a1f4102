import fc from 'fast-check';
import { readWords } from '../words/words.js';
import { readNumber } from './read-number.js';

const read = (text: string) => {
  const words = readWords(text);
  const at = words[0]?.lower === 'between' ? 1 : 0;
  const number = readNumber(words, at);
  return (
    number && [
      number.vague ?? number.value,
      number.max,
      words
        .slice(number.to)
        .map((w) => w.text)
        .join(' '),
    ]
  );
};

describe('readNumber', () => {
  it.each<[string, number | string | null, number | null, string]>([
    ['27 people', 27, null, 'people'],
    ['1,234 people', 1234, null, 'people'],
    ['1 234 567 people', 1234567, null, 'people'],
    ['1.234 people', 1234, null, 'people'],
    ['1,234,567 people', 1234567, null, 'people'],
    ['1.234 million people', 1234000, null, 'people'],
    ['1.2m people', 1200000, null, 'people'],
    ['1,52,133 people', 152133, null, 'people'],
    ['10k people', 10000, null, 'people'],
    ['8.82 million people', 8820000, null, 'people'],
    ['two crore people', 20000000, null, 'people'],
    ['twenty-six people', 26, null, 'people'],
    ['Twenty six people', 26, null, 'people'],
    ['one hundred and twenty people', 120, null, 'people'],
    ['three hundred thousand people', 300000, null, 'people'],
    ['two thousand and five people', 2005, null, 'people'],
    ['one and a half million people', 1500000, null, 'people'],
    ['two-and-a-half million people', 2500000, null, 'people'],
    ['half a million people', 500000, null, 'people'],
    ['a quarter of a million people', 250000, null, 'people'],
    ['half a dozen people', 6, null, 'people'],
    ['a dozen people', 12, null, 'people'],
    ['two dozen people', 24, null, 'people'],
    ['a hundred people', 100, null, 'people'],
    ['1,500-5,000 people', 1500, 5000, 'people'],
    ['1,500–5,000 people', 1500, 5000, 'people'],
    ['1,500 to 5,000 people', 1500, 5000, 'people'],
    ['four or five people', 4, 5, 'people'],
    ['two to three million people', 2000000, 3000000, 'people'],
    ['between one and 1.5 million people', 1000000, 1500000, 'people'],
    ['between four and 20 people', 4, 20, 'people'],
    ['dozens of people', 'dozens', null, 'of people'],
    ['tens of thousands of people', 'tens_of_thousands', null, 'of people'],
    ['hundreds of thousands fled', 'hundreds_of_thousands', null, 'fled'],
    ['several hundred people', 'hundreds', null, 'people'],
    ['5 and 7 people', 5, null, 'and 7 people'],
    ['20 to 10 people', 20, null, 'to 10 people'],
  ])('%s', (text, value, max, rest) => {
    expect(read(text)).toEqual([value, max, rest]);
  });

  it.each(['a person', 'an army', 'people', 'half the people', 'and six', ''])('%s is no number', (text) =>
    expect(read(text)).toBeNull(),
  );

  it('reads every whole number in digits, with or without separators', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (value) => {
        const grouped = value.toLocaleString('en-US');
        for (const text of [String(value), grouped, grouped.replaceAll(',', ' ')]) {
          expect(read(`${text} people`)?.[0]).toBe(value);
        }
      }),
    );
  });

  it('reads every whole number below a million in words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), (value) => {
        expect(read(`${spelled(value)} people`)?.[0]).toBe(value);
      }),
    );
  });
});

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function spelled(value: number): string {
  if (value >= 1000) {
    const rest = value % 1000;
    return `${spelled(Math.floor(value / 1000))} thousand${rest ? ` ${rest < 100 ? 'and ' : ''}${spelled(rest)}` : ''}`;
  }
  if (value >= 100)
    return `${SMALL[Math.floor(value / 100)]} hundred${value % 100 ? ` and ${spelled(value % 100)}` : ''}`;
  if (value < 20) return SMALL[value] ?? '';
  return `${TENS[Math.floor(value / 10)]}${value % 10 ? `-${SMALL[value % 10]}` : ''}`;
}
