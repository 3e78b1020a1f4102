import { brieflyRead } from '../testing/briefly-read.js';

describe('whose word a figure is', () => {
  it.each([
    'at least',
    'at most',
    'at the very least',
    'as many as',
    'in excess of',
    'up to',
    'over',
    'about',
  ])('runs on over an aside behind "%s"', (bound) => {
    for (const verb of ['said', 'says', 'confirmed', 'reported', 'said on Monday']) {
      const text = `Police ${verb} ${bound} 19 people, including a girl, were killed.`;
      expect(brieflyRead(text).figures).toEqual(['19 killed: Police']);
    }
  });

  it.each<[string, string[]]>([
    ['Police said at a hearing that 40 people had died.', ['40 killed: Police']],
    ['Police said at 10 a.m. that 40 people had died.', ['40 killed: Police']],
    ['Sixty people died, Ada Lind, a spokeswoman, told reporters in Melbury.', ['60 killed: Ada Lind']],
    ['Sixty people died, Ada Lind, a nurse, told Valnews.', ['60 killed: Ada Lind']],
    ['Sixty people died, warned Marta Ruiz, a nurse.', ['60 killed: Marta Ruiz']],
    ['Officials raised the death toll to 2,862.', ['2862 killed: Officials']],
    ['The council increased the toll to at least 45.', ['45 killed: council']],
    ['Officials revised the number of dead down to 45.', ['45 killed: Officials']],
    ['Mayor Ada Lind raised the toll to 45.', ['45 killed: Ada Lind']],
    ['The storm raised the death toll to 45.', ['45 killed: -']],
    ['The discovery of bodies raised the toll to 45.', ['45 killed: -']],
    [
      'According to a Valnews tally, 120 people have died; officials have confirmed 80 deaths.',
      ['120 killed: a Valnews tally', '80 killed: officials'],
    ],
    [
      'According to the council, 40 people died in Norvale; 12 people died in Tovia.',
      ['40 killed: council', '12 killed: council'],
    ],
    [
      'The council put the toll at 45 dead while the opposition says it is at least 70.',
      ['45 killed: council'],
    ],
    ['The council said 45 people died while fleeing the flood.', ['45 killed: council']],
  ])('%s', (text, figures) => {
    expect(brieflyRead(text).figures).toEqual(figures);
  });
});
