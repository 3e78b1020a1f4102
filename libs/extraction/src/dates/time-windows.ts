import { smallNumber } from '../words/small-numbers.js';
import { WordList } from '../words/word-list.js';
import { lowerAt, type Word } from '../words/words.js';
import { liesAhead } from './ahead.js';
import { lastUnits } from './moments.js';
import type { Reader } from './period-reading.js';
import type { Span } from './resolve-date.js';

const UNITS = /^(?:hours?|days?|weeks?|fortnights?|months?|years?)$/;

const BEHIND = new WordList(['past', 'last', 'previous', 'recent']);
const FEW = new Set(['few', 'several', 'couple']);

/** "in the past 24 hours", "over the last two weeks", "in recent days", "in the last few days". */
export const pastWindow: Reader = (words, at, published) => {
  const cue = lowerAt(words, at + 1) === 'the' ? at + 2 : at + 1;
  if (!BEHIND.at(words, cue)) return null;
  const { count, to } = windowLength(words, cue + 1);
  const unit = lowerAt(words, to);
  if (!UNITS.test(unit)) return null;
  const calendarUnit = lowerAt(words, cue) === 'last' && to === cue + 1 && cue === at + 1;
  if (calendarUnit) return null;
  const open = published === null || count === null || lowerAt(words, cue) === 'recent';
  const start = open ? null : lastUnits(count, unit, published);
  return { start, end: published, accuracy: accuracyOf(unit), to: to + 1, rule: 'past-window' };
};

/** What a window of days is counted for and not by: "the worst in five days", "the third in two weeks". */
const RANKED = /^(?:worst|most|first|second|third|fourth|fifth|best|only)$|[a-z]{2}est$/;
const SHORT_UNITS = /^(?:hours?|days?|weeks?|fortnight)$/;
const RANK_REACH = 8;

/** "in five days", "in a week of fighting": how long it took, up to the publication day. */
export const within: Reader = (words, at, published) => {
  const { count, to } = windowLength(words, at + 1);
  const unit = lowerAt(words, to);
  if (to === at + 1 || !SHORT_UNITS.test(unit) || liesAhead(words, at)) return null;
  if (words.slice(Math.max(0, at - RANK_REACH), at).some(({ lower }) => RANKED.test(lower))) return null;
  const start = published === null || count === null ? null : lastUnits(count, unit, published);
  return { start, end: published, accuracy: accuracyOf(unit), to: to + 1, rule: 'past-window' };
};

/** "24", "two", "few", "couple of" or nothing (one) before the unit at `to`; count null where it is vague. */
export function windowLength(words: readonly Word[], at: number): { count: number | null; to: number } {
  const word = lowerAt(words, at);
  if (FEW.has(word)) return { count: null, to: lowerAt(words, at + 1) === 'of' ? at + 2 : at + 1 };
  const written = word === 'a' || word === 'one' ? 1 : smallNumber(word);
  return written === null ? { count: 1, to: at } : { count: written, to: at + 1 };
}

function accuracyOf(unit: string): Span['accuracy'] {
  if (unit.startsWith('year')) return 'year';
  if (unit.startsWith('month')) return 'month';
  return unit.startsWith('week') || unit.startsWith('fortnight') ? 'week' : 'day';
}

/** "three days ago", "a week earlier" is not: only "ago" counts from publication. */
export const ago: Reader = (words, at, published) => {
  const count = smallNumber(lowerAt(words, at));
  const unit = lowerAt(words, at + 1);
  if (count === null || !UNITS.test(unit) || words[at + 2]?.lower !== 'ago') return null;
  const day = published === null ? null : lastUnits(count, unit, published);
  return { start: day, end: day, accuracy: accuracyOf(unit), to: at + 3, rule: 'ago' };
};
