/** The present moment, injected so that tests choose it. */
export interface Clock {
  now(): Date;
}

/** Where Nest finds the clock; without one there, the system's. */
export const CLOCK = Symbol('CLOCK');

export const systemClock: Clock = { now: () => new Date() };
