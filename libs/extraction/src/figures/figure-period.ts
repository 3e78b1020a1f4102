import type { PeriodMention } from '../dates/index.js';
import { lowerAt, type Word } from '../words/words.js';
import type { Count } from './counts.js';

const SAYS =
  /^(?:said|says|say|told|tells|announced|announces|reported|reports|confirmed|confirming|confirms|added|adding|statement|declared|warned|stated|wrote|claimed|briefing|interview|conference|tweeted|posted)$/;

/** The time of the figure: behind it up to the next one, else before it. The day on which it was said is not its time. */
export function periodOf(
  words: readonly Word[],
  count: Count,
  periods: readonly PeriodMention[],
  next: Count | undefined,
): PeriodMention | null {
  const usable = periods.filter((period) => !tellsUtterance(words, period));
  const end = words[count.to - 1]?.end ?? 0;
  const start = words[count.from]?.start ?? 0;
  const until = next ? (words[next.from]?.start ?? Infinity) : Infinity;
  return (
    usable.find((period) => period.range.start >= end && period.range.start < until) ??
    usable.findLast((period) => period.range.end <= start) ??
    usable[0] ??
    null
  );
}

/** "said on Thursday", "told reporters Monday", "in a statement on Tuesday". */
function tellsUtterance(words: readonly Word[], period: PeriodMention): boolean {
  if (period.rule !== 'moment') return false;
  const at = words.findIndex((word) => word.start === period.range.start);
  return [1, 2, 3].some(
    (back) => SAYS.test(lowerAt(words, at - back)) && !isPastParticiple(words, at - back),
  );
}

/** "were reported on Monday" is about Monday; so is nothing else with "reported" before it. */
function isPastParticiple(words: readonly Word[], at: number): boolean {
  return ['were', 'was', 'been'].includes(lowerAt(words, at - 1));
}
