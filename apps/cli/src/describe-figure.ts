import type { FigureView } from '#query';

const number = new Intl.NumberFormat('en');

/** "at least 27,000 person": the figure with its bound and its unit. */
export function describeFigure({ value, max, quantifier, unit }: FigureView): string {
  const bound = quantifier.replaceAll('_', ' ');
  if (value === null) return `${bound} (no number given)`;
  if (max !== null) return `${number.format(value)} to ${number.format(max)} ${unit}`;
  return `${quantifier === 'exact' ? '' : `${bound} `}${number.format(value)} ${unit}`;
}

/** The days a flow covers, or the day a stock was true. */
export function describePeriod({ period, asOf }: FigureView): string {
  if (asOf) return `as of ${asOf}`;
  if (!period) return '';
  if (period.start === period.end) return period.start ?? '';
  return `${period.start ?? '...'} to ${period.end ?? '...'}`;
}

/** Who gives it, with the role that the article names. */
export function describeSource({ speaker }: FigureView): string {
  if (!speaker) return '(no named source)';
  return speaker.role ? `${speaker.name}, ${speaker.role}` : speaker.name;
}
