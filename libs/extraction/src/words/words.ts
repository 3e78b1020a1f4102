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
  let last = start;
  for (const match of text.slice(start, end).matchAll(WORD)) {
    const from = start + match.index;
    words.push({
      text: match[0],
      lower: match[0].toLowerCase().replace('’', "'"),
      start: from,
      end: from + match[0].length,
      kind: kindOf(match[0]),
      spaced: from > last || words.length === 0,
    });
    last = from + match[0].length;
  }
  return words;
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
