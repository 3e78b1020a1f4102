import type { Sentence, Token } from '../text/document.js';
import { isTokenKind, tokenKind } from '../text/token-kinds.js';
import { wordList } from '../words/word-list.js';

const DASH = wordList('– — - --');
/** A town in capitals or a bracketed agency: only they make a dateline of what stands before a dash. */
const TOWN = tokenKind((_, text) => /^\p{Lu}{3,}$/u.test(text));
const MAX_DATELINE = 18;

/** Where the story begins in its first sentence: behind "SELBRIDGE, Sept 12 (Northwire) -"; the sentence's start where no dateline stands. */
export function storyStart(tokens: readonly Token[], { firstToken, endToken }: Sentence): number {
  if (!isTokenKind(tokens, firstToken, TOWN)) return firstToken;
  const limit = Math.min(endToken, firstToken + MAX_DATELINE);
  for (let at = firstToken + 1; at < limit; at++) {
    if (isDash(tokens, at)) return at + 1;
  }
  return firstToken;
}

/** Behind the dash that opens the aside in which a cue stands ("The toll - now 40, said Ruiz - has risen"), else where the story begins. */
export function clauseStart(tokens: readonly Token[], sentence: Sentence, cue: number): number {
  const start = storyStart(tokens, sentence);
  let opening = -1;
  for (let at = start; at < cue; at++) if (isDash(tokens, at)) opening = opening < 0 ? at : -1;
  if (opening < 0) return start;
  for (let at = cue + 1; at < sentence.endToken; at++) if (isDash(tokens, at)) return opening + 1;
  return start;
}

/** A dash between words, no hyphen. */
export function isDash(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.spaced === true && tokens[at + 1]?.spaced === true && DASH.at(tokens, at);
}
