import type { Queries, Write } from '../runner/decision-process.js';

/** Whose memory it is. */
export interface MemoryOf {
  readonly client: Queries;
  /** As in `DecisionContext`. */
  readonly write?: Write;
  readonly process: string;
  readonly workspace: string;
}

/** A report with the claim its process gave it. */
export interface ClaimReport {
  readonly reportId: string;
  readonly articleId: string;
  readonly eventId: string;
  readonly seq: bigint;
  /** What it is compared by; reports of one anchor have one claim, but for those that people moved. */
  readonly anchorId: string;
  readonly claimId: string;
}

const COLUMNS = `report_id AS "reportId", article_id AS "articleId", event_id AS "eventId", seq, anchor_id AS "anchorId",
  claim_id AS "claimId"`;

export async function addReports(
  { client, process, workspace }: MemoryOf,
  reports: readonly ClaimReport[],
): Promise<void> {
  if (reports.length === 0) return;
  await client.query(
    `INSERT INTO linking.claim_report (process, workspace, report_id, article_id, event_id, seq, anchor_id, claim_id)
     SELECT $1, $2, * FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::bigint[], $7::uuid[], $8::uuid[])
     ON CONFLICT (process, workspace, report_id) DO UPDATE SET claim_id = EXCLUDED.claim_id, anchor_id = EXCLUDED.anchor_id`,
    [
      process,
      workspace,
      literal(reports.map(({ reportId }) => reportId)),
      literal(reports.map(({ articleId }) => articleId)),
      literal(reports.map(({ eventId }) => eventId)),
      literal(reports.map(({ seq }) => seq)),
      literal(reports.map(({ anchorId }) => anchorId)),
      literal(reports.map(({ claimId }) => claimId)),
    ],
  );
}

/** An array of ids or numbers, which need no quotes: pg's own way looks at each character. */
export const literal = (items: readonly (string | bigint)[]): string => `{${items.join()}}`;

/** Those of the reports that it has seen. */
export async function reportsById(
  { client, process, workspace }: MemoryOf,
  reportIds: readonly string[],
): Promise<Map<string, ClaimReport>> {
  if (reportIds.length === 0) return new Map();
  const { rows } = await client.query<ClaimReport>(
    `SELECT ${COLUMNS} FROM linking.claim_report WHERE process = $1 AND workspace = $2 AND report_id = ANY ($3::uuid[])`,
    [process, workspace, literal(reportIds)],
  );
  return new Map(rows.map((row) => [row.reportId, row]));
}

/** The reports of anchors that nobody has decided on but the process, oldest first. */
export async function freeReportsOf(
  { client, process, workspace }: MemoryOf,
  anchorIds: readonly string[],
): Promise<ClaimReport[]> {
  if (anchorIds.length === 0) return [];
  const { rows } = await client.query<ClaimReport>(
    `SELECT ${COLUMNS} FROM linking.claim_report report
     WHERE process = $1 AND workspace = $2 AND anchor_id = ANY ($3::uuid[])
       AND NOT EXISTS (SELECT FROM linking.claim_pin pin
                       WHERE (pin.process, pin.workspace, pin.report_id) = (report.process, report.workspace, report.report_id))
     ORDER BY seq, report_id`,
    [process, workspace, anchorIds],
  );
  return rows;
}

/** The last word of people on the claim of a report; null where they said nothing. */
export async function pinOf(
  { client, process, workspace }: MemoryOf,
  reportId: string,
): Promise<{ readonly claimId: string | null } | null> {
  const { rows } = await client.query<{ claimId: string | null }>(
    `SELECT claim_id AS "claimId" FROM linking.claim_pin WHERE process = $1 AND workspace = $2 AND report_id = $3
     ORDER BY seq DESC LIMIT 1`,
    [process, workspace, reportId],
  );
  return rows[0] ?? null;
}

/** The claims that live on under another id: merged -> the one that answers for it now; by whose merges, all or the process's own. */
export async function livingClaims(
  { client, process, workspace }: MemoryOf,
  claimIds: readonly string[],
  merges: 'all' | 'own' = 'all',
): Promise<Map<string, string>> {
  if (claimIds.length === 0) return new Map();
  const own = merges === 'own' ? 'AND alias.event_id IS NULL' : '';
  const { rows } = await client.query<{ claim: string; living: string }>(
    `WITH RECURSIVE step AS (
       SELECT alias.merged_claim_id AS claim, alias.claim_id AS living, 1 AS depth FROM linking.claim_alias alias
       WHERE alias.process = $1 AND alias.workspace = $2 AND alias.merged_claim_id = ANY ($3::uuid[]) ${own}
       UNION ALL
       SELECT step.claim, alias.claim_id, depth + 1 FROM step
         JOIN linking.claim_alias alias
           ON alias.process = $1 AND alias.workspace = $2 AND alias.merged_claim_id = step.living ${own}
       WHERE depth < 100
     )
     SELECT DISTINCT ON (claim) claim, living FROM step ORDER BY claim, depth DESC`,
    [process, workspace, literal([...new Set(claimIds)])],
  );
  return new Map(rows.map(({ claim, living }) => [claim, living]));
}

/** Merged claim -> the one that it is of from now on, by the process itself. */
export async function addAliases(
  { client, process, workspace }: MemoryOf,
  merges: ReadonlyMap<string, string>,
): Promise<void> {
  if (merges.size === 0) return;
  await client.query(
    `INSERT INTO linking.claim_alias (process, workspace, merged_claim_id, claim_id)
     SELECT $1, $2, * FROM unnest($3::uuid[], $4::uuid[])
     ON CONFLICT (process, workspace, merged_claim_id) DO UPDATE SET claim_id = EXCLUDED.claim_id, event_id = NULL`,
    [process, workspace, literal([...merges.keys()]), literal([...merges.values()])],
  );
}

export async function addAlias(
  { client, process, workspace }: MemoryOf,
  mergedClaimId: string,
  claimId: string,
  eventId: string | null,
): Promise<void> {
  await client.query(
    `INSERT INTO linking.claim_alias (process, workspace, merged_claim_id, claim_id, event_id) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (process, workspace, merged_claim_id) DO UPDATE SET claim_id = EXCLUDED.claim_id, event_id = EXCLUDED.event_id`,
    [process, workspace, mergedClaimId, claimId, eventId],
  );
}

/** Forgets the reports of an article, and gives the anchors that no report is left of. */
export async function forgetArticle(
  { client, process, workspace }: MemoryOf,
  articleId: string,
): Promise<string[]> {
  const { rows } = await client.query<{ anchorId: string }>(
    `WITH gone AS (
       DELETE FROM linking.claim_report WHERE process = $1 AND workspace = $2 AND article_id = $3 RETURNING anchor_id, report_id
     )
     SELECT DISTINCT anchor_id AS "anchorId" FROM gone
     WHERE NOT EXISTS (SELECT FROM linking.claim_report other
                       WHERE other.process = $1 AND other.workspace = $2 AND other.anchor_id = gone.anchor_id
                         AND other.article_id <> $3)`,
    [process, workspace, articleId],
  );
  return rows.map(({ anchorId }) => anchorId);
}
