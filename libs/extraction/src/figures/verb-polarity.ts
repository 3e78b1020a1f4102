import { CONJUNCTIONS, PREPOSITIONS, BE, HAVE, isAdverb, MODALS } from './function-words.js';
import { lowerAt, type Word } from '../words/words.js';
import type { Counted } from './counted.js';
import { WordList, wordList } from '../words/word-list.js';

/** "not", "hadn't", "never", "neither killed nor hurt", "unable to flee". */
const NEGATOR = /^(?:not|never|cannot|nor|neither|unable|fail(?:s|ed|ing)?)$|n't$/;
/** "not only killed": said with more force, and not taken back. */
const EMPHASIS = wordList('only just merely simply solely');
/** Besides adverbs, what may stand in a group of verbs, or between a toll and its number. */
const IN_GROUP = new WordList([
  ...[...BE, ...HAVE, ...MODALS, 'do', 'does', 'did', 'to', 'yet', 'ever', 'even', 'expected', 'hit'],
  ...['reach', 'reached', 'risen', 'rise', 'exceed', 'exceeded', 'pass', 'passed', 'climb', 'climbed'],
]);
const INVERTS = wordList('nor neither never');
const AUXILIARY = wordList('do does did has have had');
/** Words of a group of verbs that are searched. */
const GROUP_REACH = 7;
/** Words of a subject that "no" opens: "no shell", "none of them". */
const SUBJECT_REACH = 3;
const NOBODY = /^(?:nobody|none|no-one)$/;
/** "no doubt killed": an adverb. */
const NO_ADVERB = wordList('doubt less longer more matter');

/** The verb that governs a figure is negated, or nobody is its subject: "did not kill 40", "40 were not hurt", "nobody killed 40". */
export function isNegated(words: readonly Word[], { count, at, rule }: Counted): boolean {
  if (rule === 'figure/earlier-total') return false;
  // "were not 40 deaths", "has not reached 40"
  if (groupStart(words, count.from) < 0) return true;
  if (!at) return false;
  if (rule !== 'figure/object-of-verb' && rule !== 'figure/subject-of-verb') return false;
  const group = groupStart(words, at.from);
  if (group < 0) return true;
  return rule === 'figure/object-of-verb' && at.from < count.from && hasNoSubject(words, group);
}

/** The first word of the group of verbs that ends before `at`; -1 where it is negated. */
function groupStart(words: readonly Word[], at: number): number {
  let from = at;
  while (from > at - GROUP_REACH) {
    if (NEGATOR.test(lowerAt(words, from - 1))) {
      if (!EMPHASIS.at(words, from)) return -1;
    } else if (!isInGroup(words, from - 1)) break;
    from -= 1;
  }
  return opensNegated(words, from) ? -1 : from;
}

function isInGroup(words: readonly Word[], at: number): boolean {
  return IN_GROUP.at(words, at) || isAdverb(words[at]);
}

/** "Nor did the militia kidnap 12": the negation stands before the auxiliary, and the subject behind it. */
function opensNegated(words: readonly Word[], from: number): boolean {
  for (let at = from - 1; at > from - 1 - GROUP_REACH; at -= 1) {
    const word = words[at];
    if (word?.kind !== 'word') return false;
    if (INVERTS.holds(word)) return AUXILIARY.at(words, at + 1);
  }
  return false;
}

/** "Nobody", "no one", "no shell" right before the verb; not "with no warning". */
function hasNoSubject(words: readonly Word[], group: number): boolean {
  for (let at = group - 1; at > group - 1 - SUBJECT_REACH; at -= 1) {
    const lower = lowerAt(words, at);
    if (NOBODY.test(lower)) return true;
    if (lower === 'no') return !NO_ADVERB.at(words, at + 1) && !PREPOSITIONS.at(words, at - 1);
    if (words[at]?.kind !== 'word' || PREPOSITIONS.has(lower) || CONJUNCTIONS.has(lower)) return false;
  }
  return false;
}
