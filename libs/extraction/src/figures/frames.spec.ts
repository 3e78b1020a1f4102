import { briefly, figuresOf } from './testing/read-figures.js';

describe('predicates told by the classes of their words', () => {
  it.each([
    ['Some 900 herders lack clean water in Ostvale.', '900 herders = population_in_need'],
    ['In Ostvale 1,200 families will require emergency food rations.', '1,200 families = population_in_need'],
    ['Around 40,000 people in Ostvale have no access to food.', 'Around 40,000 people = population_in_need'],
    ['Half the town faces ruin and 3,000 people face outright famine.', '3,000 people = population_in_need'],
    ['Some 31,000 people in Ostvale now depend on food handouts.', 'Some 31,000 people = population_in_need'],
    ['In Ostvale 900 families rely wholly on relief.', '900 families = population_in_need'],
    ['WFP counted 72,000 people in acute hunger there.', '72,000 people = population_in_need'],
    ['In Ostvale 60 children go hungry.', '60 children = population_in_need'],
    ['Eight fishermen from Ostvale have not been seen since Friday.', 'Eight fishermen = missing'],
    ['Eleven villagers have not yet been accounted for.', 'Eleven villagers = missing'],
    ['Fourteen patients did not survive.', 'Fourteen patients = killed'],
    ['Two sisters lost their lives in Ostvale.', 'Two sisters = killed'],
    ['Nine farmers lost a leg or a foot.', 'Nine farmers = injured'],
    ['About 70 families lost everything.', 'About 70 families = displaced'],
    ['Some 300 families are housed in disused army barracks.', '300 families = displaced'],
    ['Another 148 people are still in caravans.', '148 people = displaced'],
    ['In Ostvale 600 residents have nowhere to sleep.', '600 residents = displaced'],
    ['Nineteen nurses contracted the virus in Ostvale.', 'Nineteen nurses = affected'],
    ['Thirty pupils fell ill in Ostvale.', 'Thirty pupils = affected'],
    ['Nearly 500 families slipped across the frontier into Northland.', '500 families = refugees'],
    ['Six crew were flown to a burns unit.', 'Six crew = injured'],
    ['Ninety people had squeezed into the rubber boat.', 'Ninety people = other'],
    ['Seven climbers did not make it through the storm.', 'Seven climbers = killed'],
    ['Some 200 villagers suffered severe burns in Ostvale.', '200 villagers = injured'],
    ['In Ostvale 31 residents are receiving hospital care.', '31 residents = injured'],
    ['Sixty sailors went down with the ferry off Ostvale.', 'Sixty sailors = killed'],
    ['When the fire came, 300 residents packed their bags.', '300 residents = displaced'],
    ['As the flood rose 40 families refused to leave.', '40 families = other'],
    ['Nearly 900 people moved north, seeking asylum in Northland.', '900 people = refugees'],
    ['A further 89 boys were recruited by armed groups.', '89 boys = detained'],
    ['Some 3,000 people live in areas that no convoy can reach.', '3,000 people = affected'],
    ['Around 650 people were bedding down last night in the town hall.', '650 people = displaced'],
    ['Some 70 families sleep in the open.', '70 families = displaced'],
  ])('%s', (text, figure) => {
    const [words, metric] = figure.split(' = ');
    expect(
      briefly(text).some((read) => read.includes(words ?? '') && read.endsWith(` = ${metric ?? ''}`)),
    ).toBe(true);
  });

  it.each([
    'The 12 councillors lack imagination.',
    'Some 300 delegates require patience.',
    'Twelve parcels have not been found.',
    'The team lost its two best players to injury.',
    'Forty guests are staying at the hotel by the lake.',
    'The 200 fans were in good voice.',
    'Twelve trucks rolled across the border.',
    'The bill has not been seen by 40 lawmakers.',
    'Twelve runners did not make it to the start.',
    'Forty staff suffered a cut in pay.',
    'Some 300 pupils went down with colds.',
    'Twelve councillors packed the hall.',
    'Forty guests slept in their cars.',
  ])('leave alone: %s', (text) => expect(briefly(text)).toEqual([]));
});

describe('words before a number that tell of harm', () => {
  it.each([
    ['The sinking claimed the lives of 31 migrants off Ostvale.', '31 migrants = killed'],
    ['The cold has cost 28 people their lives.', '28 people = killed'],
    ["St Ada's Hospital treated 23 people for burns.", '23 people = injured'],
    ['Teams of medics attended to 38 patients.', '38 patients = injured'],
    ['Power is out to 9,800 households in Ostvale.', '9,800 households = affected'],
    ['Among the victims were 11 pupils of one school.', '11 pupils = killed'],
    ['The UN verified the maiming of 301 children.', '301 children = injured'],
    ['The charity recorded the disappearance of 37 students.', '37 students = missing'],
    ['Soldiers shot six strikers dead in Ostvale.', 'six strikers = killed'],
    ['The army said it had eliminated 22 insurgents.', '22 insurgents = killed'],
    ['Patrols intercepted 84 smugglers near Ostvale.', '84 smugglers = detained'],
    ['There were 40 arrests in Ostvale.', '40 arrests = detained'],
    ['Ostvale reported 12 new cases of cholera.', '12 new cases = affected'],
    ['Clinics saw 190 cases of frostbite.', '190 cases = injured'],
    ['Hope is fading for some 80 others in Ostvale.', 'some 80 others = missing'],
    ['Funerals for 12 pupils were held in Ostvale.', '12 pupils = killed'],
    ['The mine cost two passers-by their legs.', 'two passers-by = injured'],
    [
      'The storm hit Ostvale, stripping nearly 2,000 of the roof over their heads.',
      'nearly 2,000 = displaced',
    ],
    ['Divers searched for nine sailors when the ship sank.', 'nine sailors = missing'],
    ['The search for eight weavers went on all night.', 'eight weavers = missing'],
    ['The flood has shut schools, keeping 460 pupils at home.', '460 pupils = affected'],
    ['The camp at Ostvale has grown from 600 to 2,800 people.', '600 = displaced; 2,800 people = displaced'],
    ['The mayor put the number of homes lost at 1,400.', '1,400 = homes_destroyed'],
  ])('%s', (text, figures) => expect(briefly(text)).toEqual(figures.split('; ')));

  it.each([
    'The loan changed the lives of 31 families.',
    'The trip cost 28 people a week.',
    'The chef treated 23 people to dinner.',
    'The firm put power in the hands of 900 staff.',
    'Soldiers shot six videos in Ostvale.',
    'The firm eliminated 22 departments.',
    'Patrols intercepted 84 parcels near Ostvale.',
    'Ostvale reported 12 new cases of fraud.',
    'The court heard 203 of 240 cases.',
    'Police searched for two gunmen after the shooting.',
    'The club is searching for 40 players.',
    'There is hope for 80 jobs.',
    'The firm kept 460 staff at work.',
    'The army destroyed 900 mines, 311 of them improvised, after 12 men were killed there.',
  ])('leave alone: %s', (text) =>
    expect(briefly(text).filter((figure) => !figure.startsWith('12 men'))).toEqual([]),
  );
});

describe('cases in an article that named a disease before', () => {
  it.each<[string, string[]]>([
    [
      'Cholera spreads in Ostvale. The ministry registered 118 new cases on Friday.',
      ['118 new cases = affected'],
    ],
    ['Measles came to Ostvale. Clinics have 40 confirmed cases.', ['40 confirmed cases = affected']],
    ['Clinics have 40 confirmed cases.', []],
    ['Cholera spreads in Ostvale. Police reported 14 new cases of looting.', []],
    ['Cholera spreads in Ostvale. The shop sold 14 cases.', []],
    ['The ministry registered 118 new cases on Friday. Cholera spreads in Ostvale.', []],
  ])('%s', (text, figures) => expect(briefly(text)).toEqual(figures));

  it.each([
    ['The ministry recorded 118 new cholera cases.', 'flow'],
    ['There are 118 active cholera cases in Ostvale.', 'stock'],
  ])('%s: %s', (text, measure) => expect(figuresOf(text)).toMatchObject([{ value: 118, measure }]));
});

it('gives both totals of a rise, the earlier one as such', () => {
  expect(briefly('The death toll climbed from 47 to 66 on Thursday.')).toEqual([
    '47 = killed',
    '66 = killed',
  ]);
  expect(briefly('Bodies were found, taking the death toll to 66 from 47.')).toEqual([
    '66 = killed',
    '47 = killed',
  ]);
});

describe('what a sentence before told', () => {
  it.each([
    [
      'Some 4,000 people fled to the camps. There, 63,000 people share 900 taps.',
      '63,000 people = displaced',
    ],
    ['Some 4,000 people were displaced. Another 140 women are living there.', '140 women = displaced'],
    ['The cold killed 28 people. Eleven victims were rough sleepers.', 'Eleven victims = killed'],
  ])('%s', (text, figure) => expect(briefly(text).at(-1)).toContain(figure));

  it('speaks of nobody else', () => {
    expect(briefly('Some 4,000 people fled. In Ostvale 140 women sing.')).toHaveLength(1);
  });
});

describe('names with numbers', () => {
  it('are parts of what the words before the colon count', () => {
    expect(briefly('Confirmed deaths by district: Nemb 88, Tarro 41, Old Cassin 18.')).toEqual([
      '88 = killed',
      '41 = killed',
      '18 = killed',
    ]);
  });

  it.each([
    'Results: Nemb 88, Tarro 41.',
    'Twelve people died. Results: Nemb 88, Tarro 41.',
    'Deaths: Nemb 88.',
  ])('are none where nothing is listed: %s', (text) =>
    expect(briefly(text).filter((figure) => /88|41/.test(figure))).toEqual([]),
  );
});

it('counts a family by its heads', () => {
  expect(briefly('A family of five has not been seen since Friday.')).toEqual(['family of five = missing']);
  expect(briefly('A family of five firms was sold.')).toEqual([]);
});
