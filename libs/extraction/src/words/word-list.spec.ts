import { readWords } from './words.js';
import { listedAs, wordList } from './word-list.js';

const DWELLINGS = wordList('hut tent shack');
const TENTS = wordList('tent marquee');

describe('a list of words', () => {
  const words = readWords('The Hut beside one tent, a marquee');

  it('knows the words of a text by their number, whatever other lists they stand in', () => {
    const found = (list: typeof DWELLINGS) =>
      words.filter((word) => list.holds(word)).map(({ lower }) => lower);
    expect(found(DWELLINGS)).toEqual(['hut', 'tent']);
    expect(found(TENTS)).toEqual(['tent', 'marquee']);
  });

  it('knows them by their place, and nothing beyond either end', () => {
    expect([-1, 0, 1, 4, words.length].map((at) => DWELLINGS.at(words, at))).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
  });

  it('is a set of strings too, and holds no word that stands in no list', () => {
    expect([...DWELLINGS]).toEqual(['hut', 'tent', 'shack']);
    expect(listedAs('quibblesome')).toBe(0);
    expect(DWELLINGS.holds({ listed: 0 })).toBe(false);
  });
});
