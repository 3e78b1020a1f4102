import type { TextRange } from '#domain';
import type { ReadableArticle } from '../extraction.js';
import { readDocument } from '../text/document.js';
import type { Document } from '../text/model.js';

/** One space for each white space, unit for unit: a line may break where words are copied from. */
export const evenSpaces = (words: string): string => words.replace(/\s/g, ' ');

/** Where words of a proposal stand in an article: exact characters, or not at all. */
export class ArticleWords {
  private readonly document: Document;
  /** The text that is searched, of which each unit stands where it does in the article. */
  private readonly even: string;
  /** By kind and words: where the last accepted fact of these words ended. */
  private readonly taken = new Map<string, number>();

  constructor(article: ReadableArticle) {
    this.document = readDocument(article);
    this.even = evenSpaces(article.text);
  }

  get text(): string {
    return this.document.text;
  }

  /** The next place these words stand, so that two facts in the same words get a place each; null where there is none left. */
  next(kind: string, words: string): TextRange | null {
    const key = `${kind}\n${words}`;
    const start = this.find(words, this.taken.get(key) ?? 0);
    if (start === -1) return null;
    this.taken.set(key, start + words.length);
    return { start, end: start + words.length };
  }

  private get whole(): TextRange {
    return { start: 0, end: this.text.length };
  }

  has(words: string): boolean {
    return this.find(words, 0) !== -1;
  }

  /** The words' place nearest to a fact, a place before it first: names are given before and behind what is said. */
  nearest(words: string, { start, end }: TextRange, within: TextRange = this.whole): TextRange | null {
    const holds = (at: number) => at >= within.start && at + words.length <= within.end;
    const [before, behind] = [this.findLast(words, end), this.find(words, start)].map((at) =>
      holds(at) ? at : -1,
    ) as [number, number];
    const at = before !== -1 && (behind === -1 || start - before <= behind - end) ? before : behind;
    return at === -1 ? null : { start: at, end: at + words.length };
  }

  /** The sentences of a fact and of the quotation that it stands in. */
  passageOf(range: TextRange): TextRange {
    const { quotes } = this.document;
    const first = quotes.find(({ start, end }) => start <= range.start && range.end <= end);
    if (!first) return this.sentenceOf(range);
    const before = quotes.find(({ index }) => index === first.continues) ?? first;
    const next = quotes.find(({ continues }) => continues === first.index) ?? first;
    return this.sentenceOf({ start: before.start, end: next.end });
  }

  /** With the sentence before and the one behind: as far as what is told of a fact may stand from it. */
  reachOf(range: TextRange): TextRange {
    const { sentences } = this.document;
    const { start, end } = this.passageOf(range);
    return {
      start: sentences.findLast((sentence) => sentence.end <= start)?.start ?? start,
      end: sentences.find((sentence) => sentence.start >= end)?.end ?? end,
    };
  }

  /** From the first to the last sentence that a range touches. */
  sentenceOf({ start, end }: TextRange): TextRange {
    const touched = this.document.sentences.filter(
      (sentence) => sentence.start < end && start < sentence.end,
    );
    return {
      start: Math.min(start, touched[0]?.start ?? start),
      end: Math.max(end, touched.at(-1)?.end ?? end),
    };
  }

  /** Lies within quotation marks from its first to its last character. */
  isQuoted({ start, end }: TextRange): boolean {
    return this.document.quotes.some((quote) => quote.start <= start && end <= quote.end);
  }

  private find(given: string, from: number): number {
    const words = evenSpaces(given);
    for (let at = this.even.indexOf(words, from); at !== -1; at = this.even.indexOf(words, at + 1)) {
      if (this.isWhole(at, words.length)) return at;
    }
    return -1;
  }

  private findLast(given: string, before: number): number {
    const words = evenSpaces(given);
    for (
      let at = this.even.lastIndexOf(words, before);
      at !== -1;
      at = this.even.lastIndexOf(words, at - 1)
    ) {
      if (this.isWhole(at, words.length)) return at;
      if (at === 0) return -1;
    }
    return -1;
  }

  /** "27" does not stand in "270", nor "Ali" in "Alistair". */
  private isWhole(at: number, length: number): boolean {
    const joins = (left: string | undefined, right: string | undefined) =>
      left !== undefined && right !== undefined && LETTER.test(left) && LETTER.test(right);
    return (
      !joins(this.text[at - 1], this.text[at]) && !joins(this.text[at + length - 1], this.text[at + length])
    );
  }
}

const LETTER = /[\p{L}\p{N}\p{M}]/u;
