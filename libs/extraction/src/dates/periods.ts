import { isCapital, readWords, type Word } from '../words/words.js';
import { formatDay, parseDay } from './calendar.js';
import { smallNumber } from '../words/small-numbers.js';
import { monthOf, readDate, weekdayNamed } from './date-words.js';
import { BEGINS, readPeriod, type PeriodRule, type Reading } from './period-readers.js';
import type { TextRange } from '#domain';
import type { FigureMention } from '../extraction.js';

export type Period = NonNullable<FigureMention['period']>;

export interface PeriodMention {
  readonly period: Period;
  readonly range: TextRange;
  readonly rule: PeriodRule;
}

/** Time phrases read in one sentence, from its start: more is a calendar or an attack. */
const MAX_PERIODS = 40;

/** Every time phrase of the words, in order, resolved against the publication day where one is known. */
export function findPeriods(words: readonly Word[], publishedOn: string | null): PeriodMention[] {
  const published = parseDay(publishedOn);
  const found: PeriodMention[] = [];
  for (let at = 0; at < words.length && found.length < MAX_PERIODS; at += 1) {
    if (!mayBegin(words[at])) continue;
    const reading = readPeriod(words, at, published);
    if (reading) {
      found.push(mention(words, at, reading));
      at = reading.to - 1;
    } else {
      // "31 February" is no date, nor is its "February" a month.
      const written = readDate(words, at);
      if (written?.day) at = written.to - 1;
    }
  }
  return found;
}

function mayBegin(word: Word | undefined): boolean {
  if (word === undefined || word.kind === 'mark') return false;
  if (word.kind === 'number' || BEGINS.has(word.lower)) return true;
  if (!isCapital(word)) return false;
  return CAPITALS.has(word.lower) || isNamed(word) || smallNumber(word.lower) !== null;
}

const isNamed = (word: Word): boolean => monthOf(word) !== null || weekdayNamed(word) !== null;

/** What may begin a period beside the words of `BEGINS`, but only at the head of a sentence: "At noon on Monday". */
const CAPITALS = new Set(['at', 'only', 'just', 'past', 'midday', 'noon', 'midnight', 'dawn']);

function mention(words: readonly Word[], at: number, { to, rule, ...span }: Reading): PeriodMention {
  const iso = (day: number | null) => (day === null ? null : formatDay(day));
  return {
    period: {
      start: iso(span.start),
      end: iso(span.end),
      accuracy: span.accuracy,
      text: textOf(words, at, to),
    },
    range: { start: words[at]?.start ?? 0, end: words[to - 1]?.end ?? 0 },
    rule,
  };
}

function textOf(words: readonly Word[], from: number, to: number): string {
  return words
    .slice(from, to)
    .map((word, index) => (word.spaced && index > 0 ? ` ${word.text}` : word.text))
    .join('');
}

/**
 * The period a phrase names ("since Saturday"), as days seen from the publication day; null where it names none.
 * Both ends are included; an end is null where the phrase leaves it open or no publication day is known.
 */
export function resolvePeriod(phrase: string, publishedOn: string | null): Period | null {
  return findPeriods(readWords(phrase), publishedOn)[0]?.period ?? null;
}

/** The one day a phrase names ("late Monday", "on Tuesday"), YYYY-MM-DD; null where it names none or more than one. */
export function resolveDay(phrase: string, publishedOn: string | null): string | null {
  const period = resolvePeriod(phrase, publishedOn);
  return period?.accuracy === 'day' && period.start === period.end ? period.start : null;
}
