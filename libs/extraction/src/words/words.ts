import { KnownWords } from './known-words.js';
import { WordClasses } from './word-classes.js';
import { listedAs, type Listed } from './word-list.js';

/**
 * Plain words with exact UTF-16 ranges, for the readers of numbers, dates and places.
 *
 * They do not use the tagger's tokens: wink-nlp reads "1.32am" as "1.3" + "2am", "1,500-5,000" as one token and "1,500–5,000" as
 * three, while a figure must re-parse from its own characters whatever stands around it.
 */
export interface Word extends Listed {
  readonly text: string;
  /** Lower case, with a typographic apostrophe made plain. */
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'mark';
  /** White space (or the beginning) stands before it. */
  readonly spaced: boolean;
  /** Its kinds as bits (see `wordKind`). */
  readonly is: number;
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
const UPPER = /^\p{Lu}/u;

/** What a spelling is, wherever it stands. */
interface Spelling {
  readonly text: string;
  readonly lower: string;
  readonly kind: Word['kind'];
  readonly is: number;
  readonly listed: number;
}

/** The kinds of words that the readers of numbers, dates and places ask for. */
const CLASSES = new WordClasses();
const SPELLINGS = new KnownWords<Spelling>((text) => {
  const lower = text.toLowerCase().replace('’', "'");
  return { text, lower, kind: kindOf(text), is: CLASSES.of(lower, text), listed: listedAs(lower) };
});

/** Declares a kind of words before anything is read: its lower-case words, a pattern or a test. Gives the bit of `Word.is`. */
export const wordKind = (kind: Parameters<WordClasses['define']>[0]): number => CLASSES.define(kind);

/** The word at an index is of one of the kinds; false beyond either end. */
export function isKind(words: readonly Word[], at: number, kinds: number): boolean {
  return at >= 0 && at < words.length && ((words[at]?.is ?? 0) & kinds) !== 0;
}

/** Words, numbers and marks of `text` from `start` to `end`, in order. Linear in its length. */
export function readWords(text: string, start = 0, end = text.length): Word[] {
  const words: Word[] = [];
  let rest: string | null = null;
  let last = start;
  for (let at = start; at < end; at = last) {
    while (at < end && text.charCodeAt(at) === SPACE) at += 1;
    let from = at;
    let to = plainEnd(text, at, end);
    if (to === at) {
      rest ??= text.slice(start, end);
      WORD.lastIndex = at - start;
      const found = WORD.exec(rest)?.[0];
      if (found === undefined) break;
      to = start + WORD.lastIndex;
      from = to - found.length;
    }
    const spelling = SPELLINGS.at(text, from, to);
    words.push(wordOf(spelling, from, to, from > last || words.length === 0));
    last = to;
  }
  return words;
}

const wordOf = (spelling: Spelling, start: number, end: number, spaced: boolean): Word => ({
  text: spelling.text,
  lower: spelling.lower,
  start,
  end,
  kind: spelling.kind,
  spaced,
  is: spelling.is,
  listed: spelling.listed,
});

const SPACE = 32;
const STOP = 46;
const ASCII_END = 128;
/** Marks that are words of their own wherever they stand. */
const MARKS = new Set(Array.from(',.;:()"!?“”', (mark) => mark.charCodeAt(0)));
/** They may join letters to a word. */
const JOINTS = new Set(Array.from("-.'", (mark) => mark.charCodeAt(0)));

/** The end of a mark or a word of plain letters, which most words are; `at` where only the pattern can tell. */
function plainEnd(text: string, at: number, end: number): number {
  if (MARKS.has(text.charCodeAt(at))) return at + 1;
  let to = at;
  while (to < end && isPlainLetter(text.charCodeAt(to))) to += 1;
  return to === end || endsWord(text, at, to, end) ? to : at;
}

/** Nothing behind the letters belongs to them: neither a joint with more letters nor a mark on the last of them. */
function endsWord(text: string, at: number, to: number, end: number): boolean {
  const next = text.charCodeAt(to);
  if (next >= ASCII_END) return false;
  if (!JOINTS.has(next)) return true;
  if (next !== STOP || to - at < 2) return false;
  const behind = to + 1 < end ? text.charCodeAt(to + 1) : SPACE;
  return behind < ASCII_END && !isPlainLetter(behind);
}

function isPlainLetter(code: number): boolean {
  const lower = code | 32;
  return lower > 96 && lower < 123;
}

function kindOf(text: string): Word['kind'] {
  const code = text.charCodeAt(0);
  if (code >= 48 && code <= 57) return 'number';
  if (text.length === 1 && code < 65) return 'mark';
  if (text.length > 1 && (text.endsWith("'s") || text.endsWith('’s'))) return 'word';
  return LETTER.test(text) ? 'word' : 'mark';
}

/** A word that begins with a capital letter. */
export const CAPITAL = wordKind((_, text) => kindOf(text) === 'word' && UPPER.test(text));

export function isCapital(word: Word | undefined): boolean {
  return word !== undefined && (word.is & CAPITAL) !== 0;
}

/** The lower-case word at an index, '' beyond either end. */
export function lowerAt(words: readonly Word[], at: number): string {
  return at >= 0 && at < words.length ? (words[at]?.lower ?? '') : '';
}

/** The characters from the beginning of word `from` to the end of the word before `to`. */
export function rangeOf(words: readonly Word[], from: number, to: number): { start: number; end: number } {
  return { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 };
}
