import { brieflyRead } from '../testing/briefly-read.js';

const claimsIn = (text: string): string[] => brieflyRead(text).claims;

describe('accusations that stand behind a noun', () => {
  it.each<[string, string]>([
    ['A clerk accused of forgery vanished in spring.', 'A clerk accused of forgery'],
    ['A clerk suspected of forgery fled to Tovia on Monday.', 'A clerk suspected of forgery'],
    ['A skipper charged with smuggling wept in court.', 'A skipper charged with smuggling'],
    [
      'Three guards accused of having slept on duty resigned.',
      'Three guards accused of having slept on duty',
    ],
    ['A pilot accused of hitting nine huts in Norvale stood in the dock.', 'hitting nine huts in Norvale'],
    ['Militiamen accused of burning the mill that they held were tried.', 'the mill that they held'],
    ['A guard suspected of striking a boy found in a barn was jailed.', 'striking a boy found in a barn'],
    ['A clerk accused of forgery slept in a flat that his aunt had rented.', 'A clerk accused of forgery'],
    ['Guards arrested a clerk suspected of forging passes.', 'a clerk suspected of forging passes'],
    ['The arrest of a dentist charged with fraud shocked Norvale.', 'a dentist charged with fraud'],
    ['Oren Vale, suspected of bribery, quit on Monday.', 'Oren Vale, suspected of bribery'],
    [
      'Oren Vale, charged with arson, theft and fraud, quit.',
      'Oren Vale, charged with arson, theft and fraud',
    ],
    ['Oren Vale, charged with arson, has quit.', 'Oren Vale, charged with arson'],
    ['The colonel, who is suspected of war crimes, quit.', 'The colonel, who is suspected of war crimes'],
  ])('%s', (text, claim) => {
    const [found, ...others] = claimsIn(text);
    expect(others).toEqual([]);
    expect(found?.startsWith('asserted: -: ')).toBe(true);
    expect(found?.endsWith(claim)).toBe(true);
  });

  it('with who accuses', () =>
    expect(claimsIn('A midwife accused by prosecutors of fraud wept.')).toEqual([
      'asserted: prosecutors: A midwife accused by prosecutors of fraud',
    ]));

  it.each([
    'A boy found in the barn was taken home.',
    'Boats seen near the cape were towed away.',
    'The mill run by the council collapsed.',
    'The police suspected nothing.',
  ])('and what accuses nobody: %s', (text) => expect(claimsIn(text)).toEqual([]));
});

describe('blame', () => {
  it.each([
    ['The skipper blamed himself for the loss of the boat.', 'skipper'],
    ['The skipper blamed strong winds for the loss of the boat.', 'skipper'],
    ['The railway blamed the outage on a technical fault.', 'railway'],
    ['The railway blamed the delays on thick fog in the hills.', 'railway'],
  ])('of oneself, weather or things is told and is no claim: %s', (text, speaker) => {
    const { claims, statements } = brieflyRead(text);
    expect(claims).toEqual([]);
    expect(statements).toEqual([expect.stringContaining(`asserted: ${speaker}: `)]);
  });

  it.each([
    'The skipper blamed the harbour for the loss of the boat.',
    'The skipper blamed the weather bureau for the loss of the boat.',
    'The skipper blamed the harbour and the wind for the loss of the boat.',
    'The skipper blamed the loss of the boat on the harbour.',
  ])('of others is: %s', (text) => expect(claimsIn(text)).toHaveLength(1));
});
