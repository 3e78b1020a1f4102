import { brieflyRead } from '../testing/briefly-read.js';

describe('on whose word a figure stands', () => {
  it.each<[string, string[]]>([
    ['Rights groups accused the army of killing 31 people.', ['31 killed: Rights groups']],
    ['Police were accused by residents of killing 12 people.', ['12 killed: residents']],
    ['The army has been accused of killing 31 civilians by rights groups.', ['31 killed: rights groups']],
    ['According to the coast guard, 1.2 million people were displaced.', ['1200000 displaced: coast guard']],
    ['By Monday, according to the coast guard, 40 people had been displaced.', ['40 displaced: coast guard']],
    ['The government in Karsal puts the number of dead at 90.', ['90 killed: government in Karsal']],
    ['In Karsal county, 31 miners died in a collapse, said Governor Ada Lind.', ['31 killed: Ada Lind']],
    ['In Karsal, 31 miners drowned on Monday, said the governor.', ['31 killed: governor']],
    ['The union president counted 31 bodies.', ['31 killed: union president']],
    ['Army spokesman Colonel Bako Terim said 40 rebels were killed.', ['40 killed: Bako Terim']],
    [
      '“We are safe,” Ada Lind wrote on Chirper. Landlord Hob Tenner said 12 homes were destroyed.',
      ['12 homes_destroyed: Hob Tenner'],
    ],
    ['The fund said 40 people had died, citing village elders.', ['40 killed: fund > village elders']],
    ['Bako Terim told her of three deaths.', ['3 killed: Bako Terim']],
    ['Bako Terim told the city council of nine arrests.', ['9 detained: Bako Terim']],
    ['Bako Terim told elders of the village that nine had died.', ['9 killed: Bako Terim']],
    ['Bako Terim spoke of nine dead in the camp.', ['9 killed: Bako Terim']],
    ['Previous estimates had put the toll at 31.', ['31 killed: Previous estimates']],
    ['Citing village elders, the fund said 40 people had died.', ['40 killed: fund > village elders']],
    [
      'The Evening Post, quoting hospital sources, said 40 people had died.',
      ['40 killed: Evening Post > hospital sources'],
    ],
    ['The fund said 40 people had died, citing security concerns.', ['40 killed: fund']],
    ['According to the fund, quoting village elders, 40 people died.', ['40 killed: fund > village elders']],
    ['Medics quoted by state radio said 40 people had died.', ['40 killed: state radio > Medics']],
    [
      'It is not true that 20 miners died, the ministry said, after the Daily Ember reported a toll of 12.',
      ['12 killed: Daily Ember'],
    ],
    ['The mayor praised the rescue of 40 hostages.', ['40 other: -']],
    ['The ministry of interior said 31 people had drowned.', ['31 killed: ministry of interior']],
    [
      'Some 31 miners drowned, trader Bako Rode said. Rode said 12 of the miners were killed on Monday.',
      ['31 killed: Bako Rode', '12 killed: Bako Rode'],
    ],
    ['Mayor Hob Wept went home. Wept said 31 people had drowned.', ['31 killed: Hob Wept']],
    // CONTROL: nobody of that name speaks or holds an office.
    ['The Northern Medics left on Monday. Medics said 31 people had drowned.', ['31 killed: Medics']],
  ])('%s', (text, figures) => expect(brieflyRead(text).figures).toEqual(figures));

  it('names unnamed reports as such, behind who passes them on', () => {
    expect(brieflyRead('Ada Lind said she was alarmed by reports of theft in the port.').claims).toEqual([
      'asserted: Ada Lind > reports (unspecified): theft in the port',
    ]);
  });
});

describe('statements', () => {
  it.each<[string, string[]]>([
    [
      'SELBRIDGE, Sept 12 (Northwire) - The road is closed, the agency said.',
      ['asserted: agency: The road is closed'],
    ],
    [
      '“She is far behind,” said a guard, “and the road is closed.”',
      ['asserted: a guard: She is far behind, / and the road is closed.'],
    ],
    ['“We go,” said a person close to the mayor.', ['asserted: a person close to the mayor: We go,']],
    ['“We go,” said the 46-year-old.', ['asserted: 46-year-old: We go,']],
    ['Said Ada Lind, who saw it, “They ran.”', ['asserted: Ada Lind: They ran.']],
    ['The pier was closed, with Jon Okoro yelling: “Stop it!”', ['asserted: Jon Okoro: Stop it!']],
    ['“We will not leave.”\n\n— Marta Ruiz', ['asserted: Marta Ruiz: We will not leave.']],
    ['A passenger, who gave her name only as Lina, said: “We ran.”', ['asserted: Lina: We ran.']],
    ['Nobody knows how it began.', []],
    [
      'The Evening Post reported, citing officials, that the road was closed.',
      ['asserted: Evening Post > officials: that the road was closed'],
    ],
    [
      'Ada Lind told Northwire, citing an army source, that the road was closed.',
      ['asserted: Ada Lind > an army source: that the road was closed'],
    ],
    [
      'The road is closed, state media reported citing the health ministry.',
      ['asserted: state media > health ministry: The road is closed'],
    ],
    [
      'State television quoted Interior Minister Ada Lind as saying the road was closed.',
      ['asserted: State television > Ada Lind: the road was closed'],
    ],
    [
      'Ada Lind was quoted by state radio as saying that the road was closed.',
      ['asserted: state radio > Ada Lind: that the road was closed'],
    ],
    [
      'State radio cited a statement by the council saying that the road was closed.',
      ['asserted: State radio > council: that the road was closed'],
    ],
    [
      '“The road is closed,” the Evening Post quoted Ada Lind as saying.',
      ['asserted: Evening Post > Ada Lind: The road is closed,'],
    ],
    [
      'Ada Lind told the Evening Post the road was closed.',
      ['asserted: Evening Post > Ada Lind: the road was closed'],
    ],
    [
      '“The road is closed,” Ada Lind was quoted as saying by state radio.',
      ['asserted: state radio > Ada Lind: The road is closed,'],
    ],
    ['Ada Lind told the council the road was closed.', ['asserted: Ada Lind: the road was closed']],
    [
      'The road was closed, Ada Lind told the council on Friday, according to Northwire.',
      [
        'asserted: Northwire: The road was closed, Ada Lind told the council on Friday',
        'asserted: Northwire > Ada Lind: The road was closed',
      ],
    ],
    [
      'Ostmark has been accused by residents of taking bribes.',
      ['asserted: residents: Ostmark / of taking bribes'],
    ],
    [
      'The governor of Ostmark has been accused by the Port Council of theft. He said the road was closed.',
      [
        'asserted: Port Council: The governor of Ostmark / of theft',
        'asserted: governor of Ostmark: the road was closed',
      ],
    ],
    [
      'A governor accused of letting guards beat inmates has told a court that the road was closed.',
      ['asserted: A governor: that the road was closed'],
    ],
    [
      'The army’s chief of staff said the road was closed.',
      ['asserted: army’s chief of staff: the road was closed'],
    ],
    [
      'A UN official said on Monday that rebels had told him the road was closed.',
      [
        'asserted: A UN official: that rebels had told him the road was closed',
        'asserted: A UN official > rebels: the road was closed',
      ],
    ],
    [
      'Ada Lind told “Harbour Morning” that the pier was closed.',
      ['asserted: Ada Lind: that the pier was closed'],
    ],
  ])('%s', (text, statements) => expect(brieflyRead(text).statements).toEqual(statements));
});

describe('headlines before a colon', () => {
  it.each<[string, string[]]>([
    ['Minister: 40 people killed in flood', ['40 killed: Minister']],
    ['UN: 4,000 flee Karsal', ['4000 displaced: UN']],
    ['Quarry firm: 40 killed in raid', ['40 killed: Quarry firm']],
    ['40 people killed in raid: mayor', ['40 killed: mayor']],
    ['Mayor Lind: 40 killed in raid\n\n“It is late,” Ada Lind said.', ['40 killed: Ada Lind']],
    ['Karsal: 40 killed in raid', ['40 killed: -']],
    ['40 people killed in raid: a trial of the year', ['40 killed: -']],
    ['Flood: 40 people killed', ['40 killed: -']],
    ['What we know so far: 40 people killed', ['40 killed: -']],
  ])('%s', (text, figures) => expect(brieflyRead(text).figures).toEqual(figures));
});
