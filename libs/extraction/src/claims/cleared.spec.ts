import { brieflyRead } from '../testing/briefly-read.js';

const denialsIn = (text: string): string[] =>
  brieflyRead(text).claims.filter((claim) => claim.startsWith('denied'));
const said = (words: string): string => `“${words},” Ada Lind said.`;
const SAILORS = 'The union accused two sailors of theft.';
const LIND = 'The union accused mayor Ada Lind of fraud.';

describe('words that clear somebody of a fault', () => {
  it.each([
    'I have no knowledge of the theft',
    'We have no knowledge of any wrongdoing',
    'The army has no responsibility for the attack',
    'We are not responsible for the spill',
    'We were not behind the killing of 12 people',
    'We had no part in planning the raid',
    'We had no role in killing civilians',
    'Our client had no involvement in fraud',
    'We have no links to the rebels',
    'We have absolutely no ties to any criminal group',
    'We had no connection with the attackers',
    'The army had nothing to do with Monday’s attack',
    'We had nothing to do with the deaths',
    'We are innocent',
    'I am innocent of this',
    'Our client is innocent',
    'We are not guilty',
    'We have never broken any law',
    'We have done nothing wrong',
    'We are not to blame',
  ])('a denial whoever is accused: %s', (words) => {
    expect(denialsIn(said(words))).toEqual([`denied: Ada Lind: ${words}`]);
  });

  it.each([
    'I have no knowledge of Latin',
    'The army has no responsibility for roads',
    'The army has no responsibility for fire safety',
    'We have no role in murder inquiries',
    'We have no part in fighting crime',
    'We are not responsible for roads',
    'We are not responsible for roads hit by the attack',
    'We are not behind schedule',
    'She has no part in the film',
    'We have no part in the fire drill',
    'We have no links to the capital',
    'They have no links to the capital',
    'We have no ties to sell',
    'The army had nothing to do with its spare tents',
    'They are innocent',
    'Our people are innocent',
    'We had nothing to do with it',
    'They had nothing to do with the raid',
    'They were not involved in the raid',
  ])('and none where nobody is accused: %s', (words) => expect(denialsIn(said(words))).toEqual([]));

  it.each<[string, string]>([
    [SAILORS, 'They are innocent'],
    [SAILORS, 'They had nothing to do with it'],
    [SAILORS, 'They were not involved in the raid'],
    ['The union accused a sailor of theft.', 'He has done nothing wrong'],
    [LIND, 'I had nothing to do with it'],
    [LIND, 'I have no knowledge of what happened'],
  ])('a denial behind an accusation: %s “%s”', (accusation, words) => {
    expect(denialsIn(`${accusation} ${said(words)}`)).toEqual([`denied: Ada Lind: ${words}`]);
  });

  it('or before it', () => {
    expect(denialsIn(`${said('I had nothing to do with this')} ${LIND}`)).toHaveLength(1);
  });

  it.each<[string, string]>([
    [LIND, 'They are innocent'],
    [LIND, 'They had no part in the raid'],
    [LIND, 'We have no links to the capital'],
    [SAILORS, 'We had nothing to do with it'],
    [SAILORS, 'He was not involved in the raid'],
    [`${SAILORS} It rained. The road is open. It is dry. The sun shone.`, 'They are innocent'],
    ['The union accused soldiers of killing children.', 'They are innocent'],
  ])('and none behind one of somebody else: %s “%s”', (accusation, words) => {
    expect(denialsIn(`${accusation} ${said(words)}`)).toEqual([]);
  });

  it.each([
    'The mill said it had no role in the spill.',
    'The sailors said they had no part in the raid.',
    'Ada Lind said she was not involved in the theft.',
  ])('of him whose words are told: %s', (text) => expect(denialsIn(text)).toHaveLength(1));

  it.each(['The mill said it had no role in the film.', 'Ada Lind said they were not involved in the raid.'])(
    'and of others not: %s',
    (text) => expect(denialsIn(text)).toEqual([]),
  );
});
