import fc from 'fast-check';
import { CodePointIndex, SPAN_CONTEXT } from './text-span.js';

/** What news text is made of, and what breaks naive offsets: emoji, curly quotes, CRLF, combining and zero-width marks. */
const fragment = fc.oneof(
  fc.constantFrom(
    '😀',
    '👩‍👩‍👧',
    '“',
    '”',
    '\r\n',
    'e\u0301',
    'é',
    '\u200d',
    '\u202e',
    '\ufeff',
    '𝔘',
    ' ',
    'Aleppo',
  ),
  fc.string({ unit: 'grapheme', maxLength: 5 }),
);
const text = fc.array(fragment, { minLength: 1, maxLength: 60 }).map((parts) => parts.join(''));

describe('CodePointIndex', () => {
  it('spans name exactly their code points, with the context around them', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (words, a, b) => {
        const points = [...words];
        const from = a % (points.length + 1);
        const to = from + (b % (points.length - from + 1));
        const range = {
          start: points.slice(0, from).join('').length,
          end: points.slice(0, to).join('').length,
        };
        const span = new CodePointIndex(words).spanOf(range);
        expect(span).toMatchObject({ start: from, end: to, exact: points.slice(from, to).join('') });
        expect(span.prefix).toBe(points.slice(Math.max(0, from - SPAN_CONTEXT), from).join(''));
        expect(span.suffix).toBe(points.slice(to, to + SPAN_CONTEXT).join(''));
      }),
    );
  });

  it('goes to UTF-16 and back without loss', () => {
    fc.assert(
      fc.property(text, fc.nat(), (words, a) => {
        const index = new CodePointIndex(words);
        const codePoint = a % ([...words].length + 1);
        expect(index.toCodePoint(index.toUtf16(codePoint))).toBe(codePoint);
      }),
    );
  });
});
