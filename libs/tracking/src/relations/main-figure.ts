import type { FigureSummary, TimelineEntry } from './claim-timeline.js';
import { placeKey } from './figure-place.js';
import type { FoldedReport } from './folded-report.js';
import { groupBy } from '../group-by.js';
import {
  bearingOut,
  isFigure,
  isNumbered,
  laneKey,
  latestOf,
  liesIn,
  populationOf,
  type FoldedFigure,
} from './lane.js';
import { giveOtherNumbers } from './other-numbers.js';

/**
 * The figures that stand for a claim: those of one lane, as others are not compared with them. Reported before feared and projected,
 * people before households, everybody before a part, then the lane with most reports; of these the whole before places in it.
 */
export function principalLane(current: readonly FoldedReport[]): FoldedFigure[] {
  const lanes = groupBy(current.filter(isFigure), ({ figure }) => laneKey(figure));
  const ranked = [...lanes].sort(
    ([keyA, a], [keyB, b]) => rankOf(b) - rankOf(a) || b.length - a.length || (keyA < keyB ? -1 : 1),
  );
  return wholesOf(ranked[0]?.[1] ?? []);
}

/** Without the figures of places that lie in the places of others, but for those that give the number of the whole. */
function wholesOf(lane: readonly FoldedFigure[]): FoldedFigure[] {
  const ofPlace = [...groupBy(lane, placeKeyOf)];
  const tollsAround = new Map(
    ofPlace.map(([place, [inner]]) => {
      const around = ofPlace.flatMap(([, figures]) => (liesIn(inner!, figures[0]!) ? figures : []));
      return [place, around.length === 0 ? null : new Set(around.map(tollKey))];
    }),
  );
  return lane.filter((one) => {
    const tolls = tollsAround.get(placeKeyOf(one));
    return !tolls || (isNumbered(one) && tolls.has(tollKey(one)));
  });
}

const placeKeyOf = ({ place }: FoldedFigure): string => (place ? placeKey(place) : '');

const tollKey = ({ interval }: FoldedFigure): string | null =>
  interval && [interval.low, interval.high, interval.lowOpen, interval.highOpen].join();

function rankOf(lane: readonly FoldedFigure[]): number {
  const { status, unit, ...figure } = lane[0]!.figure;
  return (
    4 * Number(status === 'reported') + 2 * Number(unit !== 'household') + Number(populationOf(figure) === '')
  );
}

export const summaryOf = ({ report, figure, validDay }: FoldedFigure): FigureSummary => ({
  reportId: report.reportId,
  value: figure.value,
  max: figure.max,
  quantifier: figure.quantifier,
  unit: figure.unit,
  assertedAt: report.assertedAt,
  validDay,
});

/** The lowest and the highest number given, by the values as they were said; null where none was. */
export function rangeOf(main: readonly FoldedFigure[]): {
  lowest: FigureSummary | null;
  highest: FigureSummary | null;
} {
  const numbers = main.filter(isNumbered);
  const low = ({ figure }: FoldedFigure): number => figure.value ?? 0;
  const high = ({ figure }: FoldedFigure): number => figure.max ?? figure.value ?? 0;
  const [first, ...rest] = numbers;
  if (!first) return { lowest: null, highest: null };
  const lowest = rest.reduce((least, one) => (low(one) < low(least) ? one : least), first);
  const highest = rest.reduce((most, one) => (high(one) > high(most) ? one : most), first);
  return { lowest: summaryOf(lowest), highest: summaryOf(highest) };
}

/** The latest number; the latest word where there is no number. */
export const latestFigure = (main: readonly FoldedFigure[]): FoldedFigure | undefined =>
  latestOf(main.filter(isNumbered)) ?? latestOf(main);

/** Whether another origin than that of the latest report gives what bears it out. */
export function isCorroborated(main: readonly FoldedFigure[], inForce: readonly TimelineEntry[]): boolean {
  const latest = latestFigure(main);
  if (!latest) return isSaidByTwo(inForce.filter(({ side }) => side === 'for'));
  const others = main.filter(({ origin }) => origin.key !== latest.origin.key);
  return isNumbered(latest)
    ? bearingOut(latest, others.filter(isNumbered)).length > 0
    : others.some(({ figure }) => figure.quantifier === latest.figure.quantifier);
}

const isSaidByTwo = (said: readonly TimelineEntry[]): boolean =>
  new Set(said.map(({ origin }) => origin.key)).size > 1 &&
  said.some((one) =>
    said.some((other) => other.origin.key !== one.origin.key && !giveOtherNumbers(one, other)),
  );
