import { IsInt, IsString, Min } from 'class-validator';

/** Characters kept on each side of a span, so that it can be found again after a revision (W3C Web Annotation TextQuoteSelector). */
export const SPAN_CONTEXT = 32;

/**
 * Exact words in an article's stored raw text: both selectors of the W3C Web Annotation model.
 * `start` and `end` count Unicode code points, end exclusive; the code points at start..end are always `exact`.
 */
export class TextSpan {
  @IsInt() @Min(0) start: number;
  @IsInt() @Min(0) end: number;
  @IsString() exact: string;
  @IsString() prefix: string;
  @IsString() suffix: string;
}

/** A range of UTF-16 code units, as JavaScript strings count them; end exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Converts between UTF-16 offsets and code points of one text.
 * Only the positions of surrogate pairs are kept, so a text without any costs nothing.
 */
export class CodePointIndex {
  private readonly pairs: number[] = [];

  constructor(private readonly text: string) {
    for (const match of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) this.pairs.push(match.index);
  }

  /** Code points before UTF-16 offset `utf16`. */
  toCodePoint(utf16: number): number {
    return utf16 - this.pairsBefore(utf16);
  }

  /** UTF-16 offset of code point `codePoint`. */
  toUtf16(codePoint: number): number {
    let low = 0;
    let high = this.pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const pair = this.pairs[middle] ?? 0;
      if (pair - middle < codePoint) low = middle + 1;
      else high = middle;
    }
    return codePoint + low;
  }

  /** The span of a UTF-16 range, with its words and their surroundings. Never cuts a surrogate pair. */
  spanOf({ start, end }: TextRange): TextSpan {
    const span = new TextSpan();
    span.start = this.toCodePoint(start);
    span.end = this.toCodePoint(end);
    span.exact = this.text.slice(start, end);
    span.prefix = this.slice(Math.max(0, span.start - SPAN_CONTEXT), span.start);
    span.suffix = this.slice(span.end, span.end + SPAN_CONTEXT);
    return span;
  }

  /** The text between two code points. */
  slice(start: number, end: number): string {
    return this.text.slice(this.toUtf16(start), this.toUtf16(end));
  }

  private pairsBefore(utf16: number): number {
    let low = 0;
    let high = this.pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.pairs[middle] ?? 0) < utf16) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
