import type { StoredEvent } from '#event-store';
import type { Pair } from '#tracking';
import type { DecisionContext } from '../runner/decision-process.js';
import { articleOf } from './article-of.js';
import { Printings, type BandedPrinting, type KnownMember, type KnownPrinting } from './printings.js';

const FACTS = `article_id AS "articleId", published_at AS "publishedAt", outlet, credited, bylined, length,
  cluster_id AS "clusterId", role, apart_by AS "apartBy"`;

type Stored<T> = Omit<T, 'shingles' | 'numbers'> & { readonly shingles: Buffer; readonly numbers: Buffer };

/** Where printings are remembered. */
export type ClusterMemory = Pick<DecisionContext, 'client' | 'workspace'>;

/** What a batch may touch: its articles, those that share a band with one of them, and the clusters of all these. */
export const loadPrintings = (
  memory: ClusterMemory,
  batch: readonly StoredEvent[],
  texts: ReadonlyMap<string, BandedPrinting>,
): Promise<Printings> =>
  loadPrintingsOf(
    memory,
    [...new Set(batch.map(articleOf).filter((id) => id !== null))],
    [...texts.values()].flatMap((text) => text.bands),
  );

/** The same of articles that are known already, and of texts that have some bands. */
export async function loadPrintingsOf(
  { client, workspace }: ClusterMemory,
  ids: readonly string[],
  bands: readonly number[],
): Promise<Printings> {
  const compared = await loadCompared(client, workspace, ids, bands);
  const clusterIds = new Set(compared.map(({ clusterId }) => clusterId).filter((id) => id !== null));
  const { rows: members } = await client.query<KnownMember>(
    `SELECT ${FACTS} FROM linking.printing
     WHERE workspace = $1 AND cluster_id = ANY ($2::uuid[]) AND NOT article_id = ANY ($3::uuid[])`,
    [workspace, [...clusterIds], compared.map(({ articleId }) => articleId)],
  );
  const known = [...compared, ...members].map(({ articleId }) => articleId);
  const { rows: pairs } = await client.query<Pair>(
    `SELECT a, b, jaccard, containment FROM linking.printing_pair
     WHERE workspace = $1 AND (a = ANY ($2::uuid[]) OR b = ANY ($2::uuid[]))`,
    [workspace, known],
  );
  return new Printings(keyed(compared), keyed(members), pairs);
}

const keyed = <T extends { readonly articleId: string }>(rows: readonly T[]): Map<string, T> =>
  new Map(rows.map((row) => [row.articleId, row]));

/** Articles of the batch may be compared as they are stored too: their date may change, or people's word that they stay apart. */
async function loadCompared(
  client: DecisionContext['client'],
  workspace: string,
  ids: readonly string[],
  bands: readonly number[],
): Promise<KnownPrinting[]> {
  const { rows: own } = await client.query<Stored<KnownPrinting>>(
    `SELECT ${FACTS}, shingles, numbers, bands FROM linking.printing WHERE workspace = $1 AND article_id = ANY ($2::uuid[])`,
    [workspace, ids],
  );
  const sought = [...new Set([...bands, ...own.flatMap((row) => row.bands)])];
  const { rows: candidates } = await client.query<Stored<KnownPrinting>>(
    `SELECT ${FACTS}, shingles, numbers, bands FROM linking.printing
     WHERE workspace = $1 AND bands && $2::int[] AND NOT article_id = ANY ($3::uuid[])`,
    [workspace, sought, own.map(({ articleId }) => articleId)],
  );
  return [...own, ...candidates].map((row) => ({
    ...row,
    shingles: hashesFrom(row.shingles),
    numbers: hashesFrom(row.numbers),
  }));
}

/** A copy: what the driver gives need not begin at a multiple of four bytes. */
const hashesFrom = (stored: Buffer): Uint32Array => new Uint32Array(new Uint8Array(stored).buffer);
