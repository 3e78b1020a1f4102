import type { PeriodMention } from '../dates/index.js';
import { lowerAt, type Word } from '../words/words.js';
import type { Count } from './counts.js';

const SAYS =
  /^(?:said|says|say|told|tells|announced|announces|reported|reports|confirmed|confirming|confirms|added|adding|statement|declared|warned|stated|wrote|claimed|briefing|interview|conference|tweeted|posted)$/;

/** The periods of a sentence without the days on which something was said: "said on Thursday", "in a statement on Tuesday". */
export function periodsOfEvents(words: readonly Word[], periods: readonly PeriodMention[]): PeriodMention[] {
  if (periods.length === 0) return [];
  const index = new Map(words.map((word, at) => [word.start, at]));
  return periods.filter(({ rule, range }) => {
    const at = index.get(range.start) ?? 0;
    return rule !== 'moment' || ![1, 2, 3].some((back) => isSaying(words, at - back));
  });
}

/** In "were reported on Monday" the day is the event's. */
function isSaying(words: readonly Word[], at: number): boolean {
  return SAYS.test(lowerAt(words, at)) && !['were', 'was', 'been'].includes(lowerAt(words, at - 1));
}

/** The time of a figure: behind it up to the next one, else before it, else any of its sentence. */
export function periodOf(
  words: readonly Word[],
  count: Count,
  periods: readonly PeriodMention[],
  next: Count | undefined,
): PeriodMention | null {
  const end = words[count.to - 1]?.end ?? 0;
  const start = words[count.from]?.start ?? 0;
  const until = next ? (words[next.from]?.start ?? Infinity) : Infinity;
  const behind = periods.find(({ range }) => range.start >= end && range.start < until);
  return behind ?? periods.findLast(({ range }) => range.end <= start) ?? periods[0] ?? null;
}
