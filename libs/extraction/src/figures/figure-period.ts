import type { TextRange } from '#domain';
import type { Period, PeriodMention } from '../dates/index.js';
import { lowerAt, rangeOf, type Word } from '../words/words.js';
import { endsSentence } from './clause-end.js';
import { BE, HAVE, MODALS } from './function-words.js';
import { firstBehind } from '../text/first-behind.js';
import type { Count } from './counts.js';
import { STRUCK } from './struck-verbs.js';
import { WordList, wordList } from '../words/word-list.js';

const SAYS = wordList(
  'said says say told tells announced announces reported reports confirmed confirming confirms added adding statement declared warned stated wrote claimed briefing interview conference tweeted posted',
);
/** When an attack began, a report came out or a hall was built is not when people died in it. */
const BEGINS = wordList(
  'started began begun starting beginning launched resumed published released issued built founded established opened designed constructed elected appointed born signed',
);
const WHERE = wordList('where which who whose');
const AUXILIARY = new WordList([...BE, ...HAVE, ...MODALS]);
/** They open a clause that goes on with something else. */
const GOES_ON = wordList('while but whereas ;');
const LED = wordList('on in during at over');
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
      !isRecorded(words, at) &&
      [...(lowerAt(words, at - 1) === 'that' ? [] : [at - 1, at - 2, at - 3]), after].some((verb) =>
        isSaying(words, verb, verb < at ? at : words.length),
      );
    return !said && !BEGINS.at(words, at - 1) && !isDateline(words, at, range.end);
  });
}

const startOfWord = ({ start }: Word): number => start;

/** "567 cases reported in October": counted in that month. */
function isRecorded(words: readonly Word[], at: number): boolean {
  return (
    /^(?:in|during)$/.test(lowerAt(words, at)) && /^(?:reported|confirmed)$/.test(lowerAt(words, at - 1))
  );
}

/** In "were reported on Monday" the day is the event's. `time`: where the time behind the verb begins. */
function isSaying(words: readonly Word[], at: number, time: number): boolean {
  if (!SAYS.at(words, at)) return false;
  const before = lowerAt(words, at - 1);
  // "claimed seven lives on Sunday"
  const isTimeNext = at + 1 >= time;
  if (
    lowerAt(words, at) === 'claimed' &&
    words[at + 1] &&
    !isTimeNext &&
    !/^(?:on|in|that|,)$/.test(lowerAt(words, at + 1))
  )
    return false;
  return before !== 'were' && before !== 'was' && before !== 'been';
}

/** "TOWN, March 9 (Agency) --", "Friday 6 April 2012 07:45": a date that nothing leads to, at the head or behind a town. */
function isDateline(words: readonly Word[], at: number, end: number): boolean {
  if (!words.slice(at, at + 3).some((word) => word.kind === 'number' && word.end <= end)) return false;
  const town = lowerAt(words, at - 1) === ',' && /^\p{Lu}{3,}$/u.test(words[at - 2]?.text ?? '');
  return town || (at < DATELINE && !LED.at(words, at) && lowerAt(words, at - 1) !== 'of');
}

/** A figure with the counts beside it, and the period of the total it is a part of. */
export interface PeriodScope {
  /** Word index from which the sentence speaks of another total ("bringing to 33 the number ...", "up from 17"). */
  readonly until: number;
  /** The period of an earlier total is its own or that of the earlier total it is a part of. */
  readonly isEarlier: boolean;
  readonly count: Count;
  readonly first: Count;
  readonly next: Count | undefined;
  readonly total: Period | null;
  /** Where what is said of a total alone begins; null for any other figure. */
  readonly own: number | null;
}

/** Behind the figure up to the next one; else its total's; else at the head of the sentence, before the first figure; else behind. */
export function periodOf(
  words: readonly Word[],
  { count, first, next, total, until: last, isEarlier, own }: PeriodScope,
  periods: readonly PeriodMention[],
): Period | null {
  const behind = periodsBehind(words, count, startOf(words, last), periods);
  const near =
    rightBefore(words, count, periods) ??
    ofTotal(words, count, own, periods) ??
    beforeNext(words, next, behind, periods);
  if (near || isEarlier) return near?.period ?? total;
  const opening = rangeOf(words, first.from, first.to).start;
  return total ?? (atHead(words, periods, opening) ?? behind[0])?.period ?? null;
}

/** Behind a count and before the next one, whose own it is not. */
function beforeNext(
  words: readonly Word[],
  next: Count | undefined,
  behind: readonly PeriodMention[],
  periods: readonly PeriodMention[],
): PeriodMention | undefined {
  const until = startOf(words, next?.from);
  const ofNext = next && rightBefore(words, next, periods);
  return behind.find((one) => one.range.start < until && one !== ofNext);
}

function periodsBehind(
  words: readonly Word[],
  { from, to }: Count,
  limit: number,
  periods: readonly PeriodMention[],
): PeriodMention[] {
  const { end } = rangeOf(words, from, to);
  const reach = Math.min(limit, ownEnd(words, to));
  return periods.filter(
    ({ range }) => range.start >= end && range.start < reach && !isInBracket(words, range.start, to),
  );
}

/** The last one before the first figure. */
function atHead(
  words: readonly Word[],
  periods: readonly PeriodMention[],
  opening: number,
): PeriodMention | undefined {
  return periods.findLast(
    ({ range }) =>
      range.end <= opening &&
      !isOfAside(words, range, opening) &&
      !isOfOutcome(words, range.end, opening) &&
      !isOfPartBefore(words, range.end, opening),
  );
}

/** Within one quotation: "We came on Monday. Nine died."; "said that they came on Monday, and that nine had died". */
function isOfPartBefore(words: readonly Word[], end: number, opening: number): boolean {
  for (let at = firstBehind(words, end - 1, startOfWord); startOf(words, at) < opening; at += 1)
    if (endsSentence(words, at) || (lowerAt(words, at) === ',' && opensNextThat(words, at + 1))) return true;
  return false;
}

const opensNextThat = (words: readonly Word[], at: number): boolean =>
  lowerAt(words, at) === 'and' && lowerAt(words, at + 1) === 'that';

/** "They searched on Monday for survivors after a slide killed 40": by then the 40 were dead. */
function isOfOutcome(words: readonly Word[], end: number, opening: number): boolean {
  for (let at = firstBehind(words, opening - 1, startOfWord) - 1; at >= 0; at -= 1) {
    const word = words[at];
    if (!word || word.start < end || word.kind === 'mark') return false;
    if (word.lower === 'after') return true;
  }
  return false;
}

/** "and in June 49 were killed": right before the count it is the count's own. */
function rightBefore(
  words: readonly Word[],
  { from }: Count,
  periods: readonly PeriodMention[],
): PeriodMention | undefined {
  const last = lowerAt(words, from - 1) === ',' ? from - 2 : from - 1;
  const end = words[last]?.end;
  return last > 0 ? periods.find(({ range }) => range.end === end) : undefined;
}

/** "by Tuesday it was 19", "the total since October 7 is 4,300": between what opens it and the number. */
function ofTotal(
  words: readonly Word[],
  { from }: Count,
  own: number | null,
  periods: readonly PeriodMention[],
): PeriodMention | undefined {
  if (own === null) return undefined;
  const [start, end] = [startOf(words, own), startOf(words, from)];
  return periods.findLast(({ range }) => range.start >= start && range.end <= end);
}

/** Where a clause of a place or of somebody else ends what a figure's own time may stand in. */
function ownEnd(words: readonly Word[], from: number): number {
  for (let at = from; at < words.length; at += 1) {
    const lower = lowerAt(words, at);
    if (GOES_ON.at(words, at) || opensNextThat(words, at)) return startOf(words, at);
    if (lower === ',' && (WHERE.at(words, at + 1) || closesRelative(words, from, at)))
      return startOf(words, at);
    if (goesOnLater(words, at) || endsSentence(words, at)) return startOf(words, at);
    // "87,300, a third of whom arrived in August"
    if (lower === 'whom' && lowerAt(words, at - 1) === 'of') return startOf(words, partStart(words, at));
  }
  return Infinity;
}

/** "The search, in which nine died, is to go on until Friday": behind the comma the main clause goes on. */
function closesRelative(words: readonly Word[], count: number, comma: number): boolean {
  if (!AUXILIARY.at(words, comma + 1)) return false;
  for (let at = count - 1; at >= 0 && words[at]?.kind !== 'mark'; at -= 1)
    if (WHERE.at(words, at) || lowerAt(words, at) === 'that') return true;
  return false;
}

/** "900 people (some of whom came on Monday) fled": in a bracket that opens behind the count with anything but the time. */
function isInBracket(words: readonly Word[], start: number, from: number): boolean {
  let opened = -1;
  for (let at = from; at < words.length && startOf(words, at) < start; at += 1) {
    if (lowerAt(words, at) === '(') opened = at;
    else if (lowerAt(words, at) === ')') opened = -1;
  }
  return opened >= 0 && startOf(words, opened + 1) < start;
}

/** ", then blew north on Monday", "before heading north on Monday": what happened afterwards. */
function goesOnLater(words: readonly Word[], at: number): boolean {
  const lower = lowerAt(words, at);
  if (lower === 'then') return /^(?:,|and)$/.test(lowerAt(words, at - 1));
  return lower === 'before' && lowerAt(words, at + 1).endsWith('ing');
}

/** Where the clause of "a third of whom" begins. */
function partStart(words: readonly Word[], whom: number): number {
  const comma = words.slice(0, whom).findLastIndex(({ text }) => text === ',');
  return comma < 0 ? whom : comma;
}

/** "The governor, who came on Monday, said 40 had died": the day is that of the aside; "the quake, which struck on Monday, killed 40" tells its own. */
function isOfAside(words: readonly Word[], { start, end }: TextRange, until: number): boolean {
  let aside = false;
  for (let at = 0; at < words.length && startOf(words, at) < start; at += 1) {
    if (lowerAt(words, at) === ',') aside = WHERE.at(words, at + 1) && !STRUCK.at(words, at + 2);
  }
  return aside && words.some((word) => word.text === ',' && word.start >= end && word.end <= until);
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
