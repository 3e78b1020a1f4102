import { isRunning } from '../figure-linker/time-anchor.js';
import { groupBy } from '../group-by.js';
import { dayOf, endOf, instantOf } from './days.js';
import { appliedOf, corrected } from './folded-report.js';
import type { AsOf, FigureFacts, LedgerDecision, Retirement, TrackedReport } from './ledger.js';
import { ofType } from './live-decisions.js';

/**
 * The reports that were there at the clocks asked for, each with what had happened to it by then. When one was asserted and which day it
 * speaks of is as the decisions in force correct it; what is given back is as it was read.
 */
export function reportsAsOf(
  reports: readonly TrackedReport[],
  asOf: AsOf,
  live: readonly LedgerDecision[],
): TrackedReport[] {
  const last = asOf.recordedSeq ?? Infinity;
  const isThere = thereAt(asOf, live);
  return reports
    .filter((report) => report.seq <= last && isThere(report))
    .map((report) => ({ ...report, retirements: retirementsAsOf(report.retirements, asOf) }));
}

function thereAt(
  { assertedBy, validOn }: AsOf,
  live: readonly LedgerDecision[],
): (report: TrackedReport) => boolean {
  if (!assertedBy && !validOn) return () => true;
  const corrections = groupBy(ofType(live, 'ReportCorrected'), ({ data }) => data.reportId);
  const asserted = assertedBy ? endOf(assertedBy) : Infinity;
  return (read) => {
    const report = corrected(read, (corrections.get(read.reportId) ?? []).map(appliedOf));
    return assertedAtOf(report) <= asserted && (!validOn || speaksOf(report, validOn));
  };
}

/** What had taken a report out of the record by then. */
export function retirementsAsOf(retirements: readonly Retirement[], asOf: AsOf): Retirement[] {
  const last = asOf.recordedSeq ?? Infinity;
  const asserted = asOf.assertedBy ? endOf(asOf.assertedBy) : Infinity;
  return retirements.filter(
    ({ seq, assertedAt }) => seq <= last && (assertedAt === null || instantOf(assertedAt) <= asserted),
  );
}

/** Where nobody said when, it was asserted by the time it was recorded. */
const assertedAtOf = ({ assertedAt, recordedAt }: TrackedReport): number =>
  instantOf(assertedAt ?? recordedAt);

/**
 * Whether a report speaks of a day. What happened in a period that begins and ends: any day of it. A running total holds from the day up
 * to which it counts, as a state, a statement and a claim hold from theirs, until something later is known.
 */
function speaksOf(report: TrackedReport, day: string): boolean {
  const { figure, assertedAt, recordedAt } = report;
  const closed = figure && closedPeriod(figure);
  if (closed) return closed.start <= day && day <= closed.end;
  return ((figure && holdsFrom(figure)) ?? dayOf(assertedAt ?? recordedAt)) <= day;
}

function closedPeriod({ measure, period }: FigureFacts): { start: string; end: string } | null {
  if (measure !== 'flow' || !period || isRunning(period.text)) return null;
  const { start, end } = period;
  return start !== null && end !== null ? { start, end } : null;
}

function holdsFrom({ measure, asOf, period }: FigureFacts): string | null {
  if (asOf !== null || period === null) return asOf;
  return (measure === 'flow' ? null : period.start) ?? period.end;
}
