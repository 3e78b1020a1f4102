import type { ClaimCard, ClaimTimelineEntry } from '#query';

const number = new Intl.NumberFormat('en');

/** "27,000 to 31,500, latest 31,500". */
export function describeRange({ lowest, highest, latest, headline, headlineBy }: ClaimCard): string {
  const bounds = [lowest, highest].filter((value) => value !== null).map((value) => number.format(value));
  const range = [...new Set(bounds)].join(' to ');
  const notes = [
    latest !== null && bounds.length > 0 && lowest !== highest && `latest ${number.format(latest)}`,
    headlineBy === 'recommended' && headline !== null && `recommended ${number.format(headline)}`,
  ];
  return [range, ...notes].filter(Boolean).join(', ');
}

/** "3 reports, 2 origins": never the one without the other. */
export const describeCounts = ({ reportCount, originCount }: ClaimCard): string =>
  `${count(reportCount, 'report')}, ${count(originCount, 'origin')}`;

/** "at least 27,000", "tens of thousands", "approximately 600 households", "up to 400, feared", or the words. */
export function describeValue({ quantifier, text, unit, status, ...numbers }: Told): string {
  if (quantifier === null) return text ?? '';
  const counted = unit === null || unit === 'person' ? '' : ` ${unit}s`;
  const aside = status === null || status === 'reported' ? '' : `, ${status}`;
  return `${describeNumber(quantifier, numbers)}${counted}${aside}`;
}

type Told = Pick<ClaimTimelineEntry, 'value' | 'max' | 'quantifier' | 'unit' | 'status' | 'text'>;

function describeNumber(
  quantifier: NonNullable<Told['quantifier']>,
  { value, max }: Pick<Told, 'value' | 'max'>,
): string {
  const bound = quantifier.replaceAll('_', ' ');
  if (value === null) return bound;
  if (max !== null) return `${number.format(value)} to ${number.format(max)}`;
  return `${quantifier === 'exact' ? '' : `${bound} `}${number.format(value)}`;
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
