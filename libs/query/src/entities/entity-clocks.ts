import { liveTable, trackedReportTable } from '#projections';
import type { AsOf } from '#tracking';
import { addClocks } from '../as-of/as-of-conditions.js';
import { Conditions } from '../conditions.js';

/** Names, rows of `entity_mention` called `held`, in reports that were there at the clocks. */
export function addMentionClocks(conditions: Conditions, asOf: AsOf): void {
  const { recordedSeq, assertedBy, validOn } = asOf;
  if (typeof recordedSeq === 'number') conditions.add('held.seq <= ?', recordedSeq);
  if (!assertedBy && !validOn) return;
  const reports = new Conditions(conditions.values)
    .add('tracked.workspace = held.workspace')
    .add('tracked.report_id = held.report_id');
  addClocks(reports, asOf);
  conditions.add(`EXISTS (SELECT FROM ${liveTable(trackedReportTable)} tracked ${reports.toString()})`);
}

/** Decisions on entities, called `decision`, that stood where the log ended then, or stand now. */
export function addDecisionClock(conditions: Conditions, { recordedSeq }: AsOf): Conditions {
  if (typeof recordedSeq !== 'number') return conditions.add('decision.reverted_seq IS NULL');
  return conditions
    .add('decision.seq <= ?', recordedSeq)
    .add('(decision.reverted_seq IS NULL OR decision.reverted_seq > ?)', recordedSeq);
}
