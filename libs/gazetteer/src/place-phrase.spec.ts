import { nameCandidates } from './place-phrase.js';

describe('nameCandidates', () => {
  it.each([
    ['Norvale', ['norvale']],
    ['eastern Norvale', ['eastern norvale', 'norvale']],
    ['the besieged city of Norvale', ['besieged city of norvale', 'city of norvale', 'norvale']],
    [
      'rebel-held neighbourhoods of Norvale',
      ['rebel held neighbourhoods of norvale', 'neighbourhoods of norvale', 'norvale'],
    ],
    ['Norvale province', ['norvale province', 'norvale']],
    ['the outskirts of rural Oster', ['outskirts of rural oster', 'rural oster', 'oster']],
    [
      'Gate of Winds, Norvale',
      ['gate of winds norvale', 'gate of winds', 'norvale', 'winds norvale', 'winds'],
    ],
    ['Bâb al-Éster', ['bab al ester']],
  ])('reads %s', (text, names) => {
    expect(nameCandidates(text)).toEqual(names);
  });

  it('keeps a name that is nothing but such words', () => {
    expect(nameCandidates('North')).toEqual(['north']);
    expect(nameCandidates('the city')).toEqual(['city']);
  });

  it('finds no name where there are no letters', () => {
    expect(nameCandidates(' - ')).toEqual([]);
  });
});
