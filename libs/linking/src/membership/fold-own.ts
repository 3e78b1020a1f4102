import type { ClaimsMerged, ReportLinked } from '#domain';
import type { StoredEvent } from '#event-store';
import { addAlias, type MemoryOf } from './claim-reports.js';

/** Takes over a decision of the process itself, where its memory was lost: gives the anchor whose reports stand under the claim. */
export async function foldOwn(
  memory: MemoryOf,
  event: StoredEvent,
): Promise<{ readonly anchorId: string; readonly claimId: string } | null> {
  const { client, process, workspace } = memory;
  if (event.type === 'ClaimsMerged') {
    const { claimId, mergedClaimId } = event.data as ClaimsMerged;
    await addAlias(memory, mergedClaimId, claimId, null);
    return null;
  }
  if (event.type !== 'ReportLinked') return null;
  const { claimId, reportId } = event.data as ReportLinked;
  const { rows } = await client.query<{ anchorId: string }>(
    `UPDATE linking.claim_report SET claim_id = $4 WHERE process = $1 AND workspace = $2 AND report_id = $3
     RETURNING anchor_id AS "anchorId"`,
    [process, workspace, reportId, claimId],
  );
  const [report] = rows;
  return report ? { anchorId: report.anchorId, claimId } : null;
}
