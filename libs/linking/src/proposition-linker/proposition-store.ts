import { keptUnder, soughtUnder, type ComparedProposition } from '#tracking';
import type { MemoryOf } from '../membership/claim-reports.js';

/** A proposition with the claim it has. */
export interface StoredProposition extends ComparedProposition {
  readonly seq: bigint;
  claimId: string;
}

interface PropositionRow extends Omit<StoredProposition, 'shingles' | 'negated'> {
  readonly shingles: number[];
  readonly negated: number[];
}

const COLUMNS = `report_id AS "reportId", article_id AS "articleId", claim_id AS "claimId", seq, day, around, denied, answers, shingles, negated`;

/** What shares words with these within their days, or is answered by one of them; and what one article gives, where it is asked for. */
export async function loadAlike(
  { client, workspace }: MemoryOf,
  propositions: readonly ComparedProposition[],
  articleId: string | null,
): Promise<StoredProposition[]> {
  const sought = [...new Set(propositions.flatMap(soughtUnder))];
  const ids = propositions.flatMap(({ reportId, answers }) =>
    answers === null ? [reportId] : [reportId, answers],
  );
  const { rows } = await client.query<PropositionRow>(
    `SELECT ${COLUMNS} FROM linking.proposition
     WHERE workspace = $1 AND (kept_under && $2::bigint[] OR report_id = ANY ($3::uuid[]) OR article_id = $4)`,
    [workspace, sought, ids, articleId],
  );
  return rows.map((row) => ({ ...row, shingles: new Set(row.shingles), negated: new Set(row.negated) }));
}

export async function saveProposition(
  { client, workspace }: MemoryOf,
  propositions: readonly StoredProposition[],
): Promise<void> {
  if (propositions.length === 0) return;
  await client.query(
    `INSERT INTO linking.proposition (workspace, report_id, article_id, claim_id, seq, day, around, denied, answers, shingles, negated, kept_under)
     SELECT $1, report, article, claim, seq, day, around, denied, answers, ARRAY(SELECT json_array_elements_text(shingles)::int),
       ARRAY(SELECT json_array_elements_text(negated)::int), ARRAY(SELECT json_array_elements_text(kept_under)::bigint)
     FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::bigint[], $6::int[], $7::int[], $8::boolean[], $9::uuid[], $10::json[], $11::json[], $12::json[])
       AS given (report, article, claim, seq, day, around, denied, answers, shingles, negated, kept_under)
     ON CONFLICT (workspace, report_id) DO UPDATE SET claim_id = EXCLUDED.claim_id, day = EXCLUDED.day, around = EXCLUDED.around,
       denied = EXCLUDED.denied, answers = EXCLUDED.answers, shingles = EXCLUDED.shingles, negated = EXCLUDED.negated,
       kept_under = EXCLUDED.kept_under`,
    [
      workspace,
      propositions.map(({ reportId }) => reportId),
      propositions.map(({ articleId }) => articleId),
      propositions.map(({ claimId }) => claimId),
      propositions.map(({ seq }) => seq),
      propositions.map(({ day }) => day),
      propositions.map(({ around }) => around),
      propositions.map(({ denied }) => denied),
      propositions.map(({ answers }) => answers),
      propositions.map(({ shingles }) => JSON.stringify([...shingles])),
      propositions.map(({ negated }) => JSON.stringify([...negated])),
      propositions.map((one) => JSON.stringify(keptUnder(one))),
    ],
  );
}

/** Those of the claims that other reports stand in, of which people put some there. */
export async function claimsWithOthers(
  { client, process, workspace }: MemoryOf,
  claimIds: readonly string[],
  reportId: string,
): Promise<Set<string>> {
  const { rows } = await client.query<{ claimId: string }>(
    `SELECT claim_id AS "claimId" FROM linking.proposition
     WHERE workspace = $2 AND claim_id = ANY ($3::uuid[]) AND report_id <> $4
     UNION
     SELECT claim_id FROM linking.claim_pin
     WHERE process = $1 AND workspace = $2 AND claim_id = ANY ($3::uuid[]) AND report_id <> $4`,
    [process, workspace, claimIds, reportId],
  );
  return new Set(rows.map(({ claimId }) => claimId));
}

export async function moveClaim({ client, workspace }: MemoryOf, from: string, to: string): Promise<void> {
  await client.query('UPDATE linking.proposition SET claim_id = $3 WHERE workspace = $1 AND claim_id = $2', [
    workspace,
    from,
    to,
  ]);
}

export async function setClaimOfReport(
  { client, workspace }: MemoryOf,
  reportId: string,
  claimId: string,
): Promise<void> {
  await client.query('UPDATE linking.proposition SET claim_id = $3 WHERE workspace = $1 AND report_id = $2', [
    workspace,
    reportId,
    claimId,
  ]);
}

export async function forgetPropositions({ client, workspace }: MemoryOf, articleId: string): Promise<void> {
  await client.query('DELETE FROM linking.proposition WHERE workspace = $1 AND article_id = $2', [
    workspace,
    articleId,
  ]);
}
