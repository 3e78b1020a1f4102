import type { FigureAnchor } from './figure-anchor.js';
import { relatePlaces, type PlaceRelation } from './place-relation.js';
import { areTimesApart, timeFactor, type Factor } from './time-factor.js';

/** From here on two figures are taken for one claim; from `PROPOSED` on, somebody is asked. Set on the gold stories. */
export const LINKED = 0.75;
export const PROPOSED = 0.4;

export interface PairScore {
  /** 0 to 1. */
  readonly score: number;
  /** In words, without names. */
  readonly reasons: readonly string[];
}

const ONE_CAUSE: Factor = { score: 0.95, reason: 'only one of them tells the cause' };
const CONTEXTUAL: Factor = { score: 0.9, reason: 'place or time is taken from the rest of the article' };
const DATED_BY_TEXT: Factor = { score: 0.95, reason: 'an article without a date, dated by its text' };

/** How surely two figures speak of one claim; null where nothing speaks for it. Symmetric. */
export function scorePair(a: FigureAnchor, b: FigureAnchor): PairScore | null {
  const [time, place] = [timeFactor(a, b), placeFactor(a, b)];
  const score = scoreOf(a, b);
  if (score === 0 || !time || !place) return null;
  const factors = [place, time];
  if (a.cause !== b.cause) factors.push(ONE_CAUSE);
  if (a.contextual || b.contextual) factors.push(CONTEXTUAL);
  if (a.datedByText || b.datedByText) factors.push(DATED_BY_TEXT);
  return { score, reasons: factors.map(({ reason }) => reason) };
}

/** The score alone, 0 where nothing speaks for it: millions of pairs are compared, and few are told of. */
export function scoreOf(a: FigureAnchor, b: FigureAnchor): number {
  if (a.block !== b.block || causesDiffer(a, b)) return 0;
  // The cheapest first: most pairs are far apart in time.
  const time = timeFactor(a, b);
  const place = time && placeFactor(a, b);
  if (!place) return 0;
  let score = place.score * time.score;
  if (a.cause !== b.cause) score *= ONE_CAUSE.score;
  if (a.contextual || b.contextual) score *= CONTEXTUAL.score;
  if (a.datedByText || b.datedByText) score *= DATED_BY_TEXT.score;
  return score;
}

export const areLinked = (a: FigureAnchor, b: FigureAnchor): boolean => scoreOf(a, b) >= LINKED;

/** Whether two figures cannot be one claim, whatever lies between them. Symmetric. */
export function areApart(a: FigureAnchor, b: FigureAnchor): boolean {
  if (causesDiffer(a, b) || !a.place || !b.place || areTimesApart(a, b)) return true;
  return relatePlaces(a.place, b.place) === 'apart';
}

const causesDiffer = (a: FigureAnchor, b: FigureAnchor): boolean =>
  a.cause !== null && b.cause !== null && a.cause !== b.cause;

const PLACE_FACTORS: Readonly<Record<Exclude<PlaceRelation, 'apart'>, Factor>> = {
  same: { score: 1, reason: 'same place' },
  within: { score: 0.9, reason: 'one place lies in the other' },
  country: { score: 0.55, reason: 'a country and a place in it' },
};
const STRUCK_COUNTRY: Factor = { score: 0.85, reason: 'a country and a place in it, struck by one disaster' };

function placeFactor(a: FigureAnchor, b: FigureAnchor): Factor | null {
  if (!a.place || !b.place) return null;
  const relation = relatePlaces(a.place, b.place);
  if (relation === 'apart') return null;
  const isStruck = a.cause === 'disaster' || b.cause === 'disaster';
  return relation === 'country' && isStruck ? STRUCK_COUNTRY : PLACE_FACTORS[relation];
}
