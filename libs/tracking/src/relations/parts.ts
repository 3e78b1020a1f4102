import { relateFigurePlaces } from './figure-place.js';
import { areOfOneMoment, populationOf, type NumberedFigure } from './lane.js';

/** Groups of people that nobody is in two of. */
const APART: readonly (readonly string[])[] = [
  ['men', 'women', 'children'],
  ['boys', 'girls', 'women', 'men'],
  ['adults', 'children'],
];

/**
 * Whether figures of parts come to more than `total`: one of them, of this claim or another; or several of the total's own text that
 * nobody is in two of. A part counts the same at the same time of fewer: of some of the people, in a place within, in a period within.
 */
export function partsExceed(total: NumberedFigure, others: readonly NumberedFigure[]): boolean {
  if (total.isEarlierTotal) return false;
  const parts = others.filter((other) => isPart(other, total));
  if (parts.some((part) => part.interval.low > total.interval.high)) return true;
  const ofText = parts.filter((part) => isOfText(part, total) && !isPlaceWithin(part, total));
  return APART.some((groups) => {
    const counted = groups.map((group) => ofText.find(({ figure }) => populationOf(figure) === group));
    const sum = counted.reduce((all, part) => all + (part?.interval.low ?? 0), 0);
    return counted.filter(Boolean).length > 1 && sum > total.interval.high;
  });
}

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
