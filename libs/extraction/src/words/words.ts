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
const PATTERN = `(?<word>${ABBREVIATION}|${POSSESSIVE}|${LETTERS}(?:${JOINT}${LETTERS})*)|(?<number>${NUMBER})|\\S`;

/** Words, numbers and marks of `text` from `start` to `end`, in order. Linear in its length. */
export function readWords(text: string, start = 0, end = text.length): Word[] {
  const words: Word[] = [];
  let last = start;
  for (const match of text.slice(start, end).matchAll(new RegExp(PATTERN, 'gu'))) {
    const from = start + match.index;
    const to = from + match[0].length;
    words.push({
      text: match[0],
      lower: match[0].toLowerCase().replaceAll('’', "'"),
      start: from,
      end: to,
      kind: match.groups?.word ? 'word' : match.groups?.number ? 'number' : 'mark',
      spaced: from > last || words.length === 0,
    });
    last = to;
  }
  return words;
}

/** Begins with a capital letter. */
export function isCapital(word: Word | undefined): boolean {
  return word?.kind === 'word' && /^\p{Lu}/u.test(word.text);
}

/** The lower-case word at an index, '' beyond either end. */
export function lowerAt(words: readonly Word[], at: number): string {
  return words[at]?.lower ?? '';
}
