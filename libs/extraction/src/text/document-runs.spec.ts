import fc from 'fast-check';
import { readDocument } from './document.js';
import { runKind } from './runs.js';

const NEGATING = /n['’]t\b|\b(?:not|no|never)\b/iu;
const MAY_NEGATE = runKind(NEGATING);
const WORDS = [
  'not',
  '“No',
  'cannot',
  'can’t,”',
  'DIDN’T',
  'north',
  'no-one',
  'éno',
  'never.',
  'zero\u200Bwidth',
  'xno',
  '\u00A0',
];
const article = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(' ', '', '\n')), { maxLength: 12 })
  .map((parts) => parts.map(([word, gap]) => word + gap).join(''));

describe('the runs around a stretch of an article', () => {
  it('are of every kind that the stretch holds, wherever it is cut', () => {
    fc.assert(
      fc.property(article, fc.nat(80), fc.nat(80), (text, one, other) => {
        const start = Math.min(one, other, text.length);
        const end = Math.min(Math.max(one, other), text.length);
        const { runs } = readDocument({ text });
        fc.pre(NEGATING.test(text.slice(start, end)));
        expect(runs.kindsAround({ start, end }) & MAY_NEGATE).not.toBe(0);
      }),
    );
  });

  it('are of no other kind where the stretch cuts no word', () => {
    const text = 'The mayor has not left. “The north is quiet,” he said.';
    const { runs } = readDocument({ text });
    expect(runs.kindsAround({ start: 25, end: 43 }) & MAY_NEGATE).toBe(0);
  });
});
