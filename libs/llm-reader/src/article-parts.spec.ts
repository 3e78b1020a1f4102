import fc from 'fast-check';
import { articleParts } from './article-parts.js';

describe('articleParts', () => {
  it('keeps a short article whole', () => {
    expect(articleParts('One line.\nAnother.', 100)).toEqual(['One line.\nAnother.']);
  });

  it('cuts at line ends, then behind sentences, then at spaces', () => {
    expect(articleParts('first line\nsecond one', 15)).toEqual(['first line\n', 'second one']);
    expect(articleParts('It rained. It snowed.', 15)).toEqual(['It rained. ', 'It snowed.']);
    expect(articleParts('one two three four', 12)).toEqual(['one two ', 'three four']);
  });

  it('gives no empty part', () => {
    expect(articleParts(' \n\n ', 10)).toEqual([]);
  });

  it('loses nothing, keeps the limit and cuts no character in two', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.integer({ min: 2, max: 50 }),
        (body, size) => {
          const text = `a${body}b`;
          const parts = articleParts(text, size);
          expect(parts.every((part) => part.length <= size && !/\p{Cs}/u.test(part))).toBe(true);
          expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        },
      ),
    );
  });
});
