import { lowerAt, type Word } from '../words/words.js';
import { wordList } from '../words/word-list.js';
import { CHANGES } from './total-words.js';

/** Verbs whose "over" is their own: what is handed, taken or run over. */
const GOES_OVER = wordList(
  `hand hands handed handing take takes took taken taking turn turns turned turning cross crosses crossed crossing
  give gives gave given giving sign signs signed signing win wins won winning run runs ran running
  bring brings brought bringing pass passes passed passing roll rolls rolled rolling`,
);

/** What is told or felt is "about" something: "concerned about", "spoke about", "information about". */
const IS_ABOUT = wordList(
  `concerned worried anxious uneasy alarmed angry upset spoke speak speaks speaking spoken talk talks talked talking hear hears heard
  learn learned learnt learning complain complains complained complaining inquired enquired concern concerns worry worries information news details
  questions complaints testimony fears anxiety`,
);
const TELLS = wordList(
  'tell tells told telling ask asks asked asking inform informed remind reminded warn warned',
);
const TOLD = wordList('him her them me us you it reporters journalists');

/**
 * Whether the word before a number belongs to the words before it and bounds nothing: "handed over 70 prisoners", "spoke about 12
 * deaths", but "freed over 70 prisoners", "killed about 12".
 */
export function isTheirOwn(words: readonly Word[], at: number): boolean {
  const lower = lowerAt(words, at);
  // "climbs past 300", but "drove past 40 soldiers" and "half past 12"
  if (lower === 'past') return !CHANGES.has(lowerAt(words, at - 1));
  if (lower === 'over') return GOES_OVER.at(words, at - 1);
  if (lower !== 'about') return false;
  return IS_ABOUT.at(words, at - 1) || (TOLD.at(words, at - 1) && TELLS.at(words, at - 2));
}
