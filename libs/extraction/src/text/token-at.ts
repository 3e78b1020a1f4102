import type { Token } from './model.js';

/** Lower-case words of the token at an index, '' beyond either end. */
export function lowerAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token ? token.lower : '';
}

/** The token's characters, '' beyond either end. */
export function textAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token ? token.text : '';
}

/** Part of speech, '' beyond either end. */
export function posAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token ? token.pos : '';
}

/** Lies inside quotation marks (or is one). */
export function isQuotedAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && token.quote >= 0;
}
