import { briefly } from './testing/read-figures.js';

describe('what a verb says of those counted, beside what is known of them', () => {
  it.each<[string, ...string[]]>([
    // who gets away from captors or rubble has not been displaced
    [
      'Raiders kidnapped 60 pupils in Ostvale; 21 have escaped from their captors.',
      '60 pupils = detained',
      '21 = other',
    ],
    ['Gunmen abducted 60 pupils in Ostvale. Nine escaped on Monday.', '60 pupils = detained', 'Nine = other'],
    ['The blast trapped 57 miners, 21 of whom escaped.', '57 miners = affected', '21 = other'],
    ['Thousands escaped the fighting in Ostvale.', 'Thousands = displaced'],
    // freed: behind them stands what had befallen them before
    ['The army announced the release of 259 men who had been imprisoned.', '259 men = other'],
    ['The president pardoned 14 women held since May.', '14 women = other'],
    ['The boat carried 40 people who drowned.', '40 people = killed'],
    // what is done to people comes after the state they were in
    ['Gunmen killed 12 detained men.', '12 detained men = killed'],
    ['The agency supported the return of 400 displaced people.', '400 displaced people = returned'],
    ['Crews rescued 40 trapped miners.', '40 trapped miners = other'],
    ['The flood trapped 40 displaced people.', '40 displaced people = displaced'],
    // refugees stay refugees, the dead stay dead
    ['Some 800 refugees may flee.', '800 refugees = refugees'],
    [
      'Tovia hosts 9,000 refugees. Of these, 7,200 people are sheltering in two camps.',
      '9,000 refugees = refugees',
      '7,200 people = refugees',
    ],
    [
      'Nine bodies, two of them washed ashore, were recovered off Ostvale.',
      'Nine bodies = killed',
      'two = killed',
    ],
  ])('%s', (text, ...figures) => {
    const read = briefly(text);
    expect(read).toHaveLength(figures.length);
    figures.forEach((figure, index) => expect(read[index]).toContain(figure));
  });
});

describe('the verb that speaks of a count', () => {
  it.each<[string, ...string[]]>([
    ['The victims — two school cooks and a driver — died at the scene.', 'two school cooks = killed'],
    [
      'Some 900 protesters were detained, according to a report released on Monday.',
      '900 protesters = detained',
    ],
    ['Police held 12 who remain detained.', '12 = detained'],
    ['Some 5,100 people are in 43 relief camps.', '5,100 people = displaced'],
    ['Survivors included two boys whose parents could not be found.', 'two boys = other'],
    ['The slide killed a farmer, his wife and three daughters.', 'three daughters = killed'],
    ['Mud buried him and four members of his family.', 'four members = killed'],
    ['Police killed 30 rebels and only two soldiers.', '30 rebels = killed', 'two soldiers = killed'],
    ['The attack killed a guard and 40 residents fled.', '40 residents = displaced'],
    ['The storm killed a boy and 5,000 people lost power.', '5,000 people = affected'],
    ['The blast killed the commander and two soldiers survived.', 'two soldiers = other'],
    ['The blast killed a guard and two men in a car were detained.', 'two men = detained'],
    ['The blast killed a guard and two visitors from Torvand on Monday.', 'two visitors = killed'],
    ['Gunmen took 87 people, including women and children, captive.', '87 people = detained'],
    ['The fire prompted the evacuation of another 75 planned for Friday.', 'another 75 = evacuated'],
  ])('%s', (text, ...figures) => {
    const read = briefly(text);
    expect(read).toHaveLength(figures.length);
    figures.forEach((figure, index) => expect(read[index]).toContain(figure));
  });

  it.each([
    'The flood hit ten affected districts and nine damaged bridges.',
    'The firm, according to a report released on Monday, hired 40 women.',
    'An attack by 2,000 armed youths shook Ostvale.',
    'The firm put its losses at 200.',
    'He praised the cook and three waiters.',
    'Gunmen killed the mayor and 3,000 people protested.',
    'Police arrested the mayor and 300 residents marched to the square.',
    'Some 40 climbers reached the base camp on Monday.',
  ])('leave alone: %s', (text) => expect(briefly(text)).toEqual([]));
});
