import { briefly } from './testing/read-figures.js';

describe('parts of those whom a noun tells of', () => {
  it.each<[string, ...string[]]>([
    ['Nine of the 40 injured were boys.', 'Nine = injured', '40 injured = injured'],
    [
      'The UN had word of casualties in Ostvale, including seven members of one family.',
      'seven members = killed',
    ],
    ['It listed arrests across Tovia, including 12 teachers.', '12 teachers = detained'],
    [
      'The flood damaged 80 homes. At least eight of the victims were soldiers.',
      '80 homes = other',
      'eight = killed',
    ],
    ['Of the seven missing, only three were on the list.', 'seven missing = missing', 'three = missing'],
    [
      'Nine passengers were killed. Of them, five were from Ostvale.',
      'Nine passengers = killed',
      'five = killed',
    ],
    ['Some 8,700 people fled, including 2,600 in 36 sites.', '8,700 people = displaced', '2,600 = displaced'],
    [
      'Police killed the five hostage-takers and three of the judges.',
      'five hostage-takers = killed',
      'three of the judges = killed',
    ],
    ['Sixty of those on board have been rescued.', 'Sixty = other'],
    [
      'The storm left 101 dead. There were 94 reported in Ostvale and four in Tovia.',
      '101 dead = killed',
      '94 = killed',
      'four = killed',
    ],
    [
      'Some 2,000 people fled. We fear 3,000 more will follow.',
      '2,000 people = displaced',
      '3,000 more = displaced',
    ],
    [
      'The storm wrecked 340 houses in Ostvale and 26 in Tovia.',
      '340 houses = homes_destroyed',
      '26 = homes_destroyed',
    ],
  ])('%s', (text, ...figures) => {
    const read = briefly(text);
    expect(read).toHaveLength(figures.length);
    figures.forEach((figure, index) => expect(read[index]).toContain(figure));
  });

  it.each([
    'The shop sells books, including 12 novels.',
    'It promised reforms of the courts, including 12 judges.',
    'Nine of the 40 books were novels.',
    'Of them, five were novels.',
    'One in five people and seven in 10 pupils fell ill.',
    'There were 94 reported sightings of the lynx.',
  ])('leave alone: %s', (text) => expect(briefly(text)).toEqual([]));
});
