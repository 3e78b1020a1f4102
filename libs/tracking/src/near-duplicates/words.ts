import { reportingLines } from './boilerplate.js';

/** A number with its marks, a word, or one sign of a script that puts no spaces between words. */
const WORD =
  /\p{N}+(?:[.,:]\p{N}+)*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*/gu;

/** The words of a text as texts are compared: lower case, no punctuation, straight apostrophes. "1,000" and "1.000" differ. */
export const wordsOf = (text: string): string[] =>
  text.normalize('NFKC').toLowerCase().replace(/[’‘ʼ]/g, "'").match(WORD) ?? [];

/** Those of what an article reports: boilerplate and datelines are left out. */
export const reportedWords = (text: string): string[] => reportingLines(text).flatMap(wordsOf);
