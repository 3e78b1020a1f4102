import { briefly } from './testing/read-figures.js';

describe('predicates told by the classes of their words', () => {
  it.each([
    ['Some 900 herders lack clean water in Ostvale.', '900 herders = population_in_need'],
    ['In Ostvale 1,200 families will require emergency food rations.', '1,200 families = population_in_need'],
    ['Around 40,000 people in Ostvale have no access to food.', 'Around 40,000 people = population_in_need'],
    ['Half the town faces ruin and 3,000 people face outright famine.', '3,000 people = population_in_need'],
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
  ])('%s', (text, figure) => expect(briefly(text)).toEqual([figure]));

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
    'The army destroyed 900 mines, 311 of them improvised, after 12 men were killed there.',
  ])('leave alone: %s', (text) =>
    expect(briefly(text).filter((figure) => !figure.startsWith('12 men'))).toEqual([]),
  );
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
