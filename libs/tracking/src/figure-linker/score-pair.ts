import type { FigureAnchor, Pace } from './figure-anchor.js';
import { relatePlaces, type PlaceRelation } from './place-relation.js';

/** From here on two figures are taken for one claim; from `PROPOSED` on, somebody is asked. Set on the gold stories. */
export const LINKED = 0.75;
export const PROPOSED = 0.4;

/** How far apart the days of neighbours in a series may lie, and how long a series may be; in days. */
const PACES: Readonly<Record<Pace, { readonly gap: number; readonly span: number }>> = {
  census: { gap: 365, span: Infinity },
  stock: { gap: 90, span: Infinity },
  disaster: { gap: 30, span: 180 },
  movement: { gap: 7, span: 60 },
  attack: { gap: 1, span: 3 },
};

export interface PairScore {
  /** 0 to 1. */
  readonly score: number;
  /** In words, without names. */
  readonly reasons: readonly string[];
}

/** What one thing that two figures have in common says of them. */
interface Factor {
  readonly score: number;
  readonly reason: string;
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

function areTimesApart(a: FigureAnchor, b: FigureAnchor): boolean {
  const [x, y] = [a.time, b.time];
  if (x.kind === 'undated' || y.kind === 'undated') return true;
  if (x.kind === 'running' && y.kind === 'running') return Math.abs(x.day - y.day) > paceOf(a, b).span;
  return x.kind !== 'running' && y.kind !== 'running' && x.day !== y.day;
}

/** The days on which those lie that may be linked to a figure or proposed for it; null where nothing but a person can tell. */
export function neighbourDays({
  time,
  pace,
  cause,
}: FigureAnchor): { readonly from: number; readonly to: number } | null {
  switch (time.kind) {
    case 'undated':
      return null;
    case 'running': {
      const gap = Math.max(PACES[pace].gap, cause === null ? PACES.disaster.gap : 0);
      return { from: time.day - Math.max(gap, LONGEST_BESIDE), to: time.day + gap };
    }
    case 'since':
    case 'window':
      return { from: time.day, to: lastBeside(time) };
  }
}

const causesDiffer = (a: FigureAnchor, b: FigureAnchor): boolean =>
  a.cause !== null && b.cause !== null && a.cause !== b.cause;

/** A figure whose cause nobody tells keeps the pace of the other. */
function paceOf(a: FigureAnchor, b: FigureAnchor): { readonly gap: number; readonly span: number } {
  const [ofA, ofB] = [PACES[a.pace], PACES[b.pace]];
  if (a.cause === null && b.cause !== null) return ofB;
  if (b.cause === null && a.cause !== null) return ofA;
  return ofA.gap < ofB.gap ? ofA : ofB;
}

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

function timeFactor(a: FigureAnchor, b: FigureAnchor): Factor | null {
  const [x, y] = [a.time, b.time];
  if (x.kind === 'undated' || y.kind === 'undated') return null;
  if (x.kind === 'running' && y.kind === 'running')
    return seriesFactor(paceOf(a, b).gap, Math.abs(x.day - y.day));
  if (x.kind === 'running') return y.kind === 'running' ? null : runningBeside(x, y);
  if (y.kind === 'running') return runningBeside(y, x);
  return x.day === y.day ? boundedFactor(x, y) : null;
}

type Dated = Exclude<FigureAnchor['time'], { readonly kind: 'undated' }>;
type Running = Extract<Dated, { readonly kind: 'running' }>;
type Bounded = Exclude<Dated, Running>;

const SAME_BEGINNING: Factor = { score: 1, reason: 'counted since the same day' };
const SAME_PERIOD: Factor = { score: 1, reason: 'same period' };
const BEGIN_TOGETHER = 'periods that begin on the same day';
const BOTH_END: Factor = { score: 0.85, reason: BEGIN_TOGETHER };
const ONE_ENDS: Factor = { score: 0.92, reason: BEGIN_TOGETHER };

/** Of two that begin on one day. */
function boundedFactor(x: Bounded, y: Bounded): Factor | null {
  if (x.kind === 'since' && y.kind === 'since') return SAME_BEGINNING;
  if (x.kind === 'window' && y.kind === 'window' && x.end === y.end) return SAME_PERIOD;
  const isOneDay = [x, y].some((time) => time.kind === 'window' && time.end === time.day);
  if (isOneDay) return null;
  // A period that ends is what a running count with the same beginning had come to by then.
  return x.kind === y.kind ? BOTH_END : ONE_ENDS;
}

const series = new Map<number, readonly Factor[]>();

function seriesFactor(gap: number, days: number): Factor | null {
  let factors = series.get(gap);
  if (!factors) {
    factors = Array.from({ length: gap + 1 }, (_, apart) => ({
      score: 1 - (0.1 * apart) / gap,
      reason: apart === 0 ? 'told on the same day' : `told ${apart} ${apart === 1 ? 'day' : 'days'} apart`,
    }));
    series.set(gap, factors);
  }
  return factors[days] ?? null;
}

/** Of a longer period nobody can say that a toll is the one that was told about then. */
const LONGEST_BESIDE = 90;

const lastBeside = (time: Bounded): number =>
  Math.min(
    time.kind === 'window' ? time.end + 1 : time.day + PACES.movement.gap + 1,
    time.day + LONGEST_BESIDE,
  );

const RECENT_DAYS: Factor = {
  score: 0.85,
  reason: 'one counts recent days, the other since a day among them',
};
const BESIDE: Factor = { score: 0.6, reason: 'one gives a period, the other was told about then' };

/** A toll told the day after "on Monday" may be Monday's, or another. */
function runningBeside(running: Running, bounded: Bounded): Factor | null {
  if (running.day < bounded.day || running.day > lastBeside(bounded)) return null;
  return running.recent && bounded.kind === 'since' ? RECENT_DAYS : BESIDE;
}
