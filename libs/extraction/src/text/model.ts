import type { Listed } from '../words/word-list.js';
import type { Runs } from './document-runs.js';

/** A word, number or mark with its place in the raw text (UTF-16, end exclusive): `text` is always the characters there. */
export interface Token extends Listed {
  readonly index: number;
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** Universal part of speech (UPOS), as the tagger sees it: a hint, often wrong on names in headlines. */
  readonly pos: string;
  readonly kind: 'word' | 'number' | 'punct' | 'symbol';
  /** White space (or the text's start) stands before it. */
  readonly spaced: boolean;
  /** Its kinds as bits (see `tokenKind`). */
  readonly is: number;
  /** Index into `Document.sentences`. */
  sentence: number;
  /** Index into `Document.paragraphs`. */
  readonly paragraph: number;
  /** Depth of quotation: index into `Document.quotes` of the innermost region it lies in (marks included), or -1. */
  quote: number;
}

/** From `firstToken` to before `endToken`. */
export interface Sentence {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly firstToken: number;
  readonly endToken: number;
  readonly paragraph: number;
}

export type ParagraphKind = 'body' | 'title' | 'heading' | 'byline' | 'dateline' | 'caption' | 'boilerplate';

export interface Paragraph {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly kind: ParagraphKind;
  /** Offset where the running text starts after a caption glued to it, else null. */
  readonly joint: number | null;
  firstSentence: number;
  endSentence: number;
  firstToken: number;
  endToken: number;
}

/**
 * One paragraph's piece of a quotation. `start`/`end` include the marks, `innerStart`/`innerEnd` do not.
 * A quotation over several paragraphs is a chain: each piece after the first has `continues`.
 */
export interface QuoteRegion {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly paragraph: number;
  readonly mark: 'double' | 'single' | 'guillemet';
  /** False where the closing mark is missing: the piece then runs to its paragraph's end. */
  readonly closed: boolean;
  /** Index of the piece that it goes on from, or -1. */
  readonly continues: number;
}

export interface Document {
  readonly text: string;
  readonly runs: Runs;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly paragraphs: readonly Paragraph[];
  /** Outermost quotations, in text order, never overlapping. */
  readonly quotes: readonly QuoteRegion[];
  readonly title: string | null;
  readonly outlet: string | null;
  /** As given by the caller: nothing is read from the text here. */
  readonly publishedAt: string | null;
}

/** Sentences longer than this (UTF-16) are cut, so that no rule ever sees an unbounded one. */
export const MAX_SENTENCE = 4_000;
