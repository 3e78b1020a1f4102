import { lowerAt, type Word } from '../words/words.js';
import { wordList } from '../words/word-list.js';

/** Behind "death" they name what may end in one, or a paper about it. */
const NO_DEATH = wordList(
  'row penalty penalties sentence sentences threat threats squad squads warrant warrants certificate certificates wish trap traps',
);

/** "death row", "death threats": the first of two nouns, which tells of nobody who died. */
export const foretellsDeath = (words: readonly Word[], at: number): boolean =>
  lowerAt(words, at) === 'death' && NO_DEATH.at(words, at + 1);
