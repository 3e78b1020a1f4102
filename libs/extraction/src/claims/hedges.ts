import type { TextRange } from '#domain';
import { firstBehind } from '../text/first-behind.js';

const HEDGE =
  /\b(?:reportedly|allegedly|apparently|purportedly|supposedly|appear(?:s|ed)? to|seem(?:s|ed)? to|is said to|are said to|is believed to|are believed to|was believed to|were believed to|may have|might have|could have)\b/gi;

/** A hedge in lower case, and where it stands. */
export interface Hedge extends TextRange {
  readonly word: string;
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
