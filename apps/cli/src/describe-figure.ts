import type { FigureView } from '#query';

const number = new Intl.NumberFormat('en');

/** "at least 27,000 people": the figure with its bound and what it counts, in the article's word. */
export function describeFigure({ value, max, quantifier, unitText }: FigureView): string {
  const bound = quantifier.replaceAll('_', ' ');
  if (value === null) return `${bound} of ${unitText}, no number given`;
  if (max !== null) return `${number.format(value)} to ${number.format(max)} ${unitText}`;
  return `${quantifier === 'exact' ? '' : `${bound} `}${number.format(value)} ${unitText}`;
}

/** The days a flow covers, or the day a stock was true: the day it was asserted where the text does not tell. */
export function describePeriod({ measure, period, asOf, assertedAt }: FigureView): string {
  if (measure === 'stock') return `as of ${asOf ?? assertedAt?.slice(0, 10) ?? 'an unknown day'}`;
  if (!period) return '';
  if (period.start === period.end) return period.start ?? '';
  return `${period.start ?? '...'} to ${period.end ?? '...'}`;
}

/** Who gives it, with the role that the article names. */
export function describeSource({ speaker }: FigureView): string {
  if (!speaker) return '(no named source)';
  return speaker.role ? `${speaker.name}, ${speaker.role}` : speaker.name;
}
