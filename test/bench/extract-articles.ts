import { INVENTED_NEWS } from '../../libs/extraction/src/testing/invented-news/index.js';
import { readSeeds } from '../support/seeds.js';

const SIZE = 4_000;
/** A last piece with less than this share of its length is no article of the wanted length. */
const LEAST = 0.875;

const texts = [...readSeeds().map(({ text }) => text), ...INVENTED_NEWS.map(({ text }) => text)];

/** Articles of about 4 KB: the two seeds as they are, and the invented ones joined and cut. */
export function benchArticles(): string[] {
  return [
    ...readSeeds().map(({ text }) => text),
    ...piecesOf(INVENTED_NEWS.map(({ text }) => text).join('\n\n'), SIZE),
  ];
}

/** Articles of another length, seeds and invented ones joined and cut. */
export const benchPieces = (size: number): string[] => piecesOf(texts.join('\n\n'), size);

const piecesOf = (text: string, size: number): string[] =>
  Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
    text.slice(at * size, (at + 1) * size),
  ).filter(({ length }) => length >= size * LEAST);

const CALENDAR =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December)$/;

/** What stands with a capital within sentences and nowhere without one. */
const NAMES: ReadonlySet<string> = new Set(
  texts.flatMap((text) => text.match(/(?<=\p{Ll} )\p{Lu}\p{Ll}{4,}/gu) ?? []).filter(isNoOtherWord),
);

function isNoOtherWord(word: string): boolean {
  const small = new RegExp(`(?<!\\p{L})${word.toLowerCase()}(?!\\p{L})`, 'u');
  return !CALENDAR.test(word) && !texts.some((text) => small.test(text));
}

/**
 * The article with numbers and names that stand in no other variant; all other words, weekdays and months among them, stay. Whatever a
 * reader keeps of an article grows with such ones.
 */
export function variantOf(text: string, seed: number): string {
  const suffix = letters(seed);
  return text
    .replace(/\d+/g, (digits) => String((Number(digits) + seed) % 10 ** digits.length))
    .replace(/\p{Lu}\p{Ll}{4,}/gu, (word) => (NAMES.has(word) ? word + suffix : word));
}

function letters(value: number): string {
  return value < 26 ? String.fromCharCode(97 + value) : letters(Math.floor(value / 26)) + letters(value % 26);
}
