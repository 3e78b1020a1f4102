import { extractArticle } from '../extract-article.js';
import { brieflyRead } from '../testing/briefly-read.js';

const denialsIn = (text: string): string[] =>
  brieflyRead(text).claims.filter((claim) => claim.startsWith('denied'));

describe('words that deny by themselves', () => {
  it.each<[string, string]>([
    ['“We categorically deny these allegations,” Ada Lind said.', 'Ada Lind: these allegations'],
    ['“The company strongly rejects the accusations,” Ada Lind said.', 'Ada Lind: the accusations'],
    ['“Our client has always denied being there,” Ada Lind said.', 'Ada Lind: being there'],
    ['“It was a sad day. We reject these claims.”, Ada Lind said.', 'Ada Lind: these claims'],
    ['“These are baseless and malicious allegations,” Ada Lind said.', 'Ada Lind: These are baseless'],
    ['“There is absolutely no truth in these reports,” Ada Lind said.', 'Ada Lind: these reports'],
    ['“There is no truth to the report. We keep the law.”, Ada Lind said.', 'Ada Lind: the report'],
    ['The council said the claims were “false and misleading”.', 'council: the claims'],
    ['“We therefore affirm that the claims are baseless,” Ada Lind said.', 'Ada Lind: the claims'],
    [
      '“We keep the law and the charges are baseless, both legally and factually,” Ada Lind said.',
      'Ada Lind: the charges',
    ],
    ['The council said the accusations lacked any basis.', 'council: the accusations'],
    ['The council said the rumours lacked any substance whatsoever.', 'council: the rumours'],
    ['The council said the story was devoid of truth.', 'council: the story'],
    ['The council said the findings were not grounded in fact.', 'council: the findings'],
    ['The allegation had not the slightest foundation, the council said.', 'council: The allegation'],
    ['The report that a ferry sank had no basis in reality.', '-: The report that a ferry sank'],
    [
      'The rumour that the port had closed was without any foundation.',
      '-: The rumour that the port had closed',
    ],
    ['Ada Lind called the report a pack of lies.', 'Ada Lind: the report'],
    ['The mill said it had done nothing wrong.', 'mill: it had done nothing wrong'],
    ['“We had no part in the raid,” Ada Lind said.', 'Ada Lind: We had no part in the raid'],
    ['“I have never done anything illegal,” Ada Lind said.', 'Ada Lind: I have never done anything illegal'],
    ['“The club has spread old and baseless rumours,” Ada Lind said.', 'Ada Lind: old and baseless rumours'],
    ['Investigators found no evidence that the dam leaked.', 'Investigators: the dam leaked'],
    ['The mill said it had seen no evidence of any wrongdoing.', 'mill: any wrongdoing'],
    ['Ada Lind pleaded not guilty on Monday to theft.', 'Ada Lind: theft'],
    ['Ada Lind pleaded not guilty in court.', 'Ada Lind: not guilty'],
    ['Ada Lind denied the claims and has left the port.', 'Ada Lind: the claims'],
    ['Ada Lind denied the claims and in a statement thanked the crew.', 'Ada Lind: the claims'],
  ])('%s', (text, denial) => expect(denialsIn(text)).toEqual([expect.stringContaining(denial)]));

  it('in a headline without a verb', () => {
    const text = 'Harbour council says fraud claims baseless\n\nThe road is open.';
    expect(extractArticle({ text }).claims.map(({ proposition }) => proposition)).toEqual(['fraud claims']);
  });

  it('and the claim ends before the verdict on it', () =>
    expect(brieflyRead('The rumour that the port had closed lacked any basis.').claims).toEqual([
      'denied: -: The rumour that the port had closed',
      'asserted: rumours (unspecified): that the port had closed',
    ]));

  it.each([
    '“We reject violence,” Ada Lind said.',
    '“We cannot deny these claims,” Ada Lind said.',
    '“We were denied entry,” Ada Lind said.',
    '“The government denies them entry,” Ada Lind said.',
    '“He rejected the offer,” Ada Lind said.',
    '“The reports are alarming,” Ada Lind said.',
    '“We have nothing to eat,” Ada Lind said.',
    '“They were not involved,” a sign read.',
    'Rescuers found no evidence of survivors.',
    'Rescuers saw no signs of life.',
    'Ada Lind pleaded with the court to hear her.',
    'The council asked the court to reject the claims.',
    'The mill has nothing to do with winter.',
    'The council said the road lacked any foundation.',
    'The mayor had no basis for the decision.',
  ])('and words that do not: %s', (text) => expect(denialsIn(text)).toEqual([]));
});

describe('accusations', () => {
  it.each<[string, string]>([
    ['Residents blamed the mill for the spill.', 'Residents: the mill for the spill'],
    ['The union accused the mill on Monday of dumping ash.', 'union: the mill on Monday of dumping ash'],
    [
      'The union alleges the mill, which is run by Oren Vale, dumped ash in the river.',
      'union: the mill, which is run by Oren Vale, dumped ash in the river',
    ],
    [
      'Reports then emerged that the mill had dumped ash.',
      'reports (unspecified): that the mill had dumped ash',
    ],
    ['Oren Vale was charged with theft.', '-: Oren Vale was charged with theft'],
    ['A man accused of theft has left the port.', '-: A man accused of theft'],
    [
      'A firm charged with illegally dumping ash has left the port.',
      '-: A firm charged with illegally dumping ash',
    ],
  ])('%s', (text, claim) => expect(brieflyRead(text).claims).toEqual([`asserted: ${claim}`]));

  it.each([
    'The police charged with batons.',
    'The agency charged with overseeing the vote has left the port.',
    'Oren Vale was charged with the care of the dam.',
    'The court heard a report that the mill said was invented.',
  ])('and what is none: %s', (text) =>
    expect(brieflyRead(text).claims.filter((claim) => !claim.endsWith('mill: was invented'))).toEqual([]),
  );
});
