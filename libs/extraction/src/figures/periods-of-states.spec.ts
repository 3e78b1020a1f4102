import { figuresOf } from './testing/read-figures.js';

/** Published on Thursday 15 July 2021. */
const timesOf = (text: string): string[] =>
  figuresOf(text).map(({ value, period, asOf }) => `${value}: ${period?.text ?? '-'}, ${asOf ?? '-'}`);

describe('a state or a total is not of the day of what brought it about', () => {
  it.each<[string, string[]]>([
    ['Eleven remain missing after a slide struck Karsal on Monday night.', ['11: -, -']],
    ['The toll has risen to 30 in Karsal, where a dam burst on Monday.', ['30: -, -']],
    ['Days after a dam burst on Monday, the toll has reached 31.', ['31: -, -']],
    ['Some 32 villagers are missing in the district that the flood hit on Monday.', ['32: -, -']],
  ])('%s', (text, times) => expect(timesOf(text)).toEqual(times));

  it.each<[string, string[]]>([
    ['The toll rose to 33 on Tuesday after a hut fell.', ['33: on Tuesday, 2021-07-13']],
    ['As of Tuesday 34 were missing.', ['34: As of Tuesday, 2021-07-13']],
    ['Police said that on Tuesday 35 people were missing.', ['35: on Tuesday, 2021-07-13']],
    ['Nine people died when a slide struck Karsal on Monday.', ['9: on Monday, -']],
  ])('but %s', (text, times) => expect(timesOf(text)).toEqual(times));
});

describe('parts of the day of publication', () => {
  it.each<[string, string[]]>([
    ['By midday, 104 people were rescued.', ['104: By midday, -']],
    ['Some 900 people had fled by the end of the day.', ['900: by the end of the day, -']],
    ['The number of dead rose to 40 during the day.', ['40: during the day, 2021-07-15']],
    ['Some 900 people were missing by nightfall.', ['900: by nightfall, 2021-07-15']],
  ])('%s', (text, times) => expect(timesOf(text)).toEqual(times));
});

describe('the time of another clause', () => {
  it.each<[string, string[]]>([
    ['The search for those who left, in which 12 died, is to go on until Friday morning.', ['12: -, -']],
    ['She said buses came on Monday, and that 50 villagers had died.', ['50: -, -']],
  ])('%s', (text, times) => expect(timesOf(text)).toEqual(times));

  it('but an earlier report that opens its sentence has the time there', () =>
    expect(timesOf('As of Tuesday the toll had been put at 52.')).toEqual(['52: As of Tuesday, 2021-07-13']));
});
