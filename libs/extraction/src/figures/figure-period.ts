import type { Period, PeriodMention } from '../dates/index.js';
import { lowerAt, rangeOf, type Word } from '../words/words.js';
import { firstBehind } from '../text/first-behind.js';
import type { Count } from './counts.js';

const SAYS =
  /^(?:said|says|say|told|tells|announced|announces|reported|reports|confirmed|confirming|confirms|added|adding|statement|declared|warned|stated|wrote|claimed|briefing|interview|conference|tweeted|posted)$/;
const BEGINS = /^(?:started|began|begun|starting|beginning|launched|resumed)$/;
const LED = /^(?:on|in|during|at|over)$/;
/** A dateline's date stands in the first words of a sentence. */
const DATELINE = 8;

/**
 * The periods of a sentence that may tell when people were killed or fled: not the day on which something was said ("said on
 * Thursday", "on Thursday said"), not when an attack began ("strikes that started late on Monday"), not a dateline, not "in recent years".
 */
export function periodsOfEvents(words: readonly Word[], periods: readonly PeriodMention[]): PeriodMention[] {
  if (periods.length === 0) return [];
  return periods.filter(({ rule, range, period }) => {
    if (rule === 'past-window') return !/\brecent years$/i.test(period.text);
    if (rule !== 'moment') return true;
    const at = Math.max(0, firstBehind(words, range.start - 1, startOfWord));
    const after = firstBehind(words, range.end - 1, startOfWord);
    const said =
      isSaying(words, at - 1) || isSaying(words, at - 2) || isSaying(words, at - 3) || isSaying(words, after);
    return !said && !BEGINS.test(lowerAt(words, at - 1)) && !isDateline(words, at);
  });
}

const startOfWord = ({ start }: Word): number => start;

/** In "were reported on Monday" the day is the event's. */
function isSaying(words: readonly Word[], at: number): boolean {
  if (!SAYS.test(lowerAt(words, at))) return false;
  const before = lowerAt(words, at - 1);
  return before !== 'were' && before !== 'was' && before !== 'been';
}

/** "TOWN, March 9 (Agency) --", "Friday 6 April 2012 07:45": a date that nothing leads to, at the head or behind a town. */
function isDateline(words: readonly Word[], at: number): boolean {
  if (!words.slice(at, at + 3).some((word) => word.kind === 'number')) return false;
  const town = lowerAt(words, at - 1) === ',' && /^\p{Lu}{3,}$/u.test(words[at - 2]?.text ?? '');
  return town || (at < DATELINE && !LED.test(lowerAt(words, at)) && lowerAt(words, at - 1) !== 'of');
}

/** A figure with the counts beside it, and the period of the total it is a part of. */
export interface PeriodScope {
  /** Word index from which the sentence speaks of another total ("bringing to 33 the number ...", "up from 17"). */
  readonly until: number;
  /** The period of an earlier total is its own or none. */
  readonly isEarlier: boolean;
  readonly count: Count;
  readonly first: Count;
  readonly next: Count | undefined;
  readonly total: Period | null;
}

/** Behind the figure up to the next one; else its total's; else at the head of the sentence, before the first figure; else behind. */
export function periodOf(
  words: readonly Word[],
  { count, first, next, total, until: last, isEarlier }: PeriodScope,
  periods: readonly PeriodMention[],
): Period | null {
  const { end } = rangeOf(words, count.from, count.to);
  const opening = rangeOf(words, first.from, first.to).start;
  const until = startOf(words, next?.from);
  const limit = startOf(words, last);
  const behind = periods.filter(({ range }) => range.start >= end && range.start < limit);
  const near = behind.find(({ range }) => range.start < until);
  if (near || total || isEarlier) return near?.period ?? (isEarlier ? null : total);
  return (periods.findLast(({ range }) => range.end <= opening) ?? behind[0])?.period ?? null;
}

function startOf(words: readonly Word[], at = Infinity): number {
  return words[at]?.start ?? Infinity;
}

/** "The toll rose to 29 on Thursday": by then, not on that day alone; null for any other period. */
export function reachedBy(period: Period): Period | null {
  const { accuracy, start, end, text } = period;
  const isDay = accuracy === 'day' && (start === null || start === end) && !/\balone$/.test(text);
  return isDay ? { ...period, start: null } : null;
}
