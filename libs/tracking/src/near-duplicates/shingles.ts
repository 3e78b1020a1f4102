/**
 * Words of a shingle. Of texts on one topic hardly any four words in a row are the same unless they were copied; a changed word
 * costs four shingles, so that a text with every twentieth word changed keeps four fifths of them.
 */
const SHINGLE_WORDS = 4;

/** Taken out once: in a sandbox each look-up of a global costs more than the multiplication. */
export const { imul } = Math;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** A set of 32-bit hashes: sorted, without repeats. */
export type Shingles = Uint32Array;

/** Every four words in a row, hashed. */
export function shinglesOf(words: readonly string[]): Shingles {
  const hashed = words.map(hashOf);
  const hashes = new Uint32Array(Math.max(0, words.length - SHINGLE_WORDS + 1));
  for (let at = 0; at < hashes.length; at += 1) {
    let hash = FNV_OFFSET;
    for (let next = at; next < at + SHINGLE_WORDS; next += 1) hash = mixInto(hash, hashed[next]!);
    hashes[at] = mix(hash);
  }
  hashes.sort();
  return hashes.filter((hash, at) => at === 0 || hash !== hashes[at - 1]);
}

/** A row of hashes as one, a step at a time. */
export const mixInto = (row: number, hash: number): number => imul(row ^ hash, FNV_PRIME) ^ (row >>> 15);

/** FNV-1a over UTF-16 units. */
export function hashOf(word: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < word.length; at += 1) hash = imul(hash ^ word.charCodeAt(at), FNV_PRIME);
  return mix(hash);
}

/** The finaliser of MurmurHash3: each bit of the input changes each of the output with a chance of one half. */
export function mix(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** How many hashes two sets have in common. */
export function sharedBy(a: Shingles, b: Shingles): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [x, y] = [a[i]!, b[j]!];
    if (x === y) shared += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return shared;
}
