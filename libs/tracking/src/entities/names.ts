import { foldName } from '#domain';

/** Words that an acronym may leave out. */
const SMALL = new Set([
  'of',
  'the',
  'for',
  'and',
  'on',
  'in',
  'to',
  'at',
  'by',
  'de',
  'la',
  'du',
  'des',
  'di',
]);
/** "ICRC", "UN", "OCHA": written in capitals, so shorter than a name is likely to be. */
const ACRONYM = /^\p{Lu}[\p{Lu}\d]{1,7}$/u;
const FEWEST_LETTERS = 2;

/** The letters of an acronym as they are compared: "U.N." and "UN" are one. Null for a name in words. */
export function acronymOf(name: string): string | null {
  const letters = name
    .trim()
    .replaceAll('.', '')
    .replace(/^the\s+/i, '');
  return ACRONYM.test(letters) ? letters.toLowerCase() : null;
}

/**
 * What a name in words may be shortened to: its initials without the small words, and with them ("DoD"). Empty for a name of
 * one word, which has no acronym.
 */
export function initialsOf(name: string): string[] {
  const words = foldName(name)
    .split(/[\s-]+/)
    .filter((word) => word !== '');
  const letters = (some: readonly string[]) => some.map((word) => word.charAt(0)).join('');
  const found = [letters(words.filter((word) => !SMALL.has(word))), letters(words)];
  return [...new Set(found)].filter((initials) => initials.length >= FEWEST_LETTERS);
}

/** The surname and how many names stand before it. */
export function personParts(name: string): { readonly surname: string; readonly givenNames: number } {
  const words = foldName(name).split(' ');
  return { surname: words.at(-1) ?? '', givenNames: words.length - 1 };
}

/** What roles are compared by: "Foreign Minister of Norvale" and "Norvale's foreign minister" have the same words. */
export const roleWords = (role: string | null): string[] =>
  role === null
    ? []
    : [...new Set(foldName(role).split(' '))].filter((word) => word !== '' && !SMALL.has(word)).sort();
