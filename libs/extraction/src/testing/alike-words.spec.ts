import { holdsOther, isAlike, sharedWords } from './alike-words.js';

describe('words that are alike', () => {
  it('holds a name within a longer one, whatever its marks and capitals', () => {
    expect(holdsOther('Mayor Ada Brill', 'ada brill')).toBe(true);
    expect(holdsOther('Ada Brill', 'Brill, Otto')).toBe(false);
  });

  it('takes the same last word for alike', () => {
    expect(isAlike('the port of Norvale', 'old Norvale')).toBe(true);
    expect(holdsOther('the port of Norvale', 'old Norvale')).toBe(false);
  });

  it('takes nothing for alike with nothing only', () => {
    expect([isAlike('', ''), isAlike('-', ''), isAlike('Ada Brill', '-'), isAlike('', 'Ada Brill')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('counts the words in common, each once', () => {
    expect(sharedWords('the boats, the boats left', 'The boats stayed')).toBe(0.5);
    expect(sharedWords('', '')).toBe(0);
  });
});
