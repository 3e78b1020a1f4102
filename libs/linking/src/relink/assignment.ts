import { livingClaims, type MemoryOf } from '../membership/claim-reports.js';

/** Where a process put a report, and the event that the report is. */
export interface Assigned {
  readonly claimId: string;
  readonly eventId: string;
  readonly seq: bigint;
}

/** The living claim of every report that is the process's to link, and the claims that live on in others. */
export async function assignmentOf(
  memory: MemoryOf,
): Promise<{ readonly assigned: Map<string, Assigned>; readonly dead: Set<string> }> {
  const { client, process, workspace } = memory;
  const { rows } = await client.query<Assigned & { reportId: string }>(
    `SELECT report_id AS "reportId", claim_id AS "claimId", event_id AS "eventId", seq FROM linking.claim_report report
     WHERE process = $1 AND workspace = $2
       AND NOT EXISTS (SELECT FROM linking.claim_pin pin
                       WHERE (pin.process, pin.workspace, pin.report_id) = (report.process, report.workspace, report.report_id))
     ORDER BY seq`,
    [process, workspace],
  );
  const living = await livingClaims(
    memory,
    rows.map(({ claimId }) => claimId),
  );
  const assigned = new Map(
    rows.map(({ reportId, claimId, ...row }) => [
      reportId,
      { ...row, claimId: living.get(claimId) ?? claimId },
    ]),
  );
  const { rows: merged } = await client.query<{ claimId: string }>(
    'SELECT merged_claim_id AS "claimId" FROM linking.claim_alias WHERE process = $1 AND workspace = $2',
    [process, workspace],
  );
  return { assigned, dead: new Set(merged.map(({ claimId }) => claimId)) };
}

/** The claim that the process gave each report, as if no person had decided anything: merges of people are not followed. */
export async function ownAssignmentOf(memory: MemoryOf): Promise<Map<string, string>> {
  const { client, process, workspace } = memory;
  const { rows } = await client.query<{ reportId: string; claimId: string }>(
    `SELECT report_id AS "reportId", claim_id AS "claimId" FROM linking.claim_report
     WHERE process = $1 AND workspace = $2 ORDER BY seq`,
    [process, workspace],
  );
  const living = await livingClaims(
    memory,
    rows.map(({ claimId }) => claimId),
    'own',
  );
  return new Map(rows.map(({ reportId, claimId }) => [reportId, living.get(claimId) ?? claimId]));
}

/** The tables of each linker that hold a claim. */
const TABLES: Readonly<Record<string, string>> = {
  'figure-linker': 'linking.figure_anchor',
  'proposition-linker': 'linking.proposition',
};

/** Forgets all that a linker remembers, so that it can be worked out anew from the log. */
export async function clearMemory({ client, process, workspace }: MemoryOf): Promise<void> {
  for (const table of ['claim_report', 'claim_pin', 'claim_alias'])
    await client.query(`DELETE FROM linking.${table} WHERE process = $1 AND workspace = $2`, [
      process,
      workspace,
    ]);
  await client.query(`DELETE FROM ${TABLES[process]} WHERE workspace = $1`, [workspace]);
}

/** Gives claims other ids, once for each: living claims by theirs, so that merges of the working-out are forgotten. */
export async function renameClaims(memory: MemoryOf, names: ReadonlyMap<string, string>): Promise<void> {
  const { client, process, workspace } = memory;
  const { rows } = await client.query<{ claimId: string }>(
    'SELECT DISTINCT claim_id AS "claimId" FROM linking.claim_report WHERE process = $1 AND workspace = $2',
    [process, workspace],
  );
  const claims = rows.map(({ claimId }) => claimId);
  const living = await livingClaims(memory, claims);
  const to = claims.map((claimId) => names.get(living.get(claimId) ?? claimId) ?? claimId);
  const rename = (table: string, where: string) =>
    client.query(
      `UPDATE ${table} AS stored SET claim_id = renamed.new FROM unnest($2::uuid[], $3::uuid[]) AS renamed (old, new)
       WHERE stored.workspace = $1 AND stored.claim_id = renamed.old ${where}`,
      [workspace, claims, to],
    );
  await rename('linking.claim_report', `AND stored.process = '${process}'`);
  await rename(TABLES[process] ?? '', '');
  await client.query('DELETE FROM linking.claim_alias WHERE process = $1 AND workspace = $2', [
    process,
    workspace,
  ]);
}
