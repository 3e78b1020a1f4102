import { brieflyRead } from '../testing/briefly-read.js';

const said = (text: string): string[] => brieflyRead(text).statements;

describe('whom a speaker cites stands in the chain', () => {
  it.each([
    'Harbour Watch said, citing village committees, that 900 people had fled.',
    '900 people had fled, Harbour Watch said, citing village committees.',
    'According to Harbour Watch, which cited village committees, 900 people had fled.',
  ])('%s', (text) => {
    const { figures, statements } = brieflyRead(text);
    expect(figures).toEqual(['900 displaced: Harbour Watch > village committees']);
    expect(statements).toHaveLength(1);
  });

  it('and behind "that" too', () =>
    expect(said('Harbour Watch said that, according to the clinic, nine miners had died.')).toEqual([
      'asserted: Harbour Watch: that, according to the clinic, nine miners had died',
      'asserted: Harbour Watch > clinic: nine miners had died',
    ]));

  it('without the outlet that somebody told', () =>
    expect(
      brieflyRead('A diver told Radio Norvale that council figures put the dead at 14.').figures,
    ).toEqual(['14 killed: Radio Norvale > A diver > council figures']));
});

describe('what was said begins behind where it was said', () => {
  it.each([
    'Norgas said in a statement released on Monday that nine boats had sunk.',
    'Norgas said in a letter printed by the Harbour Post that nine boats had sunk.',
    'Norgas said, in a note on its door, that nine boats had sunk.',
    'Norgas said in a report that nine boats had sunk.',
  ])('%s', (text) => {
    const { statements, claims } = brieflyRead(text);
    expect(statements).toEqual(['asserted: Norgas: that nine boats had sunk']);
    expect(claims).toEqual([]);
  });
});

describe('a clause without a subject that opens a sentence is no speaker', () => {
  it.each([
    ['Touring the harbour, the mayor, Ada Lind, called the flood a disaster.', 'Ada Lind'],
    ['Writing in haste, the fleet captain, Oren Vale, described the quay as ruined.', 'Oren Vale'],
  ])('%s', (text, name) => expect(said(text)[0]).toContain(`: ${name}: `));
});

it('"both" is no part of two names', () =>
  expect(said('Both Norvale and Tovia said the quay was shut.')).toEqual([
    'asserted: Norvale and Tovia: the quay was shut',
  ]));
