import type { PeriodMention } from '../dates/index.js';
import { CAPITAL, isCapital, isKind, lowerAt, wordKind, type Word } from '../words/words.js';
import { BE, beginsObject, HAVE } from './function-words.js';
import { CUES } from './metric-cues.js';
import { PEOPLES, readCountedNoun, type NounPhrase } from './counted-noun.js';
import { NOT_PEOPLE, STATE } from './noun-lexicon.js';
import { bound, type Bounded } from './quantifiers.js';
import { behindAside, NUMBER, readNumber, type NumberReading } from './read-number.js';
import { isMeasured } from './not-a-count.js';
import { isAgent } from './agent-nouns.js';
import { CHANGES, SETS } from './total-words.js';
import { DEPRIVES } from './fate-verbs.js';
import { wordList } from '../words/word-list.js';

/**
 * A number that may count people or homes. `noun`: with the noun it counts; `state`: with an adjective in its place ("27 dead");
 * `more`: "12 more", "five others"; `part`: "12 of them", "500 of the 4,000"; `bare`: nothing after it says what it counts.
 */
type CountForm = 'noun' | 'state' | 'more' | 'part' | 'bare';

export interface Count {
  readonly number: NumberReading;
  readonly bounded: Bounded;
  readonly form: CountForm;
  readonly noun: NounPhrase | null;
  /** Word range of the quote, from the quantifier to the counted noun. */
  readonly from: number;
  readonly to: number;
  /** The total that another rose or fell from: the 30 of "rose from 30 to 45". */
  readonly earlier: boolean;
}

/** "7,214 persons (1,688 households": right behind the bracket that a count opens, the same people in another unit. */
export function isInOtherUnit(words: readonly Word[], before: Count | undefined, count: Count): boolean {
  return before !== undefined && count.from === before.to + 1 && words[before.to]?.text === '(';
}

/** Numbers read in one sentence, from its start: more is a table or an attack, and each looks at the words around it. */
const MAX_NUMBERS = 60;

/** Every number of the sentence that may count people or homes, in order. Those of dates, sums and measures are left out. */
export function findCounts(words: readonly Word[], periods: readonly PeriodMention[]): Count[] {
  const counts: Count[] = [];
  let numbers = 0;
  for (let at = 0; at < words.length && numbers < MAX_NUMBERS; at += 1) {
    const number = isKind(words, at, NUMBER) ? numberAt(words, at) : null;
    if (!number) continue;
    numbers += 1;
    const last = counts.at(-1);
    const overlaps = last !== undefined && at < last.to && at < last.number.to;
    if (!overlaps && !inPeriod(words, number, periods) && !isMeasured(words, number)) {
      const count = countOf(words, number);
      if (count) counts.push(count);
    }
    at = number.to - 1;
  }
  return counts;
}

const RISES = new Set(['up', 'went', 'gone', ...CHANGES, ...SETS]);
/** Words of "raised the number of injured from". */
const RISE_REACH = 9;

const ROUGHLY = /^(?:about|around|approximately|nearly|almost|some|roughly)$/;

const RISES_FROM = new Set(['from', 'by']);

/**
 * In "rose from 30 to 45" and "rose by five to 45" the two are no range: the second is the figure, and the first, behind "from", the
 * same total before; what it rose by is none.
 */
function numberAt(words: readonly Word[], at: number): NumberReading | null {
  const number = readNumber(words, at);
  if (!number || number.max === null || !isRise(words, at)) return number;
  const joint = jointBehind(words, at);
  if (joint < 0) return number;
  if (lowerAt(words, at - 1) === 'by') return readNumber(words, joint + 1);
  return readNumber(words.slice(0, joint), at) ?? number;
}

/** "rose from", "has swollen by" stand before the number. */
function isRise(words: readonly Word[], at: number): boolean {
  const from = ROUGHLY.test(lowerAt(words, at - 1)) ? at - 2 : at - 1;
  if (!RISES_FROM.has(lowerAt(words, from))) return false;
  const start = Math.max(0, from - RISE_REACH);
  return words.slice(start, from).some((word) => RISES.has(word.lower));
}

function jointBehind(words: readonly Word[], at: number): number {
  return words.findIndex((word, index) => index > at && word.lower === 'to');
}

/** The first of "rose from 30 to 45". */
function isEarlier(words: readonly Word[], { from, to }: NumberReading): boolean {
  const before = ROUGHLY.test(lowerAt(words, from - 1)) ? from - 2 : from - 1;
  return lowerAt(words, before) === 'from' && isRise(words, from) && lowerAt(words, to) === 'to';
}

function inPeriod(words: readonly Word[], number: NumberReading, periods: readonly PeriodMention[]): boolean {
  const start = words[number.from]?.start ?? 0;
  return periods.some((period) => period.range.start <= start && start < period.range.end);
}

function countOf(words: readonly Word[], number: NumberReading): Count | null {
  const bounded = bound(words, number);
  const base = { number, bounded };
  const at = bounded.to;
  const behind = at === number.to ? behindAside(words, number) : at;
  const of = lowerAt(words, behind) === 'out' ? behind + 1 : behind;
  if (lowerAt(words, of) !== 'of') return isOfThings(words, at) ? null : formOf(words, base, at, at);
  const first = wholeBehind(words, of + 1);
  if (first > 0) return partOf(words, base, of, first);
  const whole = number.vague === null && words[of + 1]?.kind === 'number' ? readNumber(words, of + 1) : null;
  if (whole) return isRatio(words, whole, of > at) ? null : countFrom(words, base, 'part', null, at);
  return formOf(words, base, countsWithOf(number) ? of + 1 : at, at);
}

/** "freed 40 of 112 passengers", but "nine out of 10 families" is a ratio and "203 of 240 districts" counts things. */
function isRatio(words: readonly Word[], { value, to: at }: NumberReading, isOutOf: boolean): boolean {
  if (isOutOf && RATIOS.has(value ?? 0)) return true;
  const noun = readCountedNoun(words, at);
  const isOfThings = noun === null || (noun.unknown && !isAgent(lowerAt(words, noun.head)));
  return beginsObject(words[at]) && isOfThings && !CUES.has(lowerAt(words, at));
}

type CountBase = Pick<Count, 'number' | 'bounded'>;

/** All counts are made here, in one shape. */
function countFrom(
  words: readonly Word[],
  { number, bounded }: CountBase,
  form: CountForm,
  noun: NounPhrase | null,
  to: number,
): Count {
  const earlier = form === 'bare' && isEarlier(words, number);
  return { number, bounded, form, noun, from: bounded.from, to, earlier };
}

const MORE = new Set(['more', 'others', 'other', 'additional']);

const FAMILY = { unit: 'person', metric: null, strong: false } as const;

/** "A family of five" */
function familyOf(words: readonly Word[], base: CountBase): Count | null {
  const of = base.bounded.from - 1;
  if (lowerAt(words, of) !== 'of' || lowerAt(words, of - 1) !== 'family') return null;
  if (beginsObject(words[base.number.to])) return null;
  const noun = { from: of - 1, head: of - 1, to: base.number.to, noun: FAMILY, unknown: false };
  return { ...countFrom(words, base, 'noun', noun, noun.to), from: of - 1 };
}

function formOf(words: readonly Word[], base: CountBase, start: number, end: number): Count | null {
  const family = familyOf(words, base);
  if (family) return family;
  const more = MORE.has(lowerAt(words, start));
  const noun = nounOf(words, base.number, more ? start + 1 : start);
  const state = stateEnd(words, start);
  if (state !== null && (noun?.head ?? -1) < state) return countFrom(words, base, 'state', null, state);
  if (noun) return countFrom(words, base, 'noun', noun, noun.to);
  if (more) return hasOtherNoun(words, start) ? null : countFrom(words, base, 'more', null, start + 1);
  return isNameOrYear(words, base.number) ? null : countFrom(words, base, 'bare', null, end);
}

const TIME = /^(?:hours?|days?|weeks?|months?|years?|minutes?|times)$/;

/** "12 nursing homes", "two feeding centres": houses called by what is done in them, behind which nobody is counted. */
const DONE_INSIDE = wordList('nursing boarding training shopping feeding holding processing parking polling');
const HOUSES = wordList('home homes center centers centre centres school schools station stations lot lots');

/** "ten affected districts", but "12 dead days after the flood" */
function isOfThings(words: readonly Word[], at: number): boolean {
  if (DONE_INSIDE.at(words, at) && HOUSES.at(words, at + 1)) return true;
  const state = stateEnd(words, at);
  return state !== null && isKind(words, state, NOT_PEOPLE) && !TIME.test(lowerAt(words, state));
}

/** "12 more buildings", but "12 more fled" and "five others buried there" count people. */
function hasOtherNoun(words: readonly Word[], at: number): boolean {
  if (lowerAt(words, at) === 'others' || CUES.has(lowerAt(words, at + 1))) return false;
  return beginsObject(words[at + 1]);
}

function nounOf(words: readonly Word[], number: NumberReading, at: number): NounPhrase | null {
  const noun = readCountedNoun(words, at);
  return noun && agrees(words, number, noun) ? noun : null;
}

const PLURAL = wordKind(
  /s$|men$|women$|people$|children$|folk$|crew|police$|personnel$|staff$|dead$|injured$|wounded$|missing$|homeless$|displaced$|passers-?by$/,
);

/** "his 2004 death" is no count: a number other than one takes a plural. */
function agrees(words: readonly Word[], { value, vague }: NumberReading, { head }: NounPhrase): boolean {
  return value === 1 || vague !== null || isKind(words, head, PLURAL | PEOPLES);
}

/** Without a noun behind them "2014" is a year and the "One" of "Force One" a name. */
function isNameOrYear(words: readonly Word[], { from, to }: NumberReading): boolean {
  const word = words[from];
  if (to !== from + 1 || !word) return false;
  return /^(?:19|20)\d{2}$/.test(word.text) || (isCapital(word) && isKind(words, from - 1, CAPITAL));
}

/** Of so many a ratio is told. */
const RATIOS = new Set([2, 3, 4, 5, 10, 100, 1_000]);
const PARTITIVES = new Set([
  'them',
  'whom',
  'us',
  'those',
  'these',
  'the',
  'its',
  'their',
  'his',
  'her',
  'our',
]);
/** Words of an owner's name before "'s". */
const MAX_OWNER = 4;

/**
 * "12 of them" and "70 of the 310 farmers" name no noun of their own, "12 of its soldiers" does; "three of the five aircraft"
 * counts no people, so it is null.
 */
function partOf(words: readonly Word[], base: CountBase, at: number, first: number): Count | null {
  const part = countFrom(words, base, 'part', null, base.bounded.to);
  if (['them', 'whom', 'us'].includes(lowerAt(words, at + 1))) return part;
  // "stripping 200,000 of their homes": what they lose.
  if (DEPRIVES.has(lowerAt(words, base.bounded.from - 1)))
    return countFrom(words, base, 'bare', null, base.bounded.to);
  const whole = readNumber(words, first);
  const noun = readCountedNoun(words, whole?.to ?? first);
  // "19 of those turned back", "two of the killed": nothing but people is told apart so.
  if (!noun && !whole && tellsPeople(words, at + 1)) return part;
  if (!noun || noun.unknown) return null;
  if (whole || ['victims', 'casualties'].includes(lowerAt(words, noun.head))) return part;
  return countFrom(words, base, 'noun', noun, noun.to);
}

/** "those", or a state that stands for the people in it. */
function tellsPeople(words: readonly Word[], at: number): boolean {
  const lower = lowerAt(words, at);
  const next = lowerAt(words, at + 1);
  if (lower === 'those' || lower === 'these')
    return (
      /(?:ed|en|ing|held|hurt|who|inside|aboard|onboard)$/.test(next) ||
      (next === 'on' && lowerAt(words, at + 2) === 'board') ||
      [HAVE, BE, CUES].some((words) => words.has(next))
    );
  return isKind(words, at + 1, STATE);
}

/** Where the whole behind "of" begins: "the 310 farmers", "its soldiers", "the village's 200 residents"; -1 where there is none. */
function wholeBehind(words: readonly Word[], at: number): number {
  const owned = ownedNumber(words, at);
  return owned < 0 && PARTITIVES.has(lowerAt(words, at)) ? at + 1 : owned;
}

/** The number of "the village's 200 residents", "Ruiz's 12 men"; -1 where no owner stands before one. */
function ownedNumber(words: readonly Word[], at: number): number {
  for (let i = at; i <= at + MAX_OWNER; i += 1) {
    if (lowerAt(words, i) === "'s") return isKind(words, i + 1, NUMBER) ? i + 1 : -1;
    if (words[i]?.kind !== 'word') return -1;
  }
  return -1;
}

function countsWithOf(number: NumberReading): boolean {
  return number.vague !== null || (number.value ?? 0) >= 1_000_000;
}

const BEFORE_STATE = wordList('still reported feared confirmed believed people remain remained remains');

/** "710 wounded or missing": the words of state right after the number; null where there are none. */
function stateEnd(words: readonly Word[], at: number): number | null {
  const from = BEFORE_STATE.at(words, at) ? at + 1 : at;
  if (!isKind(words, from, STATE)) return null;
  let to = from + 1;
  while (isKind(words, to + 1, STATE) && (lowerAt(words, to) === 'and' || lowerAt(words, to) === 'or'))
    to += 2;
  return to;
}
