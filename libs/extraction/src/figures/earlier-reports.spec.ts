import { figuresOf } from './testing/read-figures.js';

const rulesOf = (text: string): string[] => figuresOf(text).map(({ value, rule }) => `${value} ${rule}`);

describe('the numbers of an earlier report', () => {
  it.each<[string, string[]]>([
    ['Earlier estimates had put the toll at 24.', ['24 figure/earlier-total']],
    ['Officials had earlier said 25 people died.', ['25 figure/earlier-total']],
    ['The initial toll was 26.', ['26 figure/earlier-total']],
    ['The ministry previously reported 28 deaths.', ['28 figure/earlier-total']],
    ['Police had said earlier that 29 people died.', ['29 figure/earlier-total']],
    ['The toll had been put at 30.', ['30 figure/earlier-total']],
    ['The clinic first put the death toll at 34.', ['34 figure/earlier-total']],
    ['Earlier government figures showed 52 deaths.', ['52 figure/earlier-total']],
    [
      'The mayor had earlier put the number of dead at 32, but the ministry said 33 had died.',
      ['32 figure/earlier-total', '33 figure/subject-of-verb'],
    ],
    [
      'Officials, who had earlier put the toll at 46, said 47 people had died.',
      ['46 figure/earlier-total', '47 figure/subject-of-verb'],
    ],
    [
      'The council said that the earlier toll of 53 was wrong and that 54 people had died.',
      ['53 figure/earlier-total', '54 figure/subject-of-verb'],
    ],
    [
      'The previous estimate of 55 deaths was too low and 56 people had died.',
      ['55 figure/earlier-total', '56 figure/subject-of-verb'],
    ],
  ])('%s', (text, rules) => expect(rulesOf(text)).toEqual(rules));

  it.each<[string, string[]]>([
    ['Police said earlier on Tuesday that 30 people had died.', ['30 figure/subject-of-verb']],
    ['Initial reports say 31 people were killed.', ['31 figure/subject-of-verb']],
    ['An earlier attack killed 41 people.', ['41 figure/object-of-verb']],
    ['Earlier in the day, 39 people were killed.', ['39 figure/subject-of-verb']],
    ['The storm, which earlier killed 42 people, moved on.', ['42 figure/object-of-verb']],
  ])('but %s', (text, rules) => expect(rulesOf(text)).toEqual(rules));
});
