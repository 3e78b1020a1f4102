/** Milliseconds since 1970 of a day (its midnight, UTC) or a time. */
export const instantOf = (asserted: string): number => Date.parse(asserted);

/** The day of a time, in UTC. */
export const dayOf = (asserted: string): string =>
  asserted.length === 10 ? asserted : new Date(asserted).toISOString().slice(0, 10);

/** Days from one day to another; negative where the second is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((instantOf(to) - instantOf(from)) / DAY);

/** The last instant that "by `asserted`" takes in: all of a day, or the time itself. */
export const endOf = (asserted: string): number =>
  asserted.length === 10 ? instantOf(asserted) + DAY - 1 : instantOf(asserted);

const DAY = 86_400_000;
