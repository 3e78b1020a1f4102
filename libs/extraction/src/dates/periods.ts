import { CAPITAL, isKind, readWords, wordKind, type Word } from '../words/words.js';
import { formatDay, parseDay, type Day } from './calendar.js';
import { SMALL_NUMBER } from '../words/small-numbers.js';
import { MONTH, readDate, WEEKDAY } from './date-words.js';
import { BEGINS, readPeriod } from './period-readers.js';
import type { PeriodRule, Reading } from './period-reading.js';
import { readWithoutYear } from './without-year.js';
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

/**
 * Every time phrase of the words, in order, resolved against the publication day where one is known.
 *
 * @param around where no publication day is known, a day near to which the article's dates without a year lie
 */
export function findPeriods(
  words: readonly Word[],
  publishedOn: string | null,
  around: Day | null = null,
): PeriodMention[] {
  const published = parseDay(publishedOn);
  const found: PeriodMention[] = [];
  for (let at = 0; at < words.length && found.length < MAX_PERIODS; at += 1) {
    if (!isKind(words, at, MAY_BEGIN)) continue;
    const reading = readPeriod(words, at, published);
    if (reading) {
      const dated =
        published === null && around !== null ? readWithoutYear(words, at, reading, around) : null;
      found.push(mention(words, at, dated ?? reading));
      at = reading.to - 1;
    } else {
      // "31 February" is no date, nor is its "February" a month.
      const written = readDate(words, at);
      if (written?.day) at = written.to - 1;
    }
  }
  return found;
}

/** What may begin a period beside the words of `BEGINS`, but only at the head of a sentence: "At noon on Monday". */
const CAPITALS = new Set(['at', 'only', 'just', 'past', 'midday', 'noon', 'midnight', 'dawn']);

const MAY_BEGIN = wordKind((lower, _, bits) => {
  if (BEGINS.has(lower) || /^\d/.test(lower)) return true;
  if ((bits & CAPITAL) === 0) return false;
  return CAPITALS.has(lower) || (bits & (MONTH | WEEKDAY | SMALL_NUMBER)) !== 0;
});

const iso = (day: number | null): string | null => (day === null ? null : formatDay(day));

function mention(words: readonly Word[], at: number, reading: Reading): PeriodMention {
  const { to, rule, start, end, accuracy } = reading;
  return {
    period: {
      start: iso(start),
      end: iso(end),
      accuracy,
      text: textOf(words, at, to),
    },
    range: { start: words[at]?.start ?? 0, end: words[to - 1]?.end ?? 0 },
    rule,
  };
}

function textOf(words: readonly Word[], from: number, to: number): string {
  let text = words[from]?.text ?? '';
  for (let at = from + 1; at < to; at += 1) {
    const word = words[at];
    if (word) text += word.spaced ? ` ${word.text}` : word.text;
  }
  return text;
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
