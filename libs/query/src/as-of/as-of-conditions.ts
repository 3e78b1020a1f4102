import type { AsOf } from '#tracking';
import type { Conditions } from '../conditions.js';

/** Rows of `tracked_report`, called `tracked`, that were there at the clocks; the words of statements and claims alone. */
export function addClocks(conditions: Conditions, { recordedSeq, assertedBy, validOn }: AsOf): Conditions {
  const asserted = 'coalesce(tracked.asserted_at, tracked.recorded_at)';
  if (typeof recordedSeq === 'number') conditions.add('tracked.seq <= ?', recordedSeq);
  for (const moment of [assertedBy, validOn])
    if (moment) conditions.add(`${asserted} <= ?::timestamptz`, endOf(moment));
  return conditions;
}

/** A day counts to its end, UTC. */
const endOf = (moment: string): string => (moment.length === 10 ? `${moment}T23:59:59.999Z` : moment);
