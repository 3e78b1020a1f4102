import { brieflyRead } from '../testing/briefly-read.js';

describe('what somebody takes back is a denial of his, and no claim of his again', () => {
  it.each<[string, string]>([
    [
      'Ada Lind withdrew her claim that 40 people had drowned.',
      'Ada Lind: her claim that 40 people had drowned',
    ],
    [
      'The council retracted its earlier statement that the dam had leaked.',
      'council: its earlier statement that the dam had leaked',
    ],
    [
      'The mayor took back his allegation that the mill had dumped ash.',
      'mayor: his allegation that the mill had dumped ash',
    ],
    [
      'Ada Lind has walked back her claim that the ferry was empty.',
      'Ada Lind: her claim that the ferry was empty',
    ],
  ])('%s', (text, denial) => {
    const { figures, claims, statements } = brieflyRead(text);
    expect({ figures, claims, statements }).toEqual({
      figures: [],
      claims: [`denied: ${denial}`],
      statements: [`denied: ${denial}`],
    });
  });

  it.each([
    'The army withdrew 300 soldiers from the town.',
    'The army withdrew large numbers of troops from the town.',
    'The rebels took back the town on Monday.',
    'Three thousand soldiers were withdrawn by the army.',
    'The prosecutor withdrew the charges.',
    'The children walked back to the village.',
  ])('but not where no words are taken back: %s', (text) => {
    const { claims, statements } = brieflyRead(text);
    expect([claims, statements]).toEqual([[], []]);
  });
});

describe('what a note of correction says that an earlier report said', () => {
  it.each([
    'CORRECTION: An earlier report by the Dale Gazette said 40 people drowned at Halvik. The correct number is 60.',
    'Correction: A previous article in Coast Mail stated that 40 people drowned at Halvik. The correct number is 60.',
    'An earlier dispatch by the Dale Gazette wrongly said 40 people drowned at Halvik. The correct number is 60.',
  ])('is nobody’s word any more: %s', (text) => {
    const { claims, statements, figures } = brieflyRead(text);
    expect([claims, statements]).toEqual([[], []]);
    expect(figures).toEqual(['40 killed: -', '60 killed: -']);
  });

  it('but without a note it is the word of who printed it', () =>
    expect(brieflyRead('A report by the Dale Gazette said that 40 people had drowned.').statements).toEqual([
      'asserted: Dale Gazette: that 40 people had drowned',
    ]));
});

describe('an object of a verb of denying is no assertion of who denies', () => {
  it.each([
    'The council rejected an earlier report that 12 nurses had been hurt in Halvik.',
    'The council dismissed the latest claim that 12 nurses had been hurt in Halvik.',
    'The council retracted a previous report that 12 nurses had been hurt in Halvik.',
    'Ada Lind took back remarks that the bridge was closed.',
    'Ada Lind brushed off claims that the bridge was closed.',
  ])('%s', (text) => {
    const { statements } = brieflyRead(text);
    expect(statements.map((one) => one.split(':')[0])).toEqual(['denied']);
  });

  it('but a verb stays one behind a noun', () =>
    expect(brieflyRead('Nurses later report that the bridge was closed.').statements).toEqual([
      'asserted: Nurses: that the bridge was closed',
    ]));
});
