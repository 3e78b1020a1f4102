import type { Token } from '../text/document.js';
import { posAt } from '../text/token-at.js';
import { phraseStartingAt, type Phrase } from './noun-phrase.js';
import { wordList } from '../words/word-list.js';

/** What carries a count; who issued it stands behind "by" or "from". */
const DOCUMENT = wordList(
  'statement statements report reports figures data statistics tally count estimate estimates information details document documents bulletin update survey records release',
);
const ISSUED_BY = wordList('by from');

/** "a statement made by the council", "figures from the council": the noun phrase of who issued it; null for any other phrase. */
export function issuerOf(tokens: readonly Token[], { first, end }: Phrase, limit: number): Phrase | null {
  let head = first;
  while (head + 1 < end && !ISSUED_BY.at(tokens, head + 1)) head++;
  if (!DOCUMENT.at(tokens, head)) return null;
  const by = posAt(tokens, head + 1) === 'VERB' ? head + 2 : head + 1;
  if (!ISSUED_BY.at(tokens, by)) return null;
  const phrase = phraseStartingAt(tokens, by + 1, limit);
  return phrase && beforeCount(tokens, phrase);
}

/** Cuts a phrase where a count follows it without a comma: "the town council 40 people were ..." */
export function beforeCount(tokens: readonly Token[], phrase: Phrase): Phrase {
  for (let i = phrase.first + 1; i + 1 < phrase.end; i++) {
    if (posAt(tokens, i) === 'NUM' && isNoun(tokens, i - 1) && isNoun(tokens, i + 1))
      return { first: phrase.first, end: i };
  }
  return phrase;
}

function isNoun(tokens: readonly Token[], i: number): boolean {
  return /^(?:NOUN|PROPN)$/.test(posAt(tokens, i));
}
