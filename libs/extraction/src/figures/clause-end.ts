import { MONTH, WEEKDAY } from '../dates/index.js';
import { isCapital, isKind, lowerAt, type Word } from '../words/words.js';
import { CLAUSE_OPENERS, HAVE } from './function-words.js';
import { CUES } from './metric-cues.js';
import { wordList } from '../words/word-list.js';

export function endsClause(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word) return true;
  if (word.kind === 'mark') return isStop(words, at);
  if (word.lower === 'as') return !CUES.has(lowerAt(words, at + 1)) && lowerAt(words, at + 1) !== 'well';
  if (word.lower === 'since') return !HAVE.at(words, at - 1) && !tellsDate(words, at + 1);
  return CLAUSE_OPENERS.holds(word);
}

const STOPS = wordList('; : ? ! …');
const FULL_STOPS = wordList('. ! ?');
const DASHES = wordList('— – -');
const YEAR = /^(?:19|20)\d\d$/;
const CLOCK = wordList(": am pm a.m. p.m. o'clock gmt");

/** "since 7 October", "since June", "since 2019", "since 6 p.m."; not "since 40 houses fell". */
function tellsDate(words: readonly Word[], at: number): boolean {
  if (words[at]?.kind !== 'number') return isKind(words, at, MONTH | WEEKDAY);
  return YEAR.test(lowerAt(words, at)) || isKind(words, at + 1, MONTH) || CLOCK.at(words, at + 1);
}

function isStop(words: readonly Word[], at: number): boolean {
  if (STOPS.at(words, at)) return true;
  if (DASHES.at(words, at)) return words[at]?.spaced === true;
  return lowerAt(words, at) === '.' && isCapital(words[at + 1]) && (words[at - 1]?.text.length ?? 0) > 3;
}

/** A stop with a capital behind it, as between the sentences of one quotation. */
export function endsSentence(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  if (!FULL_STOPS.at(words, at) || !next?.spaced || !isCapital(next)) return false;
  return (words[at - 1]?.text.length ?? 0) > 3;
}
