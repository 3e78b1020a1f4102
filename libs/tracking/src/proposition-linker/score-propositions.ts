import type { PairScore } from '../figure-linker/score-pair.js';
import { areRecalled } from './recall.js';
import { hasOwnWords, negationsDiffer, numbersDiffer, type ProposedWords } from './shingles.js';

/** A statement or claim as the linker compares it. */
export interface ComparedProposition extends ProposedWords {
  readonly reportId: string;
  readonly articleId: string;
  /** Asserted on, days since 1970-01-01; null where nobody tells. */
  readonly day: number | null;
  /** The day it is looked for by: that, else the day it was recorded on. */
  readonly around: number;
  readonly denied: boolean;
  /** For a denial: the report of its article that it answers. */
  readonly answers: string | null;
}

/** Words said again within this many days are one statement told again. */
export const REPEATED_DAYS = 30;
/** A denial answers what was said this lately. */
const ANSWERED_DAYS = 7;
/** The share of the shorter one's shingles that a denial has in common with what it answers in its article. */
const ANSWERED_SHARE = 0.5;
/** Fewer shingles are too few to tell by a part of them. */
const TELLING = 4;

/** How surely two reports are of one proposition; null where nothing speaks for it. Symmetric. */
export function scorePropositions(a: ComparedProposition, b: ComparedProposition): PairScore | null {
  if (a.answers === b.reportId) return answer(a, b);
  if (b.answers === a.reportId) return answer(b, a);
  if (!areRecalled(a, b)) return null;
  const days = a.day === null || b.day === null ? null : Math.abs(a.day - b.day);
  const shared = sharedOf(a.shingles, b.shingles);
  if (shared === 0) return null;
  const containment = shared / Math.min(a.shingles.size, b.shingles.size);
  return a.denied === b.denied
    ? sameWords(a, b, shared, containment, days)
    : denial(a, b, shared, containment, days);
}

/**
 * A denial of "the claims" is of whatever they were. One that names its matter may deny something else than what its article tells of
 * that: it joins what it shares most of the words of one of them with, and what denies it in other words or another number a person
 * decides on.
 */
function answer(denying: ComparedProposition, answered: ComparedProposition): PairScore {
  if (!hasOwnWords(denying.shingles)) return { score: 1, reasons: ['one answers the other in its article'] };
  const shared = sharedOf(denying.shingles, answered.shingles);
  const share = shared / Math.min(denying.shingles.size, answered.shingles.size);
  const isOfIt = share >= ANSWERED_SHARE && !numbersDiffer(denying.shingles, answered.shingles);
  return isOfIt
    ? { score: 0.9, reasons: ['one answers the other in its article, with words of it'] }
    : { score: 0.5, reasons: ['one may answer the other in its article, in other words'] };
}

function sameWords(
  a: ComparedProposition,
  b: ComparedProposition,
  shared: number,
  containment: number,
  days: number | null,
): PairScore | null {
  if (numbersDiffer(a.shingles, b.shingles)) return null;
  const alike = shared / (a.shingles.size + b.shingles.size - shared);
  const isTelling = Math.min(a.shingles.size, b.shingles.size) >= TELLING;
  const isNear = areNear(a, b, days, isTelling);
  // Opposites must never corroborate each other: at most a person may say that they are one.
  if (negationsDiffer(a, b))
    return isTelling && containment >= 0.5
      ? { score: 0.5, reasons: ['many words in common, negated otherwise'] }
      : null;
  if (alike >= 0.5 && isNear)
    return { score: 0.75 + (alike - 0.5) / 2, reasons: ['the same words, told again'] };
  if (!isTelling || containment < 0.5) return null;
  if (containment >= 0.8 && isNear)
    return { score: 0.8, reasons: ['the words of one are a part of the other'] };
  return {
    score: 0.5,
    reasons: [isNear ? 'many words in common' : 'many words in common, long apart or undated'],
  };
}

/** A short "we will win" is said by everybody: only within its article or its day it is the same one. */
function areNear(
  a: ComparedProposition,
  b: ComparedProposition,
  days: number | null,
  isTelling: boolean,
): boolean {
  if (a.articleId === b.articleId) return true;
  return days !== null && days <= (isTelling ? REPEATED_DAYS : 1);
}

function denial(
  a: ComparedProposition,
  b: ComparedProposition,
  shared: number,
  containment: number,
  days: number | null,
): PairScore | null {
  if (numbersDiffer(a.shingles, b.shingles)) return null;
  if (a.articleId !== b.articleId && (days === null || days > ANSWERED_DAYS)) return null;
  // Whoever denies "the dam is not safe" may have said just that: only what negates nothing is surely what is denied.
  const isPlain = (a.denied ? b : a).negated.size === 0;
  if (isPlain && containment >= 0.6 && shared >= 2)
    return { score: 0.8, reasons: ['one denies the words of the other, days apart'] };
  if (containment >= 0.3) return { score: 0.5, reasons: ['one denies what may be the other'] };
  return null;
}

function sharedOf(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared += 1;
  return shared;
}
