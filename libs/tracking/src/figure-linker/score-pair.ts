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
  const place = placeScore(relatePlaces(a.place, b.place), a, b);
  const time = timeScore(a, b);
  if (!place || !time || causesDiffer(a, b)) return null;
  const factors = [place, time];
  if (a.cause !== b.cause) factors.push({ score: 0.95, reasons: ['only one of them tells the cause'] });
  if (a.contextual || b.contextual)
    factors.push({ score: 0.9, reasons: ['place or time is taken from the rest of the article'] });
  return {
    score: factors.reduce((product, { score }) => product * score, 1),
    reasons: factors.flatMap(({ reasons }) => reasons),
  };
}

/** Whether two figures cannot be one claim, whatever lies between them. Symmetric. */
export function areApart(a: FigureAnchor, b: FigureAnchor): boolean {
  if (causesDiffer(a, b) || !a.place || !b.place) return true;
  if (relatePlaces(a.place, b.place) === 'apart') return true;
  const [x, y] = [a.time, b.time];
  if (x.kind === 'undated' || y.kind === 'undated') return true;
  if (x.kind === 'running' && y.kind === 'running') return Math.abs(x.day - y.day) > paceOf(a, b).span;
  return x.kind !== 'running' && y.kind !== 'running' && x.day !== y.day;
}

/** How far from a figure's day those may lie that could be of its claim: a series and as much again on both sides. */
export function reachOf({ pace, cause }: FigureAnchor): number {
  const { gap, span } = PACES[cause === null && pace !== 'census' && pace !== 'stock' ? 'disaster' : pace];
  return Number.isFinite(span) ? gap + 2 * span : 4 * gap;
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
  return isOneDay ? null : { score: 0.85, reasons: ['periods that begin on the same day'] };
}

function seriesScore(a: FigureAnchor, b: FigureAnchor, days: number): PairScore | null {
  const { gap } = paceOf(a, b);
  if (days > gap) return null;
  const reason = days === 0 ? 'told on the same day' : `told ${days} ${days === 1 ? 'day' : 'days'} apart`;
  return { score: 1 - (0.1 * days) / gap, reasons: [reason] };
}

type Dated = Exclude<FigureAnchor['time'], { readonly kind: 'undated' }>;

/** A toll told the day after "on Monday" may be Monday's, or another. */
function runningBeside(x: Dated, y: Dated): PairScore | null {
  const [running, bounded] = x.kind === 'running' ? [x, y] : [y, x];
  const end = bounded.kind === 'window' ? bounded.end : bounded.day + PACES.movement.gap;
  const isBeside = running.day >= bounded.day && running.day <= end + 1;
  return isBeside ? { score: 0.6, reasons: ['one gives a period, the other was told about then'] } : null;
}
