import { claimDecisionTable, liveTable } from '#projections';
import type { AsOf, TimelineEntry } from '#tracking';
import type { ViewsReader } from '../views-reader.js';
import { foldFamilies } from './fold-claims.js';

/**
 * SQL for the rows `(report_id, claim_id)` of every claim that a decision named with a report of the workspace in the parameter given
 * ("$1"): where a report ever was is among them, or in the family of one of them.
 */
export const claimsNamedIn = (workspace: string): string => `(
  SELECT decision.report_id, named.claim_id FROM ${liveTable(claimDecisionTable)} decision
  CROSS JOIN LATERAL (VALUES (decision.claim_id), (decision.other_claim_id)) named (claim_id)
  WHERE decision.workspace = ${workspace} AND decision.report_id IS NOT NULL AND named.claim_id IS NOT NULL)`;

/** Every claim that a decision named with one of the reports. */
export async function claimsNamedWith(
  views: ViewsReader,
  workspace: string,
  reportIds: readonly string[],
): Promise<string[]> {
  if (reportIds.length === 0) return [];
  const named = await views.select<{ claim_id: string }>(
    `SELECT DISTINCT claim_id FROM ${claimsNamedIn('$1')} named WHERE report_id = ANY($2::uuid[])`,
    [workspace, reportIds],
  );
  return named.map(({ claim_id }) => claim_id);
}

/** The claim that a report was of at some clocks, and what it adds to it. */
export interface ReportOfClaim {
  readonly claimId: string;
  readonly entry: TimelineEntry;
}

/** By report; those that were of no claim at the clocks are left out. */
export async function claimsOfReports(
  views: ViewsReader,
  workspace: string,
  reportIds: readonly string[],
  asOf: AsOf,
): Promise<Map<string, ReportOfClaim>> {
  const ids = await claimsNamedWith(views, workspace, reportIds);
  const found = new Map<string, ReportOfClaim>();
  for (const [claimId, { timeline }] of await foldFamilies(views, workspace, ids, asOf))
    for (const entry of timeline.entries) found.set(entry.reportId, { claimId, entry });
  return found;
}
