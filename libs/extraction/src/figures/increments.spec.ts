import { figuresOf } from './testing/read-figures.js';

const rulesOf = (text: string): string[] =>
  figuresOf(text).map(({ value, rule }) => (rule === 'figure/increment' ? `+${value}` : `${value}`));

describe('numbers that come on top of others', () => {
  it.each<[string, string[]]>([
    ['A further 700 people were evacuated from Tovia.', ['+700']],
    ['An additional 80 villagers were killed in Tovia.', ['+80']],
    ['Some 900 more people fled Tovia.', ['+900']],
    [
      'Flooding displaced 4,000 people in Tovia. Another 600 people were displaced on Tuesday.',
      ['4000', '+600'],
    ],
  ])('%s', (text, rules) => expect(rulesOf(text)).toEqual(rules));

  it.each<[string, string[]]>([
    ['Twelve people were killed in Tovia and another 30 people were injured.', ['12', '30']],
    ['Twelve people were killed in Tovia. Another 30 people were injured.', ['12', '30']],
    ['More than 900 people fled Tovia.', ['900']],
    ['Twelve people were killed in Tovia. Another nine people were killed in Nedra.', ['12', '9']],
  ])('but %s', (text, rules) => expect(rulesOf(text)).toEqual(rules));
});
