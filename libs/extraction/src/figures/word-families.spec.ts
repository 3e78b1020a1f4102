import { briefly } from './testing/read-figures.js';

describe('families of words that tell of people and homes', () => {
  it.each<[string, ...string[]]>([
    // brought somewhere: told by the verb and the goal
    ['Firefighters took 64 people off rooftops in Ostvale.', '64 people = other'],
    ['The army moved 300 villagers out of the flooded valley.', '300 villagers = evacuated'],
    ['Buses carried 90 pupils to safety.', '90 pupils = evacuated'],
    ['Ambulances rushed 14 dancers to the nearest hospital.', '14 dancers = injured'],
    ['Raiders took 30 farmers hostage in Ostvale.', '30 farmers = detained'],
    // services
    ['Electricity was restored to 1,150 homes in Ostvale.', '1,150 homes = other'],
    ['Rations were halved for 6,000 people in Ostvale.', '6,000 people = affected'],
    ['About 200 are still in the dark after the storm.', 'About 200 = affected'],
    ['A landslide cut 40 people off.', '40 people = affected'],
    // what became of dwellings
    [
      'In Ostvale 120 houses were reduced to rubble and about 400 with cracks.',
      '120 houses = homes_destroyed',
      'about 400 = other',
    ],
    ['The militia turned 64 huts to ashes.', '64 huts = homes_destroyed'],
    ['In Ostvale 27 cottages were beyond repair.', '27 cottages = homes_destroyed'],
    // fates
    ['Six brothers were beaten to death.', 'Six brothers = killed'],
    ['Nine women were led to their deaths.', 'Nine women = killed'],
    ['Some 30 villagers have yet to be dug out.', '30 villagers = missing'],
    ['The whereabouts of 59 others remain unknown.', '59 others = missing'],
    ['Soldiers rounded up and questioned 86 men.', '86 men = detained'],
    ['The court sentenced four officers to prison.', 'four officers = detained'],
    ['Four men were sentenced to death.', 'Four men = detained'],
    ['Twelve inmates were transferred to death row.', 'Twelve inmates = detained'],
    ['Investigators documented the torture of 78 women.', '78 women = other'],
    // health
    ['The cholera clinics counted 1,046 suspected cases.', '1,046 suspected cases = affected'],
    ['That takes the cumulative caseload to 7,318.', '7,318 = affected'],
    ['The number of lives lost has risen to 162.', '162 = killed'],
    ['In Ostvale 214 people are in treatment centres.', '214 people = injured'],
    ['Thirty inmates came down with fever.', 'Thirty inmates = affected'],
    // need and flight
    [
      'Some 2.4 million people in Ostvale - one in three - rely on food aid.',
      'Some 2.4 million people = population_in_need',
    ],
    ['About 9,700 have sought safety in schools.', 'About 9,700 = displaced'],
    ['Some 18,000 people are hosted by relatives.', '18,000 people = displaced'],
    ['In Tovia 5,000 people live as refugees.', '5,000 people = refugees'],
    [
      'Some 52,000 pregnant or breastfeeding women are hungry.',
      '52,000 pregnant or breastfeeding women = population_in_need',
    ],
    ['Eleven were cut down at the bridge.', 'Eleven = killed'],
    ['Another 9,000 are camping along the road.', 'Another 9,000 = displaced'],
    ['Some 800 people turned back to Tovia.', '800 people = returned'],
    ['Cases of measles among the children have risen to 260.', '260 = affected'],
    ['Fourteen quarrymen perished.', 'Fourteen quarrymen = killed'],
    ['Two shepherds were mauled to death.', 'Two shepherds = killed'],
    ['Three climbers froze to death on the pass.', 'Three climbers = killed'],
    ['After the fire 12 guests suffered shock.', '12 guests = injured'],
    ['Nine passengers were left with minor cuts.', 'Nine passengers = injured'],
    ['After the flood 7,000 widows need protection.', '7,000 widows = population_in_need'],
    ['Some 210,000 people in Ostvale are in IPC Phase 3.', '210,000 people = population_in_need'],
    ['Some 3,000 people were classified in Phase 4.', '3,000 people = population_in_need'],
    ['The storm cut power to 4,100 homes.', '4,100 homes = affected'],
    ['Water is still off in 300 flats.', '300 flats = affected'],
    ['Power failed and 300 people sat in darkness.', '300 people = affected'],
    ['After the attack 900 families trekked westward.', '900 families = displaced'],
    ['The quake kept 900 people outdoors.', '900 people = displaced'],
    ['Forty people have died since 7 June.', 'Forty people = killed'],
    ['Search: 12 people were still missing on Monday.', '12 people = missing'],
    ['The blast turned 30 huts into rubble.', '30 huts = homes_destroyed'],
    ['Five miners are still in there after the blast.', 'Five miners = missing'],
  ])('%s', (text, ...figures) => {
    const read = briefly(text);
    expect(read).toHaveLength(figures.length);
    figures.forEach((figure, index) => expect(read[index]).toContain(figure));
  });

  it.each([
    'It takes 2,383 to win.',
    'The bus takes 40 girls to school.',
    'Of these, 17 of 52 clinics were affected.',
    'Children under the age of five suffer from hunger.',
    'Three toddlers passed through a window.',
    'The firm moved 40 engineers to Ostvale.',
    'The road led to the deaths of birds, 12 reporters wrote.',
    'He turned 40 to applause.',
    'Some 200 journalists were subjected to death threats.',
    'Twelve bishops were opposed to death sentences.',
    'Some 300 residents reacted with shock.',
    'Forty teachers live with pay cuts.',
    'Some 52 senators want support for the bill.',
    'Some 52 firms and 300 voters need protection from tariffs.',
    'Some 300 parents were kept in the dark.',
    'Forty guests dined by candlelight.',
    'Three men were nearly beaten to death.',
    'Some 300 volunteers took part in Phase 3 trials.',
    'The camp has grown by 300 people since 14 villages were evacuated.',
    'The bouncer kept 300 fans outside.',
    'Some 300 people walked for charity after the flood.',
    'Forty guests are still in there.',
    'Some 210,000 people are in IPC Phase 2.',
    'Some 210,000 people are classified in Phase 1.',
    'Aid agencies reached out to 4,000 families.',
    'Gas prices fell, and the firm cut jobs for 40 women.',
    'The power company handed out leaflets to 900 residents.',
  ])('leave alone: %s', (text) => expect(briefly(text)).toEqual([]));
});
