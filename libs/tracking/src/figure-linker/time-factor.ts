import type { FigureAnchor, Pace } from './figure-anchor.js';

/** In days. */
interface PaceDays {
  /** How far apart neighbours in a series may lie. */
  readonly gap: number;
  /** How far apart somebody is asked whether they are neighbours. */
  readonly asked: number;
  /** How long a series may be. */
  readonly span: number;
}

export const PACES: Readonly<Record<Pace, PaceDays>> = {
  census: { gap: 365, asked: 365, span: Infinity },
  stock: { gap: 90, asked: 90, span: Infinity },
  disaster: { gap: 30, asked: 30, span: 180 },
  movement: { gap: 7, asked: 7, span: 60 },
  attack: { gap: 1, asked: 3, span: 3 },
};

/** What one thing that two figures have in common says of them. */
export interface Factor {
  readonly score: number;
  readonly reason: string;
}

/** What the times of two figures say for their being one claim; null where nothing does. */
export function timeFactor(a: FigureAnchor, b: FigureAnchor): Factor | null {
  const { time: x } = a;
  const { time: y } = b;
  if (x.kind === 'undated' || y.kind === 'undated') return null;
  if (x.kind === 'running' && y.kind === 'running')
    return seriesFactor(paceOf(a, b), Math.abs(x.day - y.day));
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
  if (isOneDay(x) || isOneDay(y)) return null;
  // A period that ends is what a running count with the same beginning had come to by then.
  return x.kind === y.kind ? BOTH_END : ONE_ENDS;
}

const isOneDay = (time: Bounded): boolean => time.kind === 'window' && time.end === time.day;

const series = new Map<PaceDays, readonly Factor[]>();

function seriesFactor(pace: PaceDays, days: number): Factor | null {
  let factors = series.get(pace);
  if (!factors) {
    factors = Array.from({ length: pace.asked + 1 }, (_, apart) => ({
      score: apart <= pace.gap ? 1 - (0.1 * apart) / pace.gap : LATER,
      reason: apart === 0 ? 'told on the same day' : `told ${apart} ${apart === 1 ? 'day' : 'days'} apart`,
    }));
    series.set(pace, factors);
  }
  return factors[days] ?? null;
}

/** "An attack" and, two days on, "the attack" may be one, or the next one. */
const LATER = 0.55;

/** Of a longer period nobody can say that a toll is the one that was told about then. */
export const LONGEST_BESIDE = 90;
/** So many days after its beginning a count may still be the one that is told of then. */
export const SINCE_BESIDE = PACES.movement.gap + 1;

export const lastBeside = (time: Bounded): number =>
  time.kind === 'window' ? Math.min(time.end + 1, time.day + LONGEST_BESIDE) : time.day + SINCE_BESIDE;

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

/** Whether two figures are of different times, whatever lies between them. */
export function areTimesApart(a: FigureAnchor, b: FigureAnchor): boolean {
  const { time: x } = a;
  const { time: y } = b;
  if (x.kind === 'undated' || y.kind === 'undated') return true;
  if (x.kind === 'running' && y.kind === 'running') return Math.abs(x.day - y.day) > paceOf(a, b).span;
  return x.kind !== 'running' && y.kind !== 'running' && x.day !== y.day;
}

/** A figure whose cause nobody tells keeps the pace of the other. */
function paceOf(a: FigureAnchor, b: FigureAnchor): PaceDays {
  const ofA = PACES[a.pace];
  const ofB = PACES[b.pace];
  if (a.cause === null && b.cause !== null) return ofB;
  if (b.cause === null && a.cause !== null) return ofA;
  return ofA.gap < ofB.gap ? ofA : ofB;
}
