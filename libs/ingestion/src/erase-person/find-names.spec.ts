import fc from 'fast-check';
import { NameFinder } from './find-names.js';

const found = (text: string, names: string[], exact: string[] = []): string[] => {
  const characters = [...text];
  return new NameFinder(names, exact)
    .find(text)
    .map(({ start, end }) => characters.slice(start, end).join(''));
};

describe('NameFinder', () => {
  it.each<[string, string, string[]]>([
    ['as it is given', 'Then Zoë Brandt-Karim left.', ['Zoë Brandt-Karim']],
    ['without accents', 'Then Zoe Brandt-Karim left.', ['Zoe Brandt-Karim']],
    [
      'with accents as characters of their own',
      'Then Zoe\u0308 Brandt-Karim left.',
      ['Zoe\u0308 Brandt-Karim'],
    ],
    ['in capitals', 'THEN ZOË BRANDT-KARIM LEFT', ['ZOË BRANDT-KARIM']],
    ['over a line end', 'Then Zoë\nBrandt Karim left.', ['Zoë\nBrandt Karim']],
    ['as a possessive', 'Zoë Brandt-Karim’s house', ['Zoë Brandt-Karim']],
    ['in an address', 'https://a.example/zoe-brandt-karim.html', ['zoe-brandt-karim']],
    ['behind characters beyond the first plane', '😀😀 Zoë Brandt-Karim', ['Zoë Brandt-Karim']],
    ['each time', 'Zoë Brandt-Karim, Zoë Brandt-Karim', ['Zoë Brandt-Karim', 'Zoë Brandt-Karim']],
    ['not within a longer word', 'Zoë Brandt-Karimov and Azoë Brandt-Karim', []],
    ['not in part', 'Zoë Brandt and Karim', []],
  ])('finds a name %s', (_case, text, words) => {
    expect(found(text, ['Zoë Brandt-Karim'])).toEqual(words);
  });

  it('finds a single word that is marked as exact only with its capital letter', () => {
    expect(found('Park left the park. PARK!', [], ['Park'])).toEqual(['Park', 'PARK']);
    expect(found('Park left the park.', ['park'])).toEqual(['Park', 'park']);
  });

  it.each([
    ['\u02BFAbd al-Ra\u1E25m\u0101n left.', 'Abd al-Rahman'],
    ['Abd al-Rahman left.', '\u02BFAbd al-Ra\u1E25m\u0101n'],
    ['Ada Br\u00ADand left.', 'Ada Brand'],
    ['Ada\u200BBrand left.', 'Ada Brand'],
    ['Ada Strasser left.', 'Ada Straßer'],
  ])('finds a name beside signs that news leaves out: %j', (text, name) => {
    expect(new NameFinder([name]).isIn(text)).toBe(true);
  });

  it('finds nothing by a name without a word', () => {
    expect(found('a - b', ['-', ''])).toEqual([]);
  });

  it('joins what overlaps', () => {
    expect(found('Ada Brill Karim', ['Ada Brill', 'Brill Karim'])).toEqual(['Ada Brill Karim']);
  });

  it('finds a name in whatever stands around it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        expect(found(`${before} Ada Brill ${after}`, ['Ada Brill'])).toContain('Ada Brill');
      }),
    );
  });
});
