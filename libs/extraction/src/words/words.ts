/**
 * Plain words with exact UTF-16 ranges, for the readers of numbers, dates and places.
 *
 * They do not use the tagger's tokens: wink-nlp reads "1.32am" as "1.3" + "2am", "1,500-5,000" as one token and "1,500–5,000" as
 * three, while a figure must re-parse from its own characters whatever stands around it.
 */
export interface Word {
  readonly text: string;
  /** Lower case, with a typographic apostrophe made plain. */
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'mark';
  /** White space (or the beginning) stands before it. */
  readonly spaced: boolean;
}

const ABBREVIATION = String.raw`(?:\p{L}\.){2,}`;
const NUMBER = String.raw`\d+(?:[.,'’](?=\d)\d+)*`;
const POSSESSIVE = String.raw`['’]s(?![\p{L}\p{M}])`;
const LETTERS = String.raw`[\p{L}\p{M}]+`;
const JOINT = String.raw`(?:[-‐‑.]|['’](?!s(?![\p{L}\p{M}])))`;
const WORD = new RegExp(
  `${ABBREVIATION}|${POSSESSIVE}|${LETTERS}(?:${JOINT}${LETTERS})*|${NUMBER}|\\S`,
  'gu',
);
const LETTER = /^[\p{L}\p{M}]/u;
const CAPITAL = /^\p{Lu}/u;

/** Words, numbers and marks of `text` from `start` to `end`, in order. Linear in its length. */
export function readWords(text: string, start = 0, end = text.length): Word[] {
  const words: Word[] = [];
  const read = text.slice(start, end);
  let last = 0;
  for (let at = 0; at < read.length; at = last) {
    while (read.charCodeAt(at) === SPACE) at += 1;
    const plain = plainEnd(read, at);
    const found = plain > at ? read.slice(at, plain) : wordFrom(read, at);
    if (found === null) break;
    const from = plain > at ? at : WORD.lastIndex - found.length;
    words.push({
      text: found,
      lower: plain > at ? found.toLowerCase() : found.toLowerCase().replace('’', "'"),
      start: start + from,
      end: start + from + found.length,
      kind: plain > at ? 'word' : kindOf(found),
      spaced: from > last || words.length === 0,
    });
    last = from + found.length;
  }
  return words;
}

const SPACE = 32;
const COMMA = 44;

/** The end of a word of plain letters with a space or comma behind it, which most are; `at` where there is none. */
function plainEnd(text: string, at: number): number {
  let to = at;
  for (let code = text.charCodeAt(to) | 32; code > 96 && code < 123; code = text.charCodeAt(to) | 32) to += 1;
  const next = text.charCodeAt(to);
  return next === SPACE || next === COMMA ? to : at;
}

/** The next word from `at` on, whatever it is made of. */
function wordFrom(text: string, at: number): string | null {
  WORD.lastIndex = at;
  return WORD.exec(text)?.[0] ?? null;
}

function kindOf(text: string): Word['kind'] {
  const code = text.charCodeAt(0);
  if (code >= 48 && code <= 57) return 'number';
  if (text.length === 1 && code < 65) return 'mark';
  if (text.length > 1 && (text.endsWith("'s") || text.endsWith('’s'))) return 'word';
  return LETTER.test(text) ? 'word' : 'mark';
}

/** Begins with a capital letter. */
export function isCapital(word: Word | undefined): boolean {
  if (word?.kind !== 'word') return false;
  const code = word.text.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : CAPITAL.test(word.text);
}

/** The lower-case word at an index, '' beyond either end. */
export function lowerAt(words: readonly Word[], at: number): string {
  return words[at]?.lower ?? '';
}

/** The characters from the beginning of word `from` to the end of the word before `to`. */
export function rangeOf(words: readonly Word[], from: number, to: number): { start: number; end: number } {
  return { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 };
}
