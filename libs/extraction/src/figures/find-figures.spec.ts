import { briefly, figuresOf } from './testing/read-figures.js';

describe('what is counted, and what happened to it', () => {
  it.each<[string, string[]]>([
    // a verb takes the figure as its object
    [
      'A blast in Karsal killed 14 people and wounded at least 30 others.',
      ['14 people = killed', 'at least 30 others = injured'],
    ],
    ['Floods kill 12, displace thousands in Karsal', ['12 = killed', 'thousands = displaced']],
    [
      'Police arrested 27 protesters and five journalists.',
      ['27 protesters = detained', 'five journalists = detained'],
    ],
    ['Authorities ordered the evacuation of some 20,000 residents.', ['some 20,000 residents = evacuated']],
    ['The storm forced 900 families from their homes.', ['900 families = displaced']],
    ['The attack claimed 16 lives.', ['16 lives = killed']],
    // the figure is the subject
    ['Two soldiers and four rebels died in clashes.', ['Two soldiers = killed', 'four rebels = killed']],
    [
      'Nearly 200,000 people, most of them women, have crossed into Tovia.',
      ['Nearly 200,000 people = refugees'],
    ],
    ['Some 5,200 people have returned to their homes.', ['Some 5,200 people = returned']],
    ['Twelve people who fled the town were killed on the road.', ['Twelve people = killed']],
    ['Around 7,600 villagers are living under siege.', ['Around 7,600 villagers = besieged']],
    ['At least 2,300 are believed to have died.', ['At least 2,300 = killed']],
    ['Thousands have fled.', ['Thousands = displaced']],
    ['Some 1.2m people are in need of aid.', ['Some 1.2m people = population_in_need']],
    ['Nine workers were trapped underground.', ['Nine workers = affected']],
    // a word of state stands for those in it
    [
      'The mudslide left 260 dead and 710 wounded or missing.',
      ['260 dead = killed', '710 wounded or missing = injured'],
    ],
    [
      'Six people killed, 20 hurt in Melbury train crash',
      ['Six people killed = killed', '20 hurt = injured'],
    ],
    ['There were 12 deaths and 40 injuries.', ['12 deaths = killed', '40 injuries = injured']],
    ['Among the dead were four foreigners.', ['four foreigners = killed']],
    // tolls
    [
      'The death toll rose to 87, with more than 100 still missing.',
      ['87 = killed', 'more than 100 still missing = missing'],
    ],
    ['The toll rose from 30 to 45 overnight.', ['30 = killed', '45 = killed']],
    ['The number of displaced people has reached 1.5 million.', ['1.5 million = displaced']],
    ['The toll has exceeded 5,300.', ['exceeded 5,300 = killed']],
    [
      'Fifty people were evacuated, bringing the total to 200.',
      ['Fifty people = evacuated', '200 = evacuated'],
    ],
    // totals and parts
    [
      'Fourteen people were killed, including three children.',
      ['Fourteen people = killed', 'three children = killed'],
    ],
    ['The blast injured 23, four of them seriously.', ['23 = injured', 'four = injured']],
    [
      'The raids killed 8 civilians in Melbury, 5 in Karsal and 3 in Ostrava.',
      ['8 civilians = killed', '5 = killed', '3 = killed'],
    ],
    [
      'About 600 of the 1,100 villagers have been moved to safety.',
      ['About 600 = evacuated', '1,100 villagers = population'],
    ],
    // homes
    [
      'More than 3,000 homes were destroyed and another 12,000 damaged.',
      ['More than 3,000 homes = homes_destroyed', 'another 12,000 = other'],
    ],
    // places and their people
    ['Karsal, a city of 84,000 people, was hit by an earthquake.', ['84,000 people = population']],
    ['Karsal is home to more than 200,000 refugees.', ['more than 200,000 refugees = refugees']],
  ])('%s', (text, figures) => expect(briefly(text)).toEqual(figures));
});

describe('what is no figure', () => {
  it.each([
    'The company cut 300 jobs and 1,200 workers were laid off.',
    'The party won 45 seats and 2.3 million people voted.',
    'A survey of 1,000 adults found that 60 per cent were worried.',
    'The UN deployed 500 peacekeepers and 30 doctors to Melbury.',
    'Ten thousand people marched in Melbury.',
    'The singer, 45, has two children and three dogs.',
    'United scored three goals in front of 45,000 fans; it ended 3-1.',
    'Eleven tankers and 64 volunteers were sent to the burning mill.',
    'It cost $5m, or 300 million yuan, and killed the market.',
    'A 12-year-old boy ran 170km in 14 hours at 2.15am on 3 May 2015.',
    'In 2015 clashes broke out at 14:28 on Route 66.',
    'One of the men said no one was hurt.',
    'Last week, six western powers condemned it.',
    'The shells killed 40 cattle and destroyed two bridges.',
    '3 min read',
    'The storm affected nine provinces.',
    'Around half of the displaced are children.',
    'Three of the five aircraft were grounded; two of their flaws remain.',
    'Seven in 10 people said so.',
    'Two trials were held and 900 pages released on Friday.',
    'The crisis hurt millions of savers.',
    'Twelve staff left on good terms and 200 returned to work.',
    'Millions of workers are living in poverty.',
    'He flew on Force One after his 2004 death was reported.',
  ])('%s', (text) => expect(briefly(text)).toEqual([]));
});

describe('how the figure is bounded', () => {
  it.each([
    ['At least 12 people died.', 12, null, 'at_least'],
    ['No fewer than 12 people died.', 12, null, 'at_least'],
    ['Twelve or more people died.', 12, null, 'at_least'],
    ['More than 12 people died.', 12, null, 'more_than'],
    ['Over 12 people died.', 12, null, 'more_than'],
    ['Fewer than 12 people died.', 12, null, 'less_than'],
    ['At most 12 people died.', 12, null, 'at_most'],
    ['As many as 12 people died.', 12, null, 'up_to'],
    ['Up to 12 people died.', 12, null, 'up_to'],
    ['Nearly 12 people died.', 12, null, 'approximately'],
    ['An estimated 12 people died.', 12, null, 'approximately'],
    ['Another 12 people died.', 12, null, 'exact'],
    ['Between four and 12 people died.', 4, 12, 'between'],
    ['An estimated 700 to 750 people died.', 700, 750, 'between'],
    ['Dozens of people died.', null, null, 'dozens'],
    ['Hundreds of thousands of people died.', null, null, 'hundreds_of_thousands'],
  ])('%s', (text, value, max, quantifier) => {
    expect(figuresOf(text)).toMatchObject([{ value, max, quantifier }]);
  });
});

describe('measure, term, category, unit and status', () => {
  it.each([
    [
      'About 900 people have fled Karsal.',
      { measure: 'flow', term: 'FORCED_TO_FLEE', category: 'NEW_DISPLACEMENT' },
    ],
    ['About 900 people are displaced in Karsal.', { measure: 'stock', term: 'DISPLACED', category: 'IDPS' }],
    [
      'About 900 people have been displaced.',
      { measure: 'flow', term: 'DISPLACED', category: 'NEW_DISPLACEMENT' },
    ],
    ['Some 900 people live in camps.', { measure: 'stock', term: 'IN_RELIEF_CAMP', category: 'IDPS' }],
    [
      'The camp hosts 900 refugees.',
      { metric: 'refugees', measure: 'stock', category: 'PEOPLE_DISPLACED_ACROSS_BORDERS' },
    ],
    ['Some 900 people crossed into Tovia.', { measure: 'flow', category: 'CROSS_BORDER_FLIGHT' }],
    ['Some 900 people are still missing.', { measure: 'stock', term: 'MISSING', category: null }],
    ['Nine families were displaced.', { unit: 'household', unitText: 'families', population: null }],
    ['Nine army medics were killed.', { unit: 'person', unitText: 'medics', population: 'army medics' }],
    [
      'Some 35 miners and drivers were killed.',
      { unitText: 'miners and drivers', population: 'miners and drivers' },
    ],
    ['Nine beekeepers were killed.', { unit: 'person', unitText: 'beekeepers' }],
    ['Nine people were killed.', { unitText: 'people', population: null, status: 'reported' }],
    ['Hundreds are feared dead.', { status: 'feared' }],
    ['More than 300 people may have drowned.', { status: 'feared' }],
    ['The death toll could reach 300.', { status: 'projected' }],
    ['Air strikes killed nine people.', { cause: 'conflict' }],
    ['Floods killed nine people.', { cause: 'disaster' }],
    ['Nine people were killed.', { cause: null }],
  ])('%s', (text, expected) => expect(figuresOf(text)).toMatchObject([expected]));
});

describe('when', () => {
  it.each([
    ['Nine people have died since Saturday.', '2021-07-10', '2021-07-15', null],
    ['Police said on Wednesday that nine people died on Monday.', '2021-07-12', '2021-07-12', null],
    ['The army said on Wednesday that nine people had died.', null, null, null],
    ['As of 12 May, nine families were still displaced.', null, '2021-05-12', '2021-05-12'],
  ])('%s', (text, start, end, asOf) => {
    const [figure] = figuresOf(text);
    expect([figure?.period?.start ?? null, figure?.period?.end ?? null, figure?.asOf]).toEqual([
      start,
      end,
      asOf,
    ]);
  });
});

describe('on whose word', () => {
  const source = {
    name: 'A. Speaker',
    role: null,
    kind: 'person',
    verb: 'said',
    range: null,
    verbRange: null,
  } as const;

  it('takes the attribution that covers the quote', () => {
    expect(figuresOf('She said nine people had died.', source)[0]?.attribution).toEqual([source]);
  });

  it('keeps the reporter’s own aside out of the speaker’s mouth', () => {
    const [aside] = figuresOf(
      'Rebels said they would defend Karsal, home to an estimated 6,400 people.',
      source,
    );
    expect(aside).toMatchObject({ metric: 'population', attribution: [] });
    const [spoken] = figuresOf('"Karsal, home to 6,400 people, will not fall," she said.', source);
    expect(spoken?.attribution).toEqual([source]);
  });
});
