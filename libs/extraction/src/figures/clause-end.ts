import { MONTH, WEEKDAY } from '../dates/index.js';
import { isCapital, isKind, lowerAt, type Word } from '../words/words.js';
import { CLAUSE_OPENERS, HAVE } from './function-words.js';
import { CUES } from './metric-cues.js';

export function endsClause(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word) return true;
  if (word.kind === 'mark') return isStop(words, at);
  if (word.lower === 'as') return !CUES.has(lowerAt(words, at + 1)) && lowerAt(words, at + 1) !== 'well';
  if (word.lower === 'since') return !HAVE.has(lowerAt(words, at - 1)) && !tellsDate(words, at + 1);
  return CLAUSE_OPENERS.has(word.lower);
}

const YEAR = /^(?:19|20)\d\d$/;
const CLOCK = /^(?::|am|pm|a\.m\.|p\.m\.|o'clock|gmt)$/;

/** "since 7 October", "since June", "since 2019", "since 6 p.m."; not "since 40 houses fell". */
function tellsDate(words: readonly Word[], at: number): boolean {
  if (words[at]?.kind !== 'number') return isKind(words, at, MONTH | WEEKDAY);
  return YEAR.test(lowerAt(words, at)) || isKind(words, at + 1, MONTH) || CLOCK.test(lowerAt(words, at + 1));
}

function isStop(words: readonly Word[], at: number): boolean {
  const { text, spaced } = words[at] ?? { text: '', spaced: false };
  if (/^[;:?!…]$/.test(text)) return true;
  if (/^[—–-]$/.test(text)) return spaced;
  return text === '.' && isCapital(words[at + 1]) && (words[at - 1]?.text.length ?? 0) > 3;
}
