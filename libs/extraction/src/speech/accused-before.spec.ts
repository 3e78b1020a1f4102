import { brieflyRead } from '../testing/briefly-read.js';

const deniers = (text: string): string[] =>
  brieflyRead(text)
    .claims.filter((claim) => claim.startsWith('denied'))
    .map((claim) => claim.split(': ')[1] ?? '');

describe('who denies what somebody was just accused of is the accused', () => {
  it.each([
    ['Tovia has accused the Norvale Front of arson, which the group denies.', 'Norvale Front'],
    ['Harbour Watch accuses the mill of poisoning the lake, a charge it rejects.', 'mill'],
    ['The brewery was accused by Harbour Watch of fraud, an accusation it flatly denies.', 'brewery'],
    ['Nurses accuse Mr Okoro of forging passes, which he denies.', 'Okoro'],
    [
      'Unions accused the Bank of Selbridge of bribing clerks. It denied the allegation.',
      'Bank of Selbridge',
    ],
    ['Harbour Watch alleged that Norgas spilled oil, a claim the company rejected.', 'Norgas'],
  ])('%s', (text, denier) => expect(deniers(text)).toEqual([denier]));

  it.each([
    ['another body', 'Harbour Watch accused Norgas of fraud. The ministry denied a role.', 'ministry'],
    ['she who accuses him', 'Joan Brill accused Oren Vale of theft. She denied any debt.', 'Joan Brill'],
  ])('but not %s', (_, text, denier) => expect(deniers(text)).toEqual([denier]));
});
