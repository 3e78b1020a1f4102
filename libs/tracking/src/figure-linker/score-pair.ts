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

/** How surely two figures speak of one claim; null where nothing speaks for it. Symmetric. */
export function scorePair(a: FigureAnchor, b: FigureAnchor): PairScore | null {
  if (a.block !== b.block || !a.place || !b.place) return null;
  // The cheapest first: most pairs are far apart in time.
  const time = causesDiffer(a, b) ? null : timeScore(a, b);
  const place = time && placeScore(relatePlaces(a.place, b.place), a, b);
  if (!place) return null;
  const factors = [place, time];
  if (a.cause !== b.cause) factors.push({ score: 0.95, reasons: ['only one of them tells the cause'] });
  if (a.contextual || b.contextual)
    factors.push({ score: 0.9, reasons: ['place or time is taken from the rest of the article'] });
  if (a.datedByText || b.datedByText)
    factors.push({ score: 0.95, reasons: ['an article without a date, dated by its text'] });
  return {
    score: factors.reduce((product, { score }) => product * score, 1),
    reasons: factors.flatMap(({ reasons }) => reasons),
  };
}

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

function placeScore(relation: PlaceRelation, a: FigureAnchor, b: FigureAnchor): PairScore | null {
  switch (relation) {
    case 'same':
      return { score: 1, reasons: ['same place'] };
    case 'within':
      return { score: 0.9, reasons: ['one place lies in the other'] };
    case 'country':
      return a.cause === 'disaster' || b.cause === 'disaster'
        ? { score: 0.85, reasons: ['a country and a place in it, struck by one disaster'] }
        : { score: 0.55, reasons: ['a country and a place in it'] };
    case 'apart':
      return null;
  }
}

function timeScore(a: FigureAnchor, b: FigureAnchor): PairScore | null {
  const [x, y] = [a.time, b.time];
  if (x.kind === 'undated' || y.kind === 'undated') return null;
  if (x.kind === 'running' && y.kind === 'running') return seriesScore(a, b, Math.abs(x.day - y.day));
  if (x.kind === 'running' || y.kind === 'running') return runningBeside(x, y);
  return x.day === y.day ? boundedScore(x, y) : null;
}

type Bounded = Exclude<Dated, { readonly kind: 'running' }>;

/** Of two that begin on one day. */
function boundedScore(x: Bounded, y: Bounded): PairScore | null {
  if (x.kind === 'since' && y.kind === 'since') return { score: 1, reasons: ['counted since the same day'] };
  if (x.kind === 'window' && y.kind === 'window' && x.end === y.end)
    return { score: 1, reasons: ['same period'] };
  const isOneDay = [x, y].some((time) => time.kind === 'window' && time.end === time.day);
  if (isOneDay) return null;
  // A period that ends is what a running count with the same beginning had come to by then.
  return { score: x.kind === y.kind ? 0.85 : 0.92, reasons: ['periods that begin on the same day'] };
}

function seriesScore(a: FigureAnchor, b: FigureAnchor, days: number): PairScore | null {
  const { gap } = paceOf(a, b);
  if (days > gap) return null;
  const reason = days === 0 ? 'told on the same day' : `told ${days} ${days === 1 ? 'day' : 'days'} apart`;
  return { score: 1 - (0.1 * days) / gap, reasons: [reason] };
}

type Dated = Exclude<FigureAnchor['time'], { readonly kind: 'undated' }>;

/** Of a longer period nobody can say that a toll is the one that was told about then. */
const LONGEST_BESIDE = 90;

const lastBeside = (time: Bounded): number =>
  Math.min(
    time.kind === 'window' ? time.end + 1 : time.day + PACES.movement.gap + 1,
    time.day + LONGEST_BESIDE,
  );

/** A toll told the day after "on Monday" may be Monday's, or another. */
function runningBeside(x: Dated, y: Dated): PairScore | null {
  const [running, bounded] = x.kind === 'running' ? [x, y] : [y, x];
  if (running.kind !== 'running' || bounded.kind === 'running') return null;
  const isBeside = running.day >= bounded.day && running.day <= lastBeside(bounded);
  if (isBeside && running.recent && bounded.kind === 'since')
    return { score: 0.85, reasons: ['one counts recent days, the other since a day among them'] };
  return isBeside ? { score: 0.6, reasons: ['one gives a period, the other was told about then'] } : null;
}
