import { populationClass } from '../figure-linker/population-class.js';
import { daysBetween } from './days.js';
import { relateFigurePlaces, type FigurePlaceRelation } from './figure-place.js';
import type { FoldedReport } from './folded-report.js';
import { areDisjoint, areEqual, type Interval } from './interval.js';
import type { FigureFacts } from './ledger.js';
import { oncePer } from './once-per.js';

/** A figure in force: its numbers are compared with those of its lane. */
export interface FoldedFigure extends FoldedReport {
  readonly figure: FigureFacts;
}

/** One that gives a number. */
export interface NumberedFigure extends FoldedFigure {
  readonly interval: Interval;
}

export const isFigure = (report: FoldedReport): report is FoldedFigure => report.figure !== null;
export const isNumbered = (report: FoldedReport): report is NumberedFigure =>
  report.figure !== null && report.interval !== null;

/** Whom a figure counts; '' for everybody. "Civilians" of a toll are held against the "people" of it. */
export const populationOf: (figure: Pick<FigureFacts, 'population'>) => string = oncePer(({ population }) => {
  const { name } = populationClass(population);
  return name === 'people' ? '' : name;
});

/** What two figures must share before their values are compared. Each has a name for the reason why they are not. */
const SHARED: readonly (readonly [name: string, of: (figure: FigureFacts) => string])[] = [
  ['measure', ({ measure }) => measure],
  ['metric', ({ metric }) => metric],
  ['unit', ({ unit }) => unit],
  ['status', ({ status }) => status],
  ['population', populationOf],
];

/** Figures of one lane are compared by value: same measure, metric, unit, status and population. */
export const laneKey: (figure: FigureFacts) => string = oncePer((figure) =>
  JSON.stringify(SHARED.map(([, of]) => of(figure))),
);

const WORDS: Readonly<Record<string, string>> = {
  stock: 'how many at a date',
  flow: 'how many in a period',
  person: 'people',
  household: 'households',
  dwelling: 'dwellings',
  incident: 'incidents',
  '': 'everybody',
};

/** Why two figures are not compared by value: "households are not compared with people by value". */
export function whyNotCompared(figure: FigureFacts, other: FigureFacts): string {
  const different = SHARED.find(([, of]) => of(figure) !== of(other));
  if (!different) return 'not compared by value';
  const [name, of] = different;
  const words = (value: string): string => WORDS[value] ?? value.replaceAll('_', ' ');
  const [one, two] = [words(of(figure)), words(of(other))];
  return name === 'population'
    ? `a part: ${one} are not compared with ${two} by value`
    : `${one} is not compared with ${two} by value`.replace(
        /^(people|households|dwellings|incidents) is/,
        '$1 are',
      );
}

/** Whether the place of one lies in the place of the other: a part of it, which the total need not equal. */
export const liesIn = (part: FoldedFigure, whole: FoldedFigure): boolean =>
  relateFigurePlaces(part.place, whole.place) === 'inside';

/**
 * Numbers of a place and of a place in it. Equal ones speak of the one toll, told of its town and of its country, say; unless an
 * article tells them apart, which makes them two claims.
 */
export const isPartOf = (a: NumberedFigure, b: NumberedFigure): boolean =>
  !areEqual(a.interval, b.interval) && isPlaceWithPart(relateFigurePlaces(a.place, b.place));

const isPlaceWithPart = (relation: FigurePlaceRelation): boolean =>
  relation === 'inside' || relation === 'around';

/** Whether they name other places, or in other words what may be one. */
export const areOfOtherPlaces = (a: FoldedFigure, b: FoldedFigure): boolean =>
  relateFigurePlaces(a.place, b.place) !== 'same';

/** Whether no number can be right in both. A part may be as large as its whole or smaller, so other places are never at odds. */
export const areAtOdds = (a: NumberedFigure, b: NumberedFigure): boolean =>
  areDisjoint(a.interval, b.interval) && !areOfOtherPlaces(a, b);

/**
 * Whether one number bears out another: some number is right in both. A bound without an end holds for whatever comes later, so where
 * one has no end both must be of one day or the next, or bound the number alike.
 */
export function bearsOut(one: NumberedFigure, other: NumberedFigure): boolean {
  if (areDisjoint(one.interval, other.interval)) return false;
  if (areEqual(one.interval, other.interval)) return true;
  const areBounded = Number.isFinite(one.interval.high) && Number.isFinite(other.interval.high);
  return areBounded || daysApart(one, other) <= 1;
}

/** Those that bear it out and are not overtaken: what contradicts the newest number that was known is not borne out by an older one. */
export function bearingOut(one: NumberedFigure, others: readonly NumberedFigure[]): NumberedFigure[] {
  const known = others.filter((other) => other.validDay <= one.validDay && !isUndatedEarlierTotal(other));
  const overtaking = latestOf(known.filter((other) => areAtOdds(one, other)));
  return others.filter(
    (other) =>
      !isPartOf(one, other) && bearsOut(one, other) && (!overtaking || other.validDay >= overtaking.validDay),
  );
}

/** Between the days that two figures speak of. */
export const daysApart = (one: FoldedFigure, other: FoldedFigure): number =>
  Math.abs(daysBetween(one.validDay, other.validDay));

/** The last number of an origin, behind it the last one of the part or of the whole that it is not held against. Of figures in order. */
export function lastOf(own: readonly NumberedFigure[]): NumberedFigure[] {
  const last = own.at(-1);
  if (!last) return [];
  const beside = own.findLast((one) => isPartOf(one, last));
  return beside ? [beside, last] : [last];
}

/** Of the latest day, the one asserted last. */
export const latestOf = <Each extends FoldedFigure>(figures: readonly Each[]): Each | undefined =>
  figures.reduce<Each | undefined>(
    (latest, one) => (latest && isOfEarlierThan(one, latest) ? latest : one),
    undefined,
  );

/** Keeps the figures of the latest days last; of one day, those asserted last. */
export function insertInOrder(figures: NumberedFigure[], one: NumberedFigure): void {
  const at = figures.findLastIndex((other) => !isOfEarlierThan(one, other));
  figures.splice(at + 1, 0, one);
}

/** Whether one speaks of an earlier time than the other. A total given as the one before another is earlier than all that are not. */
export function isOfEarlierThan(one: FoldedFigure, other: FoldedFigure): boolean {
  if (isUndatedEarlierTotal(one) !== isUndatedEarlierTotal(other)) return isUndatedEarlierTotal(one);
  return one.validDay < other.validDay;
}

export const isUndatedEarlierTotal = ({ isEarlierTotal, isDated }: FoldedFigure): boolean =>
  isEarlierTotal && !isDated;
