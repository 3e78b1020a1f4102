import type { FigureMention, Source } from '../../extraction.js';
import { readDocument } from '../../text/document.js';
import { findFigures } from '../find-figures.js';

/** The figures of a text published on Thursday 15 July 2021, by default in the reporter's own voice. */
export function figuresOf(text: string, source: Source | null = null): FigureMention[] {
  const speech = { attributionOf: () => (source ? [source] : []), isDenied: () => false };
  return findFigures(readDocument({ text }), speech, '2021-07-15');
}

/** "at least 12 people = killed" for each figure of a text. */
export function briefly(text: string): string[] {
  return figuresOf(text).map(({ quote, metric }) => `${text.slice(quote.start, quote.end)} = ${metric}`);
}
