import { refusal } from './refusal.js';

describe('a refusal on the terminal', () => {
  it('names where, why and by which code', () => {
    const known = Object.assign(new Error('It has no text.'), { code: 'INPUT.NO_TEXT' });
    expect(refusal('line 3', known)).toBe('line 3: refused: It has no text. [INPUT.NO_TEXT]');
    expect(refusal(null, known)).toBe('It has no text. [INPUT.NO_TEXT]');
    expect(refusal('a.txt', new Error('It has no text.'))).toBe('a.txt: refused: It has no text.');
  });
});
