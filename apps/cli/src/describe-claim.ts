import type { ClaimCard, ClaimTimelineEntry } from '#query';

const number = new Intl.NumberFormat('en');

/** "at least 27,000 to 31,500, latest approximately 31,500", "up to 400, feared". */
export function describeRange(card: ClaimCard): string {
  const { lowest, lowestQuantifier, highest, highestQuantifier, headlineBy, figureStatus } = card;
  const { latest, latestMax, latestQuantifier, headline, headlineMax, headlineQuantifier } = card;
  const bounds = [
    lowest !== null && inWords(lowestQuantifier, lowest),
    highest !== null && highest !== lowest && inWords(highestQuantifier, highest),
  ].filter((words) => words !== false);
  const shown = [
    bounds.join(' to '),
    latestQuantifier !== null &&
      (latest === null || lowest !== highest) &&
      `latest ${inWords(latestQuantifier, latest, latestMax)}`,
    headlineBy === 'recommended' &&
      headlineQuantifier !== null &&
      `recommended ${inWords(headlineQuantifier, headline, headlineMax)}`,
    figureStatus !== null && figureStatus !== 'reported' && figureStatus,
  ];
  return shown.filter(Boolean).join(', ');
}

/** A number of a range is told alone: "between" says it of both. */
const inWords = (
  quantifier: ClaimCard['latestQuantifier'],
  value: number | null,
  max: number | null = null,
): string =>
  describeNumber(quantifier === null || quantifier === 'between' ? 'exact' : quantifier, { value, max });

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
