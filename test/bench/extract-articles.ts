import { INVENTED_NEWS } from '../../libs/extraction/src/testing/invented-news/index.js';
import { readSeeds } from '../support/seeds.js';

const SIZE = 4_000;
/** A last piece shorter than this is no article of the wanted length. */
const LEAST = 3_500;

/** Articles of about 4 KB: the two seeds as they are, and the invented ones joined and cut. */
export function benchArticles(): string[] {
  const seeds = readSeeds().map(({ text }) => text);
  const invented = INVENTED_NEWS.map(({ text }) => text).join('\n\n');
  const pieces = Array.from({ length: Math.ceil(invented.length / SIZE) }, (_, at) =>
    invented.slice(at * SIZE, (at + 1) * SIZE),
  );
  return [...seeds, ...pieces.filter(({ length }) => length >= LEAST)];
}

/** The article with other numbers and names: whatever a reader keeps of an article grows with such ones. */
export function variantOf(text: string, seed: number): string {
  const suffix = letters(seed);
  return text
    .replace(/\d+/g, (digits) => String((Number(digits) + seed) % 10 ** digits.length))
    .replace(/(?<=\p{Ll} )\p{Lu}\p{Ll}{4,}/gu, (name) => name + suffix);
}

function letters(value: number): string {
  return value < 26 ? String.fromCharCode(97 + value) : letters(Math.floor(value / 26)) + letters(value % 26);
}
