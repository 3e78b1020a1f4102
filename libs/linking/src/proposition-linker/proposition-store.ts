import type { ComparedProposition } from '#tracking';
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

const COLUMNS = `report_id AS "reportId", article_id AS "articleId", claim_id AS "claimId", seq, day, denied, answers, shingles, negated`;

/** What shares words with these, or is answered by one of them. */
export async function loadAlike(
  { client, workspace }: MemoryOf,
  propositions: readonly ComparedProposition[],
): Promise<StoredProposition[]> {
  const shingles = [...new Set(propositions.flatMap((one) => [...one.shingles]))];
  const ids = propositions.flatMap(({ reportId, answers }) =>
    answers === null ? [reportId] : [reportId, answers],
  );
  const { rows } = await client.query<PropositionRow>(
    `SELECT ${COLUMNS} FROM linking.proposition
     WHERE workspace = $1 AND (shingles && $2::int[] OR report_id = ANY ($3::uuid[]))`,
    [workspace, shingles, ids],
  );
  return rows.map((row) => ({ ...row, shingles: new Set(row.shingles), negated: new Set(row.negated) }));
}

export async function saveProposition(
  { client, workspace }: MemoryOf,
  propositions: readonly StoredProposition[],
): Promise<void> {
  if (propositions.length === 0) return;
  await client.query(
    `INSERT INTO linking.proposition (workspace, report_id, article_id, claim_id, seq, day, denied, answers, shingles, negated)
     SELECT $1, report, article, claim, seq, day, denied, answers, ARRAY(SELECT json_array_elements_text(shingles)::int),
       ARRAY(SELECT json_array_elements_text(negated)::int)
     FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::bigint[], $6::int[], $7::boolean[], $8::uuid[], $9::json[], $10::json[])
       AS given (report, article, claim, seq, day, denied, answers, shingles, negated)
     ON CONFLICT (workspace, report_id) DO UPDATE SET claim_id = EXCLUDED.claim_id`,
    [
      workspace,
      propositions.map(({ reportId }) => reportId),
      propositions.map(({ articleId }) => articleId),
      propositions.map(({ claimId }) => claimId),
      propositions.map(({ seq }) => seq),
      propositions.map(({ day }) => day),
      propositions.map(({ denied }) => denied),
      propositions.map(({ answers }) => answers),
      propositions.map(({ shingles }) => JSON.stringify([...shingles])),
      propositions.map(({ negated }) => JSON.stringify([...negated])),
    ],
  );
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
