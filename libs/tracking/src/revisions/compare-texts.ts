import type { RevisionExtent } from '#domain';
import { reportingLines } from '../near-duplicates/boilerplate.js';
import { wordsOf } from '../near-duplicates/words.js';

/** One text of an article as it is compared with another. */
export interface RevisedText {
  readonly title: string | null;
  readonly text: string;
}

export interface TextChange {
  readonly extent: RevisionExtent;
  /** Share of words that both texts have, 0 to 1 (Dice over words with their counts, boilerplate left out). */
  readonly similarity: number;
}

/** What of an article changed: nothing that reports (spaces, punctuation, boilerplate), its headline alone, or its body. */
export function compareTexts(before: RevisedText, after: RevisedText): TextChange {
  const [old, fresh] = [reportingLines(before.text), reportingLines(after.text)];
  const similarity = diceOf(old.flatMap(wordsOf), fresh.flatMap(wordsOf));
  if (sameWords(old, fresh))
    return { extent: haveSameTitle(before, after) ? 'trivial' : 'headline', similarity };
  return { extent: isHeadlineChange(old, fresh) ? 'headline' : 'body', similarity };
}

export const haveSameTitle = (a: RevisedText, b: RevisedText): boolean =>
  wordsOf(a.title ?? '').join(' ') === wordsOf(b.title ?? '').join(' ');

/** However the words are parted into lines. */
const sameWords = (a: readonly string[], b: readonly string[]): boolean =>
  a.flatMap(wordsOf).join(' ') === b.flatMap(wordsOf).join(' ');

const HEADLINE_WORDS = 25;

/** The first line changed, came or went, and all behind it is the same. */
function isHeadlineChange(old: readonly string[], fresh: readonly string[]): boolean {
  const [oldBody, freshBody] = [withoutHeadline(old), withoutHeadline(fresh)];
  if (oldBody && freshBody && sameWords(oldBody, freshBody)) return true;
  if (oldBody && sameWords(oldBody, fresh)) return true;
  return freshBody !== null && sameWords(old, freshBody);
}

/** A headline is a short line without a full stop. */
function withoutHeadline([headline, ...body]: readonly string[]): readonly string[] | null {
  if (headline === undefined || body.length === 0 || /[.:]["'”’]?$/.test(headline)) return null;
  return wordsOf(headline).length <= HEADLINE_WORDS ? body : null;
}

export function diceOf(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 1;
  const counts = new Map<string, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of b) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    counts.set(word, left - 1);
    common += 1;
  }
  return (2 * common) / (a.length + b.length);
}
