import type { VagueQuantifier } from '#domain';

/** Words that multiply the number before them, with the short forms written against digits ("1.2m"). */
export const MULTIPLIERS: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1_000],
  ['lakh', 100_000],
  ['million', 1_000_000],
  ['crore', 10_000_000],
  ['billion', 1_000_000_000],
]);

export const SHORT_MULTIPLIERS: ReadonlyMap<string, number> = new Map([
  ['k', 1_000],
  ['m', 1_000_000],
  ['mn', 1_000_000],
  ['mln', 1_000_000],
  ['bn', 1_000_000_000],
]);

/** Plural number words name an order of magnitude and no value (ACLED, UCDP: never turn them into points). */
export const VAGUE_WORDS: ReadonlyMap<string, VagueQuantifier> = new Map([
  ['tens', 'tens'],
  ['dozens', 'dozens'],
  ['scores', 'scores'],
  ['hundreds', 'hundreds'],
  ['thousands', 'thousands'],
  ['millions', 'millions'],
]);

/** "several hundred", "a few dozen": as vague as the plural. */
export const VAGUE_SINGULARS: ReadonlyMap<string, VagueQuantifier> = new Map([
  ['dozen', 'dozens'],
  ['hundred', 'hundreds'],
  ['thousand', 'thousands'],
  ['million', 'millions'],
]);

export const VAGUE_COUNTS: ReadonlySet<string> = new Set(['several', 'few', 'many']);
