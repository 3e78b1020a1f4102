import type { TextRange } from '#domain';
import { firstBehind } from '../text/first-behind.js';

const HEDGE =
  /\b(?:reportedly|allegedly|apparently|purportedly|supposedly|appear(?:s|ed)? to|seem(?:s|ed)? to|is said to|are said to|is believed to|are believed to|was believed to|were believed to|may have|might have|could have)\b/gi;

/** The hedges of an article, found once: attributed words may hold one another, so each hedge would be looked for many times. */
export class Hedges {
  private readonly all: readonly { readonly start: number; readonly end: number; readonly word: string }[];

  constructor(text: string) {
    this.all = Array.from(text.matchAll(HEDGE), ({ 0: word, index }) => ({
      start: index,
      end: index + word.length,
      word: word.toLowerCase(),
    }));
  }

  /** The first hedge that lies whole in the range, lower case, or null. */
  firstIn({ start, end }: TextRange): string | null {
    const first = this.all[firstBehind(this.all, start - 1, (hedge) => hedge.start)];
    return first && first.end <= end ? first.word : null;
  }
}
