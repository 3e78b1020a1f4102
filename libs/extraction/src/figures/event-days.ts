import type { TextRange } from '#domain';
import type { Period } from '../dates/index.js';
import { firstBehind } from '../text/first-behind.js';
import { wordList } from '../words/word-list.js';
import { lowerAt, type Word } from '../words/words.js';
import { isAdverb } from './function-words.js';
import { eventsIn } from './event-nouns.js';
import { STRUCK } from './struck-verbs.js';

const LEADS = wordList('of on in at after for over and');
const RELATIVE = wordList('that which');
const POINTS = wordList('the this that these those');
const HAD = wordList('has had have');
/** Words of "devastating car bomb attack" behind "Sunday's", and of "deadly ferry" behind "the". */
const PHRASE = 5;
/** Words of "hit the coast of Norvale late" before the day. */
const CLAUSE = 10;

/** Whether a day is that of an event the sentence points to: "Monday's quake", "the ferry that capsized on Monday". */
export function isDayOfEvent(words: readonly Word[], { start, end }: TextRange): boolean {
  const first = firstBehind(words, start - 1, startOfWord);
  const behind = firstBehind(words, end - 1, startOfWord);
  return ownsEvent(words, behind) || closesRelative(words, first);
}

/** What an event has come to is counted from its day on, up to when it is told. */
export const sinceEvent = (period: Period): Period => ({
  ...period,
  start: period.start ?? period.end,
  end: null,
});

const startOfWord = ({ start }: Word): number => start;

/** "Sunday's car bomb attack" */
function ownsEvent(words: readonly Word[], behind: number): boolean {
  if (!/^['’]s$/.test(lowerAt(words, behind))) return false;
  const phrase = words.slice(behind + 1, behind + 1 + PHRASE);
  const until = phrase.findIndex((word) => word.kind !== 'word' || LEADS.holds(word));
  return eventsIn(until < 0 ? phrase : phrase.slice(0, until)).length > 0;
}

/** "the quake that struck Norvale on": the clause of a noun with "the". */
function closesRelative(words: readonly Word[], day: number): boolean {
  for (let at = day - 1; at >= Math.max(2, day - CLAUSE) && words[at]?.kind === 'word'; at -= 1) {
    if (!STRUCK.at(words, at)) continue;
    let opener = at - 1;
    while (HAD.at(words, opener) || isAdverb(words[opener])) opener -= 1;
    if (!RELATIVE.at(words, opener)) continue;
    return isPointedAt(words, lowerAt(words, opener - 1) === ',' ? opener - 2 : opener - 1);
  }
  return false;
}

function isPointedAt(words: readonly Word[], noun: number): boolean {
  for (let at = noun - 1; at >= noun - PHRASE && words[at]?.kind === 'word'; at -= 1)
    if (POINTS.at(words, at)) return true;
  return false;
}
