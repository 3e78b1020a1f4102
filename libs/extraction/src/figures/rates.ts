import { lowerAt, type Word } from '../words/words.js';
import type { Counted } from './counted.js';
import { endsClause } from './clause-end.js';
import { wordList } from '../words/word-list.js';

const SPAN = wordList('minute hour day night week weekend fortnight month quarter season year decade annum');
const EACH = wordList('per every each');
const ADVERB = wordList('hourly daily nightly weekly monthly yearly annually');
/** "a day after", "a week ago", "a day of fighting": when, or how long. */
const TELLS_WHEN = wordList("ago after before earlier later since into of old from when on long 's");
/** "in a week", "within a day", "half a day" */
const TELLS_HOW_LONG = wordList(
  'in within for over during after before once twice half than of about nearly almost only just and under',
);
/** Another subject: "a road they use every day". */
const SUBJECT = wordList('they he she we i you who which that');
const STOPS = wordList('. ; :');
const JOINS = wordList('and but that');
/** Words behind a figure and its verb that are searched: "killed on the roads of Norvale each month". */
const REACH = 7;
/** Words before the figure: "Every day in Norvale some". */
const HEAD = 8;

/** So many in each day, week or year: "three people a day", "40 are killed every month", "each year some 900 drown". */
export function isRate(words: readonly Word[], { count, at }: Counted): boolean {
  const end = at?.to ?? 0;
  if (isRateBehind(words, count.to) || (end > count.to && isRateBehind(words, end))) return true;
  return isRateBefore(words, count.from);
}

function isRateBehind(words: readonly Word[], from: number): boolean {
  for (let at = from; at < from + REACH; at += 1) {
    const word = words[at];
    if (!word || word.kind === 'mark' || SUBJECT.holds(word) || endsClause(words, at)) return false;
    if (tellsRate(words, at) || ADVERB.holds(word)) return true;
  }
  return false;
}

/** "per day", "every other week". */
function tellsRate(words: readonly Word[], at: number): boolean {
  if (EACH.at(words, at)) return SPAN.at(words, at + 1) || SPAN.at(words, at + 2);
  return lowerAt(words, at) === 'a' && SPAN.at(words, at + 1) && isEach(words, at);
}

function isEach(words: readonly Word[], at: number): boolean {
  return !TELLS_WHEN.at(words, at + 2) && !TELLS_HOW_LONG.at(words, at - 1);
}

/** At the head of the clause: "Every day, 40", "Each year some 900". */
function isRateBefore(words: readonly Word[], from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - HEAD); at -= 1) {
    if (STOPS.at(words, at)) return false;
    const opens = at === 0 || words[at - 1]?.kind === 'mark' || JOINS.at(words, at - 1);
    if (opens && EACH.at(words, at) && SPAN.at(words, at + 1)) return true;
  }
  return false;
}
