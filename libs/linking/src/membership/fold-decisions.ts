import type { ClaimsMerged, ClaimSplit, DecisionReverted, ReportLinked, ReportUnlinked } from '#domain';
import type { EventReader, StoredEvent } from '#event-store';
import { addAlias, type MemoryOf } from './claim-reports.js';

/** The decisions that say which claim reports are of. */
export const MEMBERSHIP_TYPES = [
  'ReportLinked',
  'ReportUnlinked',
  'ClaimsMerged',
  'ClaimSplit',
  'ReportLinkProposed',
  'DecisionReverted',
] as const;

/** Takes over what a person decided: the reports it is about are pinned, and the process leaves them alone from then on. */
export async function foldDecision(memory: MemoryOf, event: StoredEvent, reader: EventReader): Promise<void> {
  const { data } = event;
  switch (event.type) {
    case 'ReportLinked':
      return pin(memory, event, [(data as ReportLinked).reportId], (data as ReportLinked).claimId);
    case 'ReportUnlinked':
      return pin(memory, event, [(data as ReportUnlinked).reportId], null);
    case 'ClaimSplit':
      return pin(memory, event, (data as ClaimSplit).reportIds, (data as ClaimSplit).newClaimId);
    case 'ClaimsMerged':
      return merge(memory, event, data as ClaimsMerged);
    case 'DecisionReverted':
      return revert(memory, event, data as DecisionReverted, reader);
  }
}

async function pin(
  { client, process, workspace }: MemoryOf,
  { seq, eventId }: StoredEvent,
  reportIds: readonly string[],
  claimId: string | null,
): Promise<void> {
  await client.query(
    `INSERT INTO linking.claim_pin (process, workspace, report_id, seq, event_id, claim_id)
     SELECT process, workspace, report_id, $4, $5, $6 FROM linking.claim_report
     WHERE process = $1 AND workspace = $2 AND report_id = ANY ($3::uuid[])
     ON CONFLICT DO NOTHING`,
    [process, workspace, reportIds, seq, eventId, claimId],
  );
}

async function merge(memory: MemoryOf, event: StoredEvent, { claimId, mergedClaimId }: ClaimsMerged) {
  await pinReportsOf(memory, event, [claimId, mergedClaimId], claimId);
  await addAlias(memory, mergedClaimId, claimId, event.eventId);
}

/** Pins what stands under the claims now: what a person put together the process does not take apart. */
async function pinReportsOf(
  memory: MemoryOf,
  event: StoredEvent,
  claimIds: readonly string[],
  to: string,
): Promise<void> {
  const { client, process, workspace } = memory;
  const { rows } = await client.query<{ claimId: string }>(
    `SELECT DISTINCT claim_id AS "claimId" FROM linking.claim_report WHERE process = $1 AND workspace = $2
       AND claim_id IN (
         SELECT unnest($3::uuid[])
         UNION SELECT merged_claim_id FROM linking.claim_alias
               WHERE process = $1 AND workspace = $2 AND claim_id = ANY ($3::uuid[]))`,
    [process, workspace, claimIds],
  );
  const { rows: reports } = await client.query<{ reportId: string }>(
    `SELECT report_id AS "reportId" FROM linking.claim_report report
     WHERE process = $1 AND workspace = $2 AND claim_id = ANY ($3::uuid[])
       AND NOT EXISTS (SELECT FROM linking.claim_pin pin
                       WHERE (pin.process, pin.workspace, pin.report_id) = (report.process, report.workspace, report.report_id))`,
    [process, workspace, rows.map(({ claimId }) => claimId)],
  );
  await pin(
    memory,
    event,
    reports.map(({ reportId }) => reportId),
    to,
  );
}

/** A person's decision that is undone counts as never made; undoing one of the process pins what it was about as it was before. */
async function revert(
  memory: MemoryOf,
  event: StoredEvent,
  { decisionId, decisionType }: DecisionReverted,
  reader: EventReader,
): Promise<void> {
  const { client, process, workspace } = memory;
  const own = [process, workspace, decisionId];
  const where = 'WHERE process = $1 AND workspace = $2 AND event_id = $3';
  const pins = await client.query(`DELETE FROM linking.claim_pin ${where}`, own);
  const aliases = await client.query(`DELETE FROM linking.claim_alias ${where}`, own);
  if ((pins.rowCount ?? 0) + (aliases.rowCount ?? 0) > 0) return;
  const decision = await reader.findEvent(workspace, decisionId);
  if (!decision) return;
  const { data } = decision;
  if (decisionType === 'ReportLinked') await pin(memory, event, [(data as ReportLinked).reportId], null);
  if (decisionType === 'ReportUnlinked') {
    const { reportId, claimId } = data as ReportUnlinked;
    await pin(memory, event, [reportId], claimId);
  }
  if (decisionType === 'ClaimsMerged') await unmerge(memory, event, (data as ClaimsMerged).mergedClaimId);
}

async function unmerge(memory: MemoryOf, event: StoredEvent, mergedClaimId: string): Promise<void> {
  const { client, process, workspace } = memory;
  await client.query(
    'DELETE FROM linking.claim_alias WHERE process = $1 AND workspace = $2 AND merged_claim_id = $3',
    [process, workspace, mergedClaimId],
  );
  await pinReportsOf(memory, event, [mergedClaimId], mergedClaimId);
}
