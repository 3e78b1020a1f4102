import type { TextRange } from '#domain';
import type { Token } from '../text/document.js';
import { textAt } from '../text/token-at.js';

const EDGE = /^[,;:.–—-]+$/;

/** Tokens `first` to before `end` as a range, without commas and stops at its edges; null where nothing is left. */
export function rangeOf(tokens: readonly Token[], first: number, end: number): TextRange | null {
  let from = first;
  let to = end;
  while (from < to && EDGE.test(textAt(tokens, from))) from++;
  while (to > from && EDGE.test(textAt(tokens, to - 1))) to--;
  const start = tokens[from];
  const last = tokens[to - 1];
  return start && last && to > from ? { start: start.start, end: last.end } : null;
}
