import type { Token } from './model.js';

// An index below zero is looked up as a property's name, which costs more than all else a rule does: it is never tried.

/** Lower-case words of the token at an index, '' beyond either end. */
export function lowerAt(tokens: readonly Token[], at: number): string {
  const token = at < 0 ? undefined : tokens[at];
  return token ? token.lower : '';
}

/** The token's characters, '' beyond either end. */
export function textAt(tokens: readonly Token[], at: number): string {
  const token = at < 0 ? undefined : tokens[at];
  return token ? token.text : '';
}

/** Part of speech, '' beyond either end. */
export function posAt(tokens: readonly Token[], at: number): string {
  const token = at < 0 ? undefined : tokens[at];
  return token ? token.pos : '';
}

/** Lies inside quotation marks (or is one). */
export function isQuotedAt(tokens: readonly Token[], at: number): boolean {
  const token = at < 0 ? undefined : tokens[at];
  return token !== undefined && token.quote >= 0;
}
