import { relateFigurePlaces } from './figure-place.js';
import { populationOf, type NumberedFigure } from './lane.js';

/** Groups of people that nobody is in two of. */
const APART: readonly (readonly string[])[] = [
  ['men', 'women', 'children'],
  ['boys', 'girls', 'women', 'men'],
  ['adults', 'children'],
];

/**
 * The figures of parts that come to more than `total`: the largest, of this claim or another; or several of the total's own text that
 * nobody is in two of. None where they do not. A part counts the same at the same time of fewer: of some of the people, in a place within, in a period within.
 */
export function exceedingParts(
  total: NumberedFigure,
  others: readonly NumberedFigure[],
): readonly NumberedFigure[] {
  if (total.isEarlierTotal) return [];
  const parts = others.filter((other) => isPart(other, total));
  const [first, ...rest] = parts;
  if (!first) return [];
  const largest = rest.reduce((most, part) => (part.interval.low > most.interval.low ? part : most), first);
  if (largest.interval.low > total.interval.high) return [largest];
  const ofText = parts.filter((part) => isOfText(part, total) && !isPlaceWithin(part, total));
  const together = APART.map((groups) =>
    groups.flatMap((group) => ofText.find(({ figure }) => populationOf(figure) === group) ?? []),
  );
  return together.find((some) => some.length > 1 && sumOf(some) > total.interval.high) ?? [];
}

const sumOf = (parts: readonly NumberedFigure[]): number =>
  parts.reduce((all, { interval }) => all + interval.low, 0);

function isPart(part: NumberedFigure, total: NumberedFigure): boolean {
  if (part === total || !areOfOneMoment(part, total) || !isOneKind(part, total)) return false;
  const [population, whole] = [populationOf(part.figure), populationOf(total.figure)];
  if (population !== whole && whole !== '') return false;
  const place = relateFigurePlaces(part.place, total.place);
  if (place !== 'same' && place !== 'inside') return false;
  const period = relatePeriods(part, total);
  if (period === 'other') return false;
  return population !== whole || place === 'inside' || period === 'inside';
}

/** Of another article both places have to be told. */
function isOneKind(part: NumberedFigure, total: NumberedFigure): boolean {
  const [a, b] = [part.figure, total.figure];
  const isOne = (['metric', 'measure', 'unit', 'status'] as const).every((field) => a[field] === b[field]);
  const areCausesOne = a.cause === null || b.cause === null || a.cause === b.cause;
  return isOne && areCausesOne && ((part.place !== null && total.place !== null) || isOfText(part, total));
}

const isOfText = ({ report: a }: NumberedFigure, { report: b }: NumberedFigure): boolean =>
  a.articleId === b.articleId && a.revision === b.revision;

const isPlaceWithin = (part: NumberedFigure, total: NumberedFigure): boolean =>
  relateFigurePlaces(part.place, total.place) === 'inside';

/** Both end on one day. A total without a beginning is of all that there was; a part without one may be of more than the total. */
function relatePeriods(part: NumberedFigure, total: NumberedFigure): 'same' | 'inside' | 'other' {
  const [of, whole] = [part.figure.period?.start ?? null, total.figure.period?.start ?? null];
  if (total.figure.measure === 'stock' || whole === null || of === whole) return 'same';
  if (of === null) return isOfText(part, total) ? 'same' : 'other';
  return of > whole ? 'inside' : 'other';
}

/**
 * Whether two figures are of the same moment. An undated total is of the time it was published: where both times are known to
 * the minute, a part that is higher hours later has grown with its total.
 */
function areOfOneMoment(a: NumberedFigure, b: NumberedFigure): boolean {
  if (a.validDay !== b.validDay) return false;
  const [earlier, later] = a.at <= b.at ? [a, b] : [b, a];
  const grew =
    later.figure.measure === 'flow' && later.interval.low > earlier.interval.high && later.at > earlier.at;
  return !(grew && isTimed(later) && isTimed(earlier));
}

const isTimed = ({ isDated, at }: NumberedFigure): boolean => !isDated && at % 86_400_000 !== 0;
