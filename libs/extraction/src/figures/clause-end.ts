import { isCapital, lowerAt, type Word } from '../words/words.js';
import { CLAUSE_OPENERS, HAVE } from './function-words.js';
import { CUES } from './metric-cues.js';

export function endsClause(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word) return true;
  if (word.kind === 'mark') return isStop(words, at);
  if (word.lower === 'as') return !CUES.has(lowerAt(words, at + 1)) && lowerAt(words, at + 1) !== 'well';
  // "have since died"
  if (word.lower === 'since' && HAVE.has(lowerAt(words, at - 1))) return false;
  return CLAUSE_OPENERS.has(word.lower);
}

function isStop(words: readonly Word[], at: number): boolean {
  const { text, spaced } = words[at] ?? { text: '', spaced: false };
  if (/^[;:?!…]$/.test(text)) return true;
  if (/^[—–-]$/.test(text)) return spaced;
  return text === '.' && isCapital(words[at + 1]) && (words[at - 1]?.text.length ?? 0) > 3;
}
