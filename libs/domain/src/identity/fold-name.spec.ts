import { foldName, foldTitle } from './fold-name.js';

describe('foldName', () => {
  it.each([
    ['Zoë Müller', 'zoe muller'],
    ['The Øresund Post', 'oresund post'],
    ['\u02BFAbd al-Ra\u1E25m\u0101n', 'abd al rahman'],
    ['Hawai\u02BBi', 'hawaii'],
    ['Qur\u02BE\u0101n', 'quran'],
    ['Bra\u00ADnd', 'brand'],
    ['the mayor\u02BCs office', 'mayor office'],
  ])('%s is %s', (name, folded) => expect(foldName(name)).toBe(folded));
});

describe('foldTitle', () => {
  it('keeps what titles were known by when the first articles came', () => {
    expect(foldTitle('\u02BFAbd leaves the Øresund')).toBe('\u02BFabd leaves the oresund');
    expect(foldTitle('Bra\u00ADnd')).toBe('bra nd');
  });
});
