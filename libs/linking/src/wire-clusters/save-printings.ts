import type { DecisionContext } from '../runner/decision-process.js';
import type { ClusterMemory } from './load-printings.js';
import { pairKey, type KnownPrinting, type Printings } from './printings.js';

/** Writes what a batch changed, a statement a table. */
export async function savePrintings(
  { client, workspace }: ClusterMemory,
  printings: Printings,
): Promise<void> {
  const changed = [...printings.changed].map((id) => printings.member(id)).filter((one) => one !== undefined);
  const full = changed.filter((one): one is KnownPrinting => 'shingles' in one);
  if (full.length > 0) await upsert(client, workspace, full);
  const members = changed.filter((one) => !('shingles' in one));
  if (members.length > 0)
    await client.query(
      `UPDATE linking.printing AS printing SET cluster_id = given.cluster_id, role = given.role
       FROM unnest($2::uuid[], $3::uuid[], $4::text[]) AS given (article_id, cluster_id, role)
       WHERE workspace = $1 AND printing.article_id = given.article_id`,
      [
        workspace,
        members.map((one) => one.articleId),
        members.map((one) => one.clusterId),
        members.map((one) => one.role),
      ],
    );
  if (printings.removed.size > 0)
    await client.query(
      'DELETE FROM linking.printing WHERE workspace = $1 AND article_id = ANY ($2::uuid[])',
      [workspace, [...printings.removed]],
    );
  await savePairs(client, workspace, printings);
}

/** As one JSON text: arrays of arrays of several lengths do not travel as parameters. */
async function upsert(
  client: DecisionContext['client'],
  workspace: string,
  printings: readonly KnownPrinting[],
): Promise<void> {
  const rows = printings.map((one) => ({
    article_id: one.articleId,
    published_at: one.publishedAt,
    outlet: one.outlet,
    credited: one.credited,
    bylined: one.bylined,
    length: one.length,
    shingles: bytesOf(one.shingles).toString('hex'),
    numbers: bytesOf(one.numbers).toString('hex'),
    bands: one.bands,
    cluster_id: one.clusterId,
    role: one.role,
    apart_by: one.apartBy,
  }));
  await client.query(
    `INSERT INTO linking.printing
     SELECT $1, article_id, published_at, outlet, credited, bylined, length, decode(shingles, 'hex'), bands, cluster_id, role, apart_by,
       decode(numbers, 'hex')
     FROM json_to_recordset($2) AS given (article_id uuid, published_at text, outlet text, credited text[], bylined text[],
       length int, shingles text, bands int[], cluster_id uuid, role text, apart_by uuid, numbers text)
     ON CONFLICT (workspace, article_id) DO UPDATE SET published_at = EXCLUDED.published_at, outlet = EXCLUDED.outlet,
       credited = EXCLUDED.credited, bylined = EXCLUDED.bylined, length = EXCLUDED.length, shingles = EXCLUDED.shingles,
       numbers = EXCLUDED.numbers, bands = EXCLUDED.bands, cluster_id = EXCLUDED.cluster_id, role = EXCLUDED.role, apart_by = EXCLUDED.apart_by`,
    [workspace, JSON.stringify(rows)],
  );
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint32Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

async function savePairs(
  client: DecisionContext['client'],
  workspace: string,
  printings: Printings,
): Promise<void> {
  const articles = [...printings.repaired];
  if (articles.length === 0) return;
  await client.query(
    'DELETE FROM linking.printing_pair WHERE workspace = $1 AND (a = ANY ($2::uuid[]) OR b = ANY ($2::uuid[]))',
    [workspace, articles],
  );
  const pairs = new Map(
    articles.flatMap((id) => printings.pairsOf(id)).map((pair) => [pairKey(pair.a, pair.b), pair]),
  );
  const rows = [...pairs].map(([key, pair]) => ({ ids: key.split(' '), ...pair }));
  await client.query(
    `INSERT INTO linking.printing_pair (workspace, a, b, jaccard, containment)
     SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::float8[], $5::float8[])`,
    [
      workspace,
      rows.map(({ ids }) => ids[0]),
      rows.map(({ ids }) => ids[1]),
      rows.map(({ jaccard }) => jaccard),
      rows.map(({ containment }) => containment),
    ],
  );
}
