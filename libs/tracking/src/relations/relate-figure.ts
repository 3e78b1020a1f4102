import type { Relation } from '#domain';
import type { FoundAnomaly } from './claim-timeline.js';
import type { FoldedReport } from './folded-report.js';
import type { Lane } from './figures-so-far.js';
import { foundInParts } from './found-anomaly.js';
import { areDisjoint, areEqual, exactness, isInside, isWithinWord } from './interval.js';
import {
  areAtOdds,
  areOfOtherPlaces,
  bearingOut,
  daysApart,
  isNumbered,
  isPartOf,
  isUndatedEarlierTotal,
  latestOf,
  liesIn,
  whyNotCompared,
  type FoldedFigure,
  type NumberedFigure,
} from './lane.js';
import { amountInWords, apart, assertedDay, distanceInWords, stepInWords } from './wording.js';

/** What a report adds, against which report, and why. */
export interface Related {
  readonly relation: Relation;
  readonly against: FoldedReport | null;
  readonly reason: string;
  readonly anomalies?: readonly FoundAnomaly[];
}

type Rule = (one: NumberedFigure, lane: Lane) => Related | null;

/**
 * What a figure adds to those before it, of its `lane`; `before` is the last figure of any lane. The rules are asked in order:
 *
 * - **repeats**: the same origin, or the same wire story, with the same number.
 * - **late**: of an earlier day than is known already, and of no day that anybody gave a number for; or the total before another.
 * - **not_comparable**: of a part of the place, or no number.
 * - **refines**: the same origin, for the same day, more exact within what was possible. **revises**: the same origin otherwise.
 * - **conflicts**: another origin, for the same day, and no number can be right in both.
 * - **corroborates**: another origin that bears it out: some number can be right in both, of one day or bounded on both sides, and no
 *   number of a day between them is at odds with it.
 * - **not_comparable** too: another origin, for the same day, of a place in other words, which may be a part of it or hold it.
 * - **revises** too: another origin of another day, with what cannot be the same: a series that goes on is no conflict.
 */
export function relateFigure(one: FoldedFigure, lane: Lane, before: FoldedFigure | undefined): Related {
  if (!before) return { relation: 'first', against: null, reason: 'first report' };
  if (lane.all.length === 0)
    return { relation: 'not_comparable', against: before, reason: whyNotCompared(one.figure, before.figure) };
  if (!isNumbered(one)) return relateWord(one, lane);
  const firstNumber = lane.numbered.length === 0;
  if (firstNumber) return numberAfterWords(one, lane);
  for (const rule of RULES) {
    const related = rule(one, lane);
    if (related) return related;
  }
  return seriesGoesOn(one, lane);
}

/** "Hundreds": compared with the same word only. */
function relateWord(one: FoldedFigure, lane: Lane): Related {
  const same = lane.all.filter(
    (other) => !isNumbered(other) && other.figure.quantifier === one.figure.quantifier,
  );
  const own = same.findLast((other) => other.origin.key === one.origin.key);
  const word = amountInWords(one.figure);
  if (own)
    return { relation: 'repeats', against: own, reason: `same origin, ${apart(own, one)}, again ${word}` };
  const other = same.at(-1);
  if (other)
    return {
      relation: 'corroborates',
      against: other,
      reason: `other origin, ${apart(other, one)}, also ${word}`,
    };
  const last = lane.all.at(-1)!;
  const reason = `${word} is no number: not compared with ${amountInWords(last.figure)}`;
  return { relation: 'not_comparable', against: last, reason };
}

function numberAfterWords(one: NumberedFigure, lane: Lane): Related {
  const last = lane.all.at(-1)!;
  const step = stepInWords(last, one);
  return isWithinWord(one.interval, last.figure.quantifier)
    ? { relation: 'refines', against: last, reason: `a number for what was a word: ${step}` }
    : { relation: 'not_comparable', against: last, reason: `it may be less than the word says: ${step}` };
}

const repeatsOwn: Rule = (one, lane) => {
  const own = lane.ofOrigin(one.origin.key).filter((other) => !isPartOf(one, other));
  const match = own.findLast((other) => isSameNumber(other, one));
  if (!match) return null;
  const again = `same origin, ${apart(match, one)}, again ${amountInWords(one.figure)}`;
  if (match === own.at(-1)) return { relation: 'repeats', against: match, reason: again };
  // A total does not fall back to a number it had: the old number is told again. A stock may.
  if (one.figure.measure === 'stock') return null;
  const reason = `${again}, from before ${amountInWords(own.at(-1)!.figure)}`;
  return { relation: 'repeats', against: match, reason };
};

/** A title drops the "at least" of its text, and so does who tells an earlier total again: the number is the same. */
function isSameNumber(before: NumberedFigure, one: NumberedFigure): boolean {
  if (areEqual(before.interval, one.interval)) return true;
  const dropsQuantifier = before.report.articleId === one.report.articleId || one.isEarlierTotal;
  return dropsQuantifier && before.figure.value === one.figure.value && before.figure.max === one.figure.max;
}

const repeatsWire: Rule = (one, lane) => {
  if (one.clusterId === null) return null;
  const printed = lane.numbered.findLast(
    (other) => other.clusterId === one.clusterId && areEqual(other.interval, one.interval),
  );
  return (
    (printed && {
      relation: 'repeats',
      against: printed,
      reason: `same wire story, ${amountInWords(one.figure)}`,
    }) ??
    null
  );
};

const tellsEarlierTotal: Rule = (one, lane) => {
  if (!isUndatedEarlierTotal(one)) return null;
  const latest = lane.latest!;
  const reason = `given as the total before ${amountInWords(latest.figure)}`;
  return { relation: 'late', against: latest, reason };
};

const comesLate: Rule = (one, lane) => {
  const latest = lane.latest!;
  if (!one.isDated || one.validDay >= latest.validDay) return null;
  if (lane.numbered.some(({ validDay }) => validDay === one.validDay)) return null;
  const distance = distanceInWords(latest.validDay, one.validDay);
  const reason = `asserted ${apart(latest, one)}, about ${one.validDay}: ${distance} than what was known`;
  return { relation: 'late', against: latest, reason };
};

const speaksOfPart: Rule = (one, lane) => {
  const heads = lane.heads(one.validDay);
  if (heads.some((head) => !isPartOf(one, head))) return null;
  const whole = latestOf(heads)!;
  const [inner, outer] = liesIn(one, whole) ? [one, whole] : [whole, one];
  const reason = `a part: ${inner.place!.text} lies in ${outer.place!.text}`;
  const exceeds = inner.interval.low > outer.interval.high && inner.validDay <= outer.validDay;
  return {
    relation: 'not_comparable',
    against: whole,
    reason,
    anomalies: exceeds ? [foundInParts(outer, [inner], whole)] : [],
  };
};

const changesOwn: Rule = (one, lane) => {
  const own = lane.ofOrigin(one.origin.key).filter((other) => !isPartOf(one, other));
  const prior = own.findLast(({ validDay }) => validDay === one.validDay) ?? own.at(-1);
  if (!prior) return null;
  const reason = `same origin, ${apart(prior, one)}, ${stepInWords(prior, one)}`;
  return isMoreExact(one, prior) && prior.validDay === one.validDay
    ? { relation: 'refines', against: prior, reason: `${reason}: more exact` }
    : { relation: 'revises', against: prior, reason };
};

const isMoreExact = (one: NumberedFigure, prior: NumberedFigure): boolean =>
  isInside(one.interval, prior.interval) && exactness(one.figure) > exactness(prior.figure);

const conflictsWithOther: Rule = (one, lane) => {
  const other = lane.heads(one.validDay).findLast((head) => areInConflict(one, head));
  return other ? { relation: 'conflicts', against: other, reason: conflictInWords(one, other) } : null;
};

/** Two origins, one day, and no number that is right in both. */
export const areInConflict = (later: NumberedFigure, earlier: NumberedFigure): boolean =>
  later.origin.key !== earlier.origin.key && later.validDay === earlier.validDay && areAtOdds(later, earlier);

export const conflictInWords = (one: NumberedFigure, other: NumberedFigure): string =>
  `other origin, both of ${one.validDay}, ${amountInWords(one.figure)} against ${amountInWords(other.figure)}`;

const corroboratesOther: Rule = (one, lane) => {
  const other = nearestTo(one, bearingOut(one, lane.heads(one.validDay)));
  if (!other) return null;
  return { relation: 'corroborates', against: other, reason: corroborationInWords(one, other) };
};

export function corroborationInWords(one: NumberedFigure, other: NumberedFigure): string {
  const numbers = areEqual(one.interval, other.interval)
    ? `also ${amountInWords(one.figure)}`
    : `compatible: ${stepInWords(other, one)}`;
  const isOfOtherDay = other.validDay !== one.validDay && assertedDay(other) === assertedDay(one);
  const days = isOfOtherDay ? `, about ${other.validDay} and ${one.validDay}` : '';
  return `other origin, ${apart(other, one)}${days}, ${numbers}`;
}

/** The one with the same number, else of the nearest day, of these the most exact, of these the last. */
function nearestTo(one: NumberedFigure, heads: readonly NumberedFigure[]): NumberedFigure | undefined {
  const equal = heads.findLast((head) => areEqual(head.interval, one.interval));
  return equal ?? heads.toReversed().sort((a, b) => distance(a, one) - distance(b, one))[0];
}

/** In days, and within a day by how little a number is bounded. */
const distance = (head: NumberedFigure, one: NumberedFigure): number =>
  10 * daysApart(head, one) - exactness(head.figure);

/** What would be a conflict, were it certain that both speak of one place. */
const speaksOfOtherPlace: Rule = (one, lane) => {
  const other = lane
    .heads(one.validDay)
    .findLast(
      (head) => head.validDay === one.validDay && areOfOtherPlaces(one, head) && !isPartOf(one, head),
    );
  if (!other) return null;
  const reason = `${one.place!.text} and ${other.place!.text} may be a part and its whole`;
  return { relation: 'not_comparable', against: other, reason };
};

function seriesGoesOn(one: NumberedFigure, lane: Lane): Related {
  const comparable = lane.heads(one.validDay).filter((head) => !isPartOf(one, head));
  const latest = latestOf(comparable)!;
  const step = stepInWords(latest, one);
  const numbers = areDisjoint(latest.interval, one.interval) ? step : `compatible, of another day: ${step}`;
  return { relation: 'revises', against: latest, reason: `other origin, ${apart(latest, one)}, ${numbers}` };
}

const RULES: readonly Rule[] = [
  repeatsOwn,
  repeatsWire,
  tellsEarlierTotal,
  comesLate,
  speaksOfPart,
  changesOwn,
  conflictsWithOther,
  corroboratesOther,
  speaksOfOtherPlace,
];
