import type { FigureAnchor } from './figure-anchor.js';
import type { TimeAnchor } from './time-anchor.js';
import { lastBeside, LONGEST_BESIDE, PACES, SINCE_BESIDE } from './time-factor.js';

/** `recent`: a running count that only says that it is of some days up to then. */
export const TIME_KINDS = ['running', 'recent', 'since', 'window', 'undated'] as const;
export type TimeKind = (typeof TIME_KINDS)[number];

/** From the first to the last day, counted from 1970-01-01. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

/** The days on which figures of a kind are looked for. */
export type DaysOfKinds = readonly (readonly [TimeKind, DayRange])[];

export const timeKindOf = (time: TimeAnchor): TimeKind =>
  time.kind === 'running' && time.recent ? 'recent' : time.kind;

/** Where those lie that `scorePair` may link with a figure or propose for it; nowhere where nothing but a person can tell. */
export function daysAround(anchor: FigureAnchor): DaysOfKinds {
  const { time } = anchor;
  if (time.kind === 'undated') return [];
  if (time.kind === 'running') {
    const windows = { from: time.day - LONGEST_BESIDE, to: time.day };
    return [
      ...countsClose(anchor, time.day, 'asked'),
      ['since', sincesBefore(time.day)],
      ['window', windows],
    ];
  }
  const beside = { from: time.day, to: lastBeside(time) };
  return [...beginningOn(time.day), ['running', beside], ['recent', beside]];
}

/** Where those lie that it may be linked with: far fewer where much is told of. */
export function linkableDays(anchor: FigureAnchor): DaysOfKinds {
  const { time } = anchor;
  if (time.kind === 'undated') return [];
  if (time.kind === 'window') return beginningOn(time.day);
  if (time.kind === 'since')
    return [...beginningOn(time.day), ['recent', { from: time.day, to: lastBeside(time) }]];
  const counts = countsClose(anchor, time.day, 'gap');
  return time.recent ? [...counts, ['since', sincesBefore(time.day)]] : counts;
}

function countsClose({ pace, cause }: FigureAnchor, day: number, reach: 'gap' | 'asked'): DaysOfKinds {
  // One whose cause nobody tells may be of a disaster.
  const days = Math.max(PACES[pace][reach], cause === null ? PACES.disaster[reach] : 0);
  const close = { from: day - days, to: day + days };
  return [
    ['running', close],
    ['recent', close],
  ];
}

const sincesBefore = (day: number): DayRange => ({ from: day - SINCE_BESIDE, to: day });

const beginningOn = (day: number): DaysOfKinds => [
  ['since', { from: day, to: day }],
  ['window', { from: day, to: day }],
];
