import { briefly, figuresOf } from './testing/read-figures.js';

const valuesOf = (text: string): string[] => figuresOf(text).map(({ value, metric }) => `${value} ${metric}`);

describe('the names of peoples', () => {
  it.each(
    'Rohingya Roma Druze Burmese Japanese Chinese Sudanese Tutsis Hutus Tamils Kurds Kenyans Omanis'.split(
      ' ',
    ),
  )('%s are counted', (people) => {
    expect(briefly(`Some 300 ${people} died in the fire.`)).toEqual([`Some 300 ${people} = killed`]);
  });

  it('but not where they only say of what kind other things are', () => {
    expect(valuesOf('Some 12 Japanese food stalls were hit.')).toEqual([]);
    expect(briefly('Some 12 Japanese tourists died.')).toEqual(['Some 12 Japanese tourists = killed']);
  });
});

describe('a part and its whole', () => {
  it.each<[string, string[]]>([
    ["Almost 90 of the village's 200 residents are dead.", ['90 killed', '200 population']],
    ["Twelve of Norvale's 300 families have fled.", ['12 displaced', '300 population']],
    ["Three of Ruiz's 12 men were killed.", ['3 killed']],
    ['The ship sank and 30 of his 45 crew died.', ['30 killed']],
    ['Three of her children died.', ['3 killed']],
  ])('%s', (text, values) => {
    expect(valuesOf(text)).toEqual(values);
  });
});

describe('a modal', () => {
  it.each<[string, string[]]>([
    ['Prices could rise after 40 people were killed.', ['reported']],
    ['Prices will rise because 40 people were killed.', ['reported']],
    ['The war has killed 1,000 people and could spread.', ['reported']],
    ['The quake may have killed 40 people and could destroy the town.', ['feared']],
    ['The flood could kill 40 people.', ['projected']],
    ['Aid agencies expect 900 people to flee.', ['projected']],
    ['The agency plans to relocate another 900 people.', ['projected']],
    ['The army is preparing to evacuate 900 people.', ['projected']],
    ['Plans to leave fell through when 40 people were killed.', ['reported']],
    ['The flood killed 40 people and officials expect more.', ['reported']],
    ['Some 40 people were killed and 12 may have drowned.', ['reported', 'feared']],
  ])('is that of the verb it stands by: %s', (text, statuses) => {
    expect(figuresOf(text).map(({ status }) => status)).toEqual(statuses);
  });
});

describe('two counts with a place each', () => {
  it.each<[string, string[]]>([
    ['56 reported dead in Norvale and 139 in Tovia.', ['56@Norvale', '139@Tovia']],
    ['Some 56 people died in Norvale and 13 in Tovia.', ['56@Norvale', '13@Tovia']],
    ['Some 56 people died and 139 in Tovia sang.', ['56@Tovia']],
  ])('%s', (text, found) => {
    expect(figuresOf(text).map(({ value, places }) => `${value}@${places[0]?.text}`)).toEqual(found);
  });

  it('and no place where listeners are', () => {
    expect(figuresOf('Sixty people died, Ada Lind told reporters in Melbury.')[0]?.places).toEqual([]);
  });
});
