import type { TextRange } from '#domain';
import { HEDGING_VERBS } from '../speech/hedging-verbs.js';
import { firstBehind } from '../text/first-behind.js';
import { runKind } from '../text/runs.js';

/** By these the text keeps its distance from what it tells and names nobody whose word it is. */
const ADVERBS = 'reportedly|allegedly|purportedly|supposedly';
const DISTANCE = `${ADVERBS}|(?:is|are|was|were) (?:${HEDGING_VERBS}) to|unconfirmed reports`;
/** What holds none of these keeps no distance. */
export const DISTANCING = runKind(new RegExp(`${ADVERBS}|${HEDGING_VERBS}|unconfirmed`, 'i'));
/** By these it is unsure of it. */
const DOUBT = 'apparently|appear(?:s|ed)? to|seem(?:s|ed)? to|(?:may|might|could) have';
const HEDGE = new RegExp(`\\b(?:${DISTANCE}|${DOUBT})\\b`, 'gi');
/** Of a noun they say less: "the alleged thief", "his supposedly safe house". */
const AT_A_DISTANCE = new RegExp(`(?<!\\b(?:the|an?|his|her|its|their) )\\b(?:${DISTANCE})\\b`, 'i');

/** A hedge in lower case, and where it stands. */
export interface Hedge extends TextRange {
  readonly word: string;
}

/** Where the words first keep their distance, and by what; null where they do not. */
export function distanceIn(words: string): Hedge | null {
  const found = AT_A_DISTANCE.exec(words);
  if (!found) return null;
  const [word] = found;
  return { start: found.index, end: found.index + word.length, word: word.toLowerCase() };
}

/** The hedges of an article, found once: attributed words may hold one another, so each hedge would be looked for many times. */
export class Hedges {
  private readonly all: readonly Hedge[];

  constructor(text: string) {
    this.all = Array.from(text.matchAll(HEDGE), ({ 0: word, index }) => ({
      start: index,
      end: index + word.length,
      word: word.toLowerCase(),
    }));
  }

  /** The first hedge that lies whole in the range, or null. */
  firstIn({ start, end }: TextRange): Hedge | null {
    const first = this.all[firstBehind(this.all, start - 1, (hedge) => hedge.start)];
    return first && first.end <= end ? first : null;
  }
}
