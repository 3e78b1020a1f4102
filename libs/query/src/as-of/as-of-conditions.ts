import type { AsOf } from '#tracking';
import type { Conditions } from '../conditions.js';

/** Rows of `tracked_report`, called `tracked`, that were there at the clocks. What speaks of a day is told as the fold of a claim tells it. */
export function addClocks(conditions: Conditions, { recordedSeq, assertedBy, validOn }: AsOf): Conditions {
  const asserted = 'coalesce(tracked.asserted_at, tracked.recorded_at)';
  if (typeof recordedSeq === 'number') conditions.add('tracked.seq <= ?', recordedSeq);
  if (assertedBy) conditions.add(`${asserted} <= ?::timestamptz`, endOf(assertedBy));
  if (validOn) conditions.add(SPEAKS_OF, validOn, validOn, validOn, validOn);
  return conditions;
}

const DAY_ASSERTED = `to_char(coalesce(tracked.asserted_at, tracked.recorded_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD')`;
const [AS_OF, START, END] = [
  "facts ->> 'asOf'",
  "facts -> 'period' ->> 'start'",
  "facts -> 'period' ->> 'end'",
];

/** What happened in a period speaks of its days; what is so, of all days from its own on. */
const SPEAKS_OF = `CASE WHEN tracked.measure = 'flow'
  THEN coalesce(${START}, ?) COLLATE "C" <= ? AND ? <= coalesce(${AS_OF}, ${END}, ${DAY_ASSERTED}) COLLATE "C"
  ELSE coalesce(${AS_OF}, ${START}, ${END}, ${DAY_ASSERTED}) COLLATE "C" <= ? END`;

/** A day counts to its end, UTC. */
const endOf = (moment: string): string => (moment.length === 10 ? `${moment}T23:59:59.999Z` : moment);
