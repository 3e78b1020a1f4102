import { foldName } from './fold-name.js';

const HYPHENATED = /(?<![\p{L}\p{N}])[\p{L}\p{N}]+(?:[-‐‑][\p{L}\p{N}]+)+/gu;

/**
 * What a text is found by: the stems of its words, and of words with a hyphen also the word without it, so that "cease-fire" and "ceasefire"
 * are one.
 */
export const searchTerms = (text: string): string[] => [
  ...new Set([
    ...stemsOf(text),
    ...[...text.matchAll(HYPHENATED)].flatMap(([word]) => stemsOf(joined(word))),
  ]),
];

/** What a text that is sought must have: all of the first, or all of the second. */
export const soughtTerms = (sought: string): readonly [asOneWord: string[], apart: string[]] => [
  stemsOf(sought.replace(HYPHENATED, joined)),
  stemsOf(sought),
];

const joined = (word: string): string => word.replace(/[-‐‑]/g, '');

const stemsOf = (text: string): string[] => foldName(text).split(' ').filter(Boolean).map(wordStem);

const VOWEL = /[aeiouy]/;

/**
 * A word without the endings of number and time, and British and American spelling alike: "strikes", "strike" and "striking" are one. It
 * need not be a word, and irregular forms ("struck") stay apart.
 */
export function wordStem(word: string): string {
  if (word.length <= 3) return word;
  return withoutTime(withoutNumber(word))
    .replace(/(?<=.{3})e$/, '')
    .replace(/is(?=ation|$)/, 'iz')
    .replace(/(?<=..)our$/, 'or')
    .replace(/(?<=..)([^aeiou])\1$/, '$1');
}

function withoutNumber(word: string): string {
  if (/ies$/.test(word)) return word.length > 4 ? word.replace(/ies$/, 'y') : word.slice(0, -1);
  if (/(?:ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}

function withoutTime(word: string): string {
  if (/ied$/.test(word)) return word.length > 4 ? word.replace(/ied$/, 'y') : word.slice(0, -1);
  // "agreed" is of "agree", but "need" and "exceed" are no past.
  if (/eed$/.test(word))
    return VOWEL.test(word.slice(0, -3)) && !/ceed$/.test(word) ? word.slice(0, -1) : word;
  // What is left of "used" and "aging" is too short to be known without its "e".
  if (/^[aeiou][^aeiou](?:ing|ed)$/.test(word)) return `${word.slice(0, 2)}e`;
  const stem = /^(?<stem>.{3,})(?:ing|ed)$/.exec(word)?.groups?.['stem'];
  return stem !== undefined && VOWEL.test(stem) ? stem : word;
}
