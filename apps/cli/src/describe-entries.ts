import type { ClaimTimelineEntry } from '#query';
import { describeAnomaly, describeSettlement } from './describe-anomaly.js';

/**
 * Below the table of a timeline, by the number of each row: the id of its report, to decide by, its other relations, and its anomalies with
 * what somebody let stand.
 */
export function describeEntries(entries: readonly ClaimTimelineEntry[]): string[] {
  const rows = new Map(entries.map(({ reportId }, at) => [reportId, `${at + 1}`]));
  const rowOf = (id: string): string => rows.get(id) ?? id;
  return entries.flatMap(({ reportId, otherRelations, anomalyDetails }, at) => [
    `${at + 1}  ${reportId}`,
    ...otherRelations.map((one) => `     also ${one.relation} ${rowOf(one.reportId)}: ${one.reason}`),
    ...anomalyDetails.map((found) => {
      const settled = found.settled && `; ${describeSettlement(found.settled)}`;
      return `     against ${rowOf(found.againstReportId)}: ${describeAnomaly(found)}${settled ?? ''}`;
    }),
  ]);
}

/** What is to be looked at in a row, told apart from what somebody let stand. */
export const namesOfAnomalies = ({ anomalies, anomalyDetails }: ClaimTimelineEntry): string[] =>
  anomalies.map((name) => {
    const found = anomalyDetails.filter(({ anomaly }) => anomaly === name);
    return found.every(({ settled }) => settled !== null) ? `${name} (settled)` : name;
  });
