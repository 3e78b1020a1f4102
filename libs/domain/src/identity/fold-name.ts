import { PLAIN_LETTERS, UNWRITTEN } from './plain-letters.js';

const APOSTROPHES: Readonly<Record<string, string>> = { ʼ: "'", '’': "'", '‘': "'" };

/** Lower case, no accents, single spaces, no articles or possessives: names that differ only so are written alike. */
export const foldName = (name: string): string => folded(name, UNWRITTEN);

/**
 * The same, but with modifier letters and unseen characters as they were kept at first: articles are known by it when they come again,
 * and their ids in the log are made of it, so that it never changes.
 */
export const foldTitle = (title: string): string => folded(title, /\p{M}/gu);

function folded(name: string, unwritten: RegExp): string {
  return name
    .normalize('NFKD')
    .replace(unwritten, '')
    .toLowerCase()
    .replace(/[ıøłđþßæœʼ’‘]/g, (letter) => PLAIN_LETTERS[letter] ?? APOSTROPHES[letter] ?? letter)
    .replace(/'s?(?=\s|$)/g, '')
    .replace(/\./g, '')
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .replace(/^(the|a|an) /, '')
    .trim();
}
