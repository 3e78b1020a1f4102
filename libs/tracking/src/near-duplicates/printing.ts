import { foldName } from '#domain';
import { bylineNames, creditLinesOf } from './credits.js';
import { bandsOf, signatureOf } from './minhash.js';
import { areIssuesOfSeries, compareNumbers, numbersOf, type PlacedNumbers } from './numbers.js';
import { sharedBy, shinglesOf, type Shingles } from './shingles.js';
import { reportedWords } from './words.js';

/** The method of `ArticleClustered` events; raised whenever another pair would be taken for printings of one story. */
export const NEAR_DUPLICATES_VERSION = '1.1.0';

/** What tells of several printings which the story comes from. */
export interface PrintingFacts {
  readonly articleId: string;
  /** YYYY-MM-DD or an RFC 3339 time; null where nobody said. */
  readonly publishedAt: string | null;
  /** Folded; null where nobody said. */
  readonly outlet: string | null;
  /** Folded names that its credit lines give: it came from one of them. */
  readonly credited: readonly string[];
  /** Folded names of its byline: people, and outlets. */
  readonly bylined: readonly string[];
  /** Shingles. */
  readonly length: number;
}

/** An article as one printing of a story, with what tells whether others are too. */
export interface Printing extends PrintingFacts {
  readonly shingles: Shingles;
  readonly numbers: PlacedNumbers;
}

export interface PrintedArticle {
  readonly articleId: string;
  readonly publishedAt: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly text: string;
}

export function printingOf({ text, ...article }: PrintedArticle): Printing {
  const words = reportedWords(text);
  const shingles = shinglesOf(words);
  return {
    ...describedBy(article),
    credited: creditLinesOf(text),
    length: shingles.length,
    shingles,
    numbers: numbersOf(words),
  };
}

/** What is known of an article beside its text. */
export const describedBy = ({ articleId, publishedAt, outlet, byline }: Omit<PrintedArticle, 'text'>) => ({
  articleId,
  publishedAt,
  outlet: outlet ? foldName(outlet) : null,
  bylined: bylineNames(byline),
});

/** How much of two texts is the same, 0 to 1: of both together (Jaccard), and of the shorter one. */
export interface Likeness {
  readonly jaccard: number;
  readonly containment: number;
}

/** Texts below this many shingles are too short to tell copying from chance. */
const MIN_SHARED = 20;
/** More than half of the shorter text. Articles that only quote the same speeches stay below (0.48 at most of 200 in the spec of variants). */
const MIN_CONTAINMENT = 0.55;
/** Below this the longer text has so much else that the shorter one is a piece of it and no printing. */
const MIN_JACCARD = 0.08;
/** Days between two printings of a wire story. */
const MAX_DAYS = 7;
/** What is this much alike later was dug up again, if no number in it is another; else it is a series: a situation report of another week. */
const MIN_DUG_UP = 0.65;
/** A text this many times as long, and of a later day, takes the shorter one up: a round-up, a feature. */
const ROUND_UP_FACTOR = 3;

/** What candidates are found by; none for a text too short to be compared. */
export const bandsOfPrinting = ({ shingles }: Printing): number[] =>
  shingles.length < MIN_SHARED ? [] : bandsOf(signatureOf(shingles));

/** How alike two printings of one story are; null where they are not taken for that. The order of the two makes no difference. */
export function samePrinting(a: Printing, b: Printing): Likeness | null {
  const shorter = Math.min(a.shingles.length, b.shingles.length);
  if (shorter < MIN_SHARED || isRoundUp(a, b)) return null;
  const shared = sharedBy(a.shingles, b.shingles);
  const containment = shared / shorter;
  const jaccard = shared / (a.shingles.length + b.shingles.length - shared);
  if (shared < MIN_SHARED || containment < MIN_CONTAINMENT || jaccard < MIN_JACCARD) return null;
  const numbers = compareNumbers(a.numbers, b.numbers);
  if (areIssuesOfSeries(numbers)) return null;
  if (isOfLongAfter(a, b) && (containment < MIN_DUG_UP || numbers.others > 0)) return null;
  return { jaccard, containment };
}

function isOfLongAfter(a: Printing, b: Printing): boolean {
  const days = daysBetween(a, b);
  return days !== null && Math.abs(days) > MAX_DAYS;
}

function isRoundUp(a: Printing, b: Printing): boolean {
  const [shorter, longer] = a.shingles.length <= b.shingles.length ? [a, b] : [b, a];
  const days = daysBetween(shorter, longer);
  return days !== null && days >= 1 && longer.shingles.length >= ROUND_UP_FACTOR * shorter.shingles.length;
}

const DAY = 86_400_000;

function daysBetween(earlier: Printing, later: Printing): number | null {
  if (earlier.publishedAt === null || later.publishedAt === null) return null;
  const [from, to] = [earlier, later].map(({ publishedAt }) => Date.parse(publishedAt!.slice(0, 10)));
  return (to! - from!) / DAY;
}
