import { compoundsIn, endOfPart } from './compounds.js';
import { tag } from './tagger.js';

const valuesOf = (text: string) => tag(text).lexemes.map(({ value }) => value);

describe('compounds', () => {
  it.each(['flood', 'flood,', '“flood', '(flood', 'flood.”', '2031', 'it;', ''])('are not %p', (run) => {
    expect(compoundsIn(run)).toBe(0);
  });

  it.each(['27,000', 'U.S.-led', 'ferry-men', 'It’s', '....', 'x+y'])('are %p', (run) => {
    expect(compoundsIn(run)).toBe(1);
  });

  it('count by their length', () => {
    expect(compoundsIn('a-'.repeat(16))).toBe(8);
  });

  it.each([
    ['27,000,', ['27,000', ',']],
    ['U.S.-led', ['U', '.', 'S', '.', '-', 'led']],
    ['a1b', ['a', '1', 'b']],
    ['7.', ['7', '.']],
  ])('%p has parts', (run, parts) => {
    const found: string[] = [];
    for (let at = 0; at < run.length;) {
      const end = endOfPart(run, at, run.length);
      found.push(run.slice(at, end));
      at = end;
    }
    expect(found).toEqual(parts);
  });

  it('are read as they stand in any news, and by their parts behind very many', () => {
    const tail = 'the U.S. says 27,000';
    const asTheyStand = ['the', 'U.S.', 'says', '27,000'];
    expect(valuesOf(tail)).toEqual(asTheyStand);
    expect(valuesOf(`${'x-y '.repeat(14_000)}${tail}`).slice(-4)).toEqual(asTheyStand);
    expect(valuesOf(`${'x-y '.repeat(16_000)}${tail}`).slice(-4)).toEqual(['S', '.', 'says', '27,000']);
    // What was read by parts is not remembered as the reading of the whole.
    expect(valuesOf(tail)).toEqual(asTheyStand);
  });
});
