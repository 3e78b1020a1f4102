import { WordClasses } from '../words/word-classes.js';

/** The kinds of words that the readers of speech ask for. */
export const TOKEN_CLASSES = new WordClasses();

/** Declares a kind of tokens before anything is read: its lower-case words, a pattern or a test. Gives the bit of `Token.is`. */
export const tokenKind = (kind: Parameters<WordClasses['define']>[0]): number => TOKEN_CLASSES.define(kind);

/** The token at an index is of one of the kinds; false beyond either end. */
export function isTokenKind(tokens: readonly { readonly is: number }[], at: number, kinds: number): boolean {
  return at >= 0 && at < tokens.length && ((tokens[at]?.is ?? 0) & kinds) !== 0;
}
