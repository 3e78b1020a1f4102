import { daysBetween, dayOf } from './days.js';
import type { FoldedFigure } from './lane.js';
import type { FoldedReport } from './folded-report.js';
import type { FigureFacts } from './ledger.js';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const PHRASES: Partial<Record<FigureFacts['quantifier'], string>> = {
  approximately: 'about ',
  at_least: 'at least ',
  more_than: 'more than ',
  at_most: 'at most ',
  less_than: 'fewer than ',
  up_to: 'up to ',
};

/** A number with its quantifier: "at least 27,000", "40 to 60", "dozens". */
export function amountInWords({ value, max, quantifier }: FigureFacts): string {
  if (value === null) return quantifier === 'vague' ? 'a vague number' : quantifier.replaceAll('_', ' ');
  const top = max === null || max === value ? '' : ` to ${grouped(max)}`;
  return `${PHRASES[quantifier] ?? ''}${grouped(value)}${top}`;
}

/** "27,000 -> 31,500". */
export const stepInWords = (from: FoldedFigure, to: FoldedFigure): string =>
  `${amountInWords(from.figure)} -> ${amountInWords(to.figure)}`;

/** "two days later", "the same day", "one day earlier". */
export function distanceInWords(from: string, to: string): string {
  const days = daysBetween(from, to);
  if (days === 0) return 'the same day';
  const count = Math.abs(days);
  return `${NUMBERS[count] ?? grouped(count)} ${count === 1 ? 'day' : 'days'} ${days > 0 ? 'later' : 'earlier'}`;
}

/** How far apart two reports were asserted. */
export const apart = (earlier: FoldedReport, later: FoldedReport): string =>
  distanceInWords(assertedDay(earlier), assertedDay(later));

export const assertedDay = ({ at }: FoldedReport): string => dayOf(new Date(at).toISOString());

const grouped = (value: number): string => {
  const [whole = '', fraction] = String(value).split('.');
  const thousands = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction ? `${thousands}.${fraction}` : thousands;
};
