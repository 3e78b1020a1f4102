import { briefly, figuresOf } from './testing/read-figures.js';

describe('totals, what they grew from, and their parts', () => {
  it.each<[string, string[]]>([
    ['The number of dead rose by 5 to 45.', ['45 = killed']],
    ['The death toll rose by six to 64, up from 41.', ['64 = killed', '41 = killed']],
    ['Cholera deaths in Karsal reach 118', ['118 = killed']],
    [
      'The storm killed 12, bringing to 33 the number of people who have died.',
      ['12 = killed', '33 = killed'],
    ],
    ['Two-thirds of the 600 have returned.', []],
    ['Half of the 40 injured were children.', ['40 injured = injured']],
    ['Rescuers freed 18 of the 26 miners trapped in the pit.', ['18 = other', '26 miners = affected']],
    ['They rescued 40 out of 112 passengers.', ['40 = other']],
    ['Some 26 miners trapped in a flooded pit had been rescued.', ['Some 26 miners = other']],
    ['The nine men detained in the raid were released.', ['nine men = other']],
    ['Some 26 people trapped in the pit are feared dead.', ['Some 26 people trapped = killed']],
    ['Police detained four men. A lawyer for two of them spoke.', ['four men = detained']],
    ['Crews could free 40 of 112 passengers.', ['40 = other']],
    ['40 of 112 passengers died.', ['40 = killed']],
    ['Of the 112 passengers, 40 were killed.', ['40 = killed']],
    ['Of the 30 killed, 12 were children.', ['30 killed = killed', '12 = killed']],
    ['All of the 112 passengers were killed.', ['112 passengers = killed']],
    ['Half of the 400 residents fled.', ['400 residents = population']],
    [
      'The toll is 30, with 12 dead in Norvale and 18 in Selbridge.',
      ['30 = killed', '12 dead = killed', '18 = killed'],
    ],
    [
      'The refugee population in Tovia has surged by more than 70 per cent – from about 5,000 to 8,430.',
      ['about 5,000 = refugees', '8,430 = refugees'],
    ],
    ['Thousands go home after the flood.', ['Thousands = returned']],
    ['Hundreds came back to the town after the flood.', ['Hundreds = returned']],
    ['Thousands go home after the match.', []],
    ['Another 12 were wounded.', ['Another 12 = injured']],
    ['The army lost seven soldiers in the raid.', ['seven soldiers = killed']],
    ['She lost her husband and two sons in the flood.', ['two sons = killed']],
    ['The camp at Karsal now shelters more than 61,000 people.', ['more than 61,000 people = displaced']],
    ['The gunmen were still holding 72 men.', ['72 men = detained']],
    ['Some 140 families were moved to a sports hall.', ['Some 140 families = evacuated']],
    ['Karsal: 2,400 ordered out as fire nears', ['2,400 = evacuated']],
    [
      'The storm killed 12 people, three of them children, and injured more than 40.',
      ['12 people = killed', 'three = killed', 'more than 40 = injured'],
    ],
    [
      'The flood killed nine, two of them girls, and sickened about 400 others.',
      ['nine = killed', 'two = killed', 'about 400 others = affected'],
    ],
    [
      'The number of people displaced rose from 410 to 530 in six months.',
      ['410 = displaced', '530 = displaced'],
    ],
    ['More than 9,000 families have left for the coast.', ['More than 9,000 families = displaced']],
    ['The crash killed 31 people. It was 13, not 31.', ['31 people = killed', '13 = killed', '31 = killed']],
    ['The crash killed 31 people. It was a lorry, not 31.', ['31 people = killed']],
  ])('%s', (text, figures) => expect(briefly(text)).toEqual(figures));
});

describe('when a total was reached', () => {
  /** "value: start to end, as of" of each figure; the day of publication is Thursday 15 July 2021. */
  const times = (text: string): string[] =>
    figuresOf(text).map(
      ({ value, period, asOf }) =>
        `${value}: ${period?.start ?? '-'} to ${period?.end ?? '-'}, ${asOf ?? '-'}`,
    );

  it.each<[string, string[]]>([
    [
      'The death toll rose to 29 on Tuesday, up from 17.',
      ['29: - to 2021-07-13, 2021-07-13', '17: - to -, -'],
    ],
    ['The toll climbed to 29, from 17 on Monday.', ['29: - to -, -', '17: - to 2021-07-12, 2021-07-12']],
    [
      'The storm displaced 90 people on Monday, bringing the total since 2 July to 4,100.',
      ['90: 2021-07-12 to 2021-07-12, -', '4100: 2021-07-02 to 2021-07-15, -'],
    ],
    ['Some 500 people live there, a third of whom came in May.', ['500: - to -, -']],
    ['The floods killed 12 people on Monday.', ['12: 2021-07-12 to 2021-07-12, -']],
    ['Up to 500 people could flee by the end of July.', ['500: - to 2021-07-31, -']],
    ['Some 500 people are expected to be displaced by May.', ['500: - to 2022-05-31, -']],
    ['By the end of the year 500 people could be displaced.', ['500: - to 2021-12-31, -']],
    ['By the end of March, 500 people had fled.', ['500: - to 2021-03-31, -']],
    ['Some 500 people will be evacuated on Friday.', ['500: 2021-07-16 to 2021-07-16, -']],
    ['Some 500 people were evacuated on Friday.', ['500: 2021-07-09 to 2021-07-09, -']],
    ['Some 500 people could have died on Friday.', ['500: 2021-07-09 to 2021-07-09, -']],
  ])('%s', (text, expected) => expect(times(text)).toEqual(expected));
});
