import type { StatementForm, TextRange } from '#domain';
import type { Document } from '../text/document.js';
import { firstBehind } from '../text/first-behind.js';
import type { Utterance } from './utterance.js';

export type Form = Extract<StatementForm, 'direct' | 'mixed' | 'indirect'>;

/** From this share of quoted letters on, the words are the speaker's own (the convention of PolNeAR's scorers). */
const DIRECT_SHARE = 0.9;
const LETTER = /[\p{L}\p{N}]/gu;

/** Tells direct from mixed and indirect speech by how many of its letters stand in quotation marks. */
export class Forms {
  private readonly counts: LetterCounts;

  constructor(private readonly document: Document) {
    this.counts = new LetterCounts(document);
  }

  of({ quoted, pieces }: Utterance): Form {
    if (quoted) return 'direct';
    if (!pieces.some((piece) => this.holdsQuotation(piece))) return 'indirect';
    let all = 0;
    let inside = 0;
    for (const { start, end } of pieces) {
      all += this.counts.before(end) - this.counts.before(start);
      inside += this.counts.quotedBefore(end) - this.counts.quotedBefore(start);
    }
    if (inside >= DIRECT_SHARE * all && all > 0) return 'direct';
    return inside > 0 ? 'mixed' : 'indirect';
  }

  private holdsQuotation({ start, end }: TextRange): boolean {
    const { quotes } = this.document;
    return (quotes[firstBehind(quotes, start, (quote) => quote.end)]?.start ?? Infinity) < end;
  }
}

/** Letters and digits before an offset, of all and of those inside quotation marks; counted once, as attributed words hold one another. */
class LetterCounts {
  private readonly offsets: number[] = [];
  private readonly quoted: number[] = [];

  constructor({ text, quotes }: Document) {
    if (quotes.length === 0) return;
    let at = 0;
    let inside = 0;
    for (const { index } of text.matchAll(LETTER)) {
      while (at < quotes.length && (quotes[at]?.innerEnd ?? 0) <= index) at++;
      this.quoted.push(inside);
      this.offsets.push(index);
      if (index >= (quotes[at]?.innerStart ?? Infinity)) inside++;
    }
    this.quoted.push(inside);
  }

  before(offset: number): number {
    return firstBehind(this.offsets, offset - 1, (at) => at);
  }

  quotedBefore(offset: number): number {
    return this.quoted[this.before(offset)] ?? 0;
  }
}
