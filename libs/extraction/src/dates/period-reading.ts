import type { Word } from '../words/words.js';
import type { Day } from './calendar.js';
import type { Moment } from './moments.js';
import type { Span } from './resolve-date.js';

/** How the phrase bounds the time: a day or window, everything up to a date, a start, or a window behind the publication day. */
export type PeriodRule = 'moment' | 'since' | 'as-of' | 'between' | 'past-window' | 'ago';

export interface Reading extends Span {
  readonly to: number;
  readonly rule: PeriodRule;
}
export type Reader = (words: readonly Word[], at: number, published: Day | null) => Reading | null;

/** All readings are made here, in one shape. */
export function readingOf(
  { accuracy, to }: Moment,
  start: Day | null,
  end: Day | null,
  rule: PeriodRule,
): Reading {
  return { start, end, accuracy, to, rule };
}
