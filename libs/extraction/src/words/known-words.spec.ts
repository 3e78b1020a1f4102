import { KnownWords } from './known-words.js';

describe('KnownWords', () => {
  const counting = () => {
    const made: string[] = [];
    const words = new KnownWords((text) => {
      made.push(text);
      return { text };
    });
    return { made, at: (word: string) => words.at(`(${word})`, 1, word.length + 1) };
  };

  it('works out a word once, wherever it stands', () => {
    const { made, at } = counting();
    expect(at('flood')).toBe(at('flood'));
    expect(made).toEqual(['flood']);
  });

  it('tells words of equal length, capitals and surrogate pairs apart', () => {
    const { at } = counting();
    for (const word of ['flood', 'Flood', 'floor', '😀', '\uD83D']) expect(at(word).text).toBe(word);
  });

  it('keeps common words while a flood of words that never come again passes', () => {
    const { made, at } = counting();
    const common = Array.from({ length: 500 }, (_, n) => `common${n}`);
    for (let n = 0; n < 200_000; n++) {
      at(`once${n}`);
      at(common[n % common.length]!);
    }
    const again = made.filter((word) => word.startsWith('common')).length;
    expect(again).toBeLessThan(1_000);
  });

  it('gives long runs of characters as they are, and keeps none', () => {
    const { made, at } = counting();
    const long = 'a'.repeat(33);
    expect(at(long)).not.toBe(at(long));
    expect(made).toEqual([long, long]);
  });
});
