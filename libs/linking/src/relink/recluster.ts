import type { PoolClient } from 'pg';
import type { StoredEvent } from '#event-store';
import { actorOf, type Decided } from '../runner/decision-process.js';
import { decideClusters } from '../wire-clusters/decide-clusters.js';
import { loadPrintingsOf } from '../wire-clusters/load-printings.js';
import { savePrintings } from '../wire-clusters/save-printings.js';
import {
  inNewVersion,
  replay,
  type Deciding,
  type RelinkOptions,
  type VersionChange,
} from './in-new-version.js';

/** Articles whose clusters are decided at once: the texts of all that hang together with them are in memory. */
const ARTICLES = 200;

/** An article that the new version puts elsewhere; null where it prints no wire story. */
export interface Reclustered {
  readonly articleId: string;
  readonly from: string | null;
  readonly to: string | null;
}

export interface ReclusterResult {
  readonly version: VersionChange;
  /** Articles of wire stories that stay where they are, in the role they have. */
  readonly kept: number;
  readonly moved: readonly Reclustered[];
}

interface Standing {
  readonly articleId: string;
  readonly clusterId: string | null;
  readonly role: string | null;
}

/**
 * Lets a new version of the wire clusters decide on the whole log anew, and records each article that it puts into another story, in
 * another role, or into none. Articles that people keep out of stories stay out.
 */
export const recluster = (options: RelinkOptions): Promise<ReclusterResult> =>
  inNewVersion(options, async (deciding) => {
    const { client } = deciding;
    const { workspace } = options;
    const before = await standings(client, workspace);
    await client.query('DELETE FROM linking.printing_pair WHERE workspace = $1', [workspace]);
    await client.query('DELETE FROM linking.printing WHERE workspace = $1', [workspace]);
    await replay(options, deciding, 'with');
    const after = await standings(client, workspace);
    const differing = [...after.values()].filter((now) => differs(before.get(now.articleId), now));
    const decided = await decideFrom(options, deciding, before, differing);
    const moved = differing.map(({ articleId, clusterId }) => ({
      articleId,
      from: before.get(articleId)?.clusterId ?? null,
      to: clusterId,
    }));
    const kept = [...after.values()].filter(({ clusterId }) => clusterId !== null).length;
    const result = {
      version: deciding.version,
      kept: kept - moved.filter(({ to }) => to !== null).length,
      moved,
    };
    return { result, decided };
  });

async function standings(client: PoolClient, workspace: string): Promise<Map<string, Standing>> {
  const { rows } = await client.query<Standing>(
    `SELECT article_id AS "articleId", cluster_id AS "clusterId", role FROM linking.printing
     WHERE workspace = $1 ORDER BY article_id`,
    [workspace],
  );
  return new Map(rows.map((row) => [row.articleId, row]));
}

const differs = (before: Standing | undefined, now: Standing): boolean =>
  (before?.clusterId ?? null) !== now.clusterId || (before?.role ?? null) !== now.role;

/** Puts the articles back to where the log has them, and lets the process bring them from there to where they belong. */
async function decideFrom(
  { process, store, workspace }: RelinkOptions,
  { client }: Deciding,
  before: ReadonlyMap<string, Standing>,
  differing: readonly Standing[],
): Promise<Decided[]> {
  await putBack(
    client,
    workspace,
    differing.map(({ articleId }) => before.get(articleId) ?? { articleId, clusterId: null, role: null }),
  );
  const decided: Decided[] = [];
  for (let from = 0; from < differing.length; from += ARTICLES) {
    const articleIds = differing.slice(from, from + ARTICLES).map(({ articleId }) => articleId);
    const printings = await loadPrintingsOf({ client, workspace }, articleIds, []);
    const events = decideClusters(printings, articleIds, { workspace, decidedBy: actorOf(process) });
    await savePrintings({ client, workspace }, printings);
    for (const one of events) {
      const [cause] = await firstOf(store.readStream(workspace, one.stream));
      if (cause) decided.push({ cause, events: [one] });
    }
  }
  return decided;
}

async function putBack(client: PoolClient, workspace: string, rows: readonly Standing[]): Promise<void> {
  await client.query(
    `UPDATE linking.printing AS printing SET cluster_id = given.cluster_id, role = given.role
     FROM unnest($2::uuid[], $3::uuid[], $4::text[]) AS given (article_id, cluster_id, role)
     WHERE workspace = $1 AND printing.article_id = given.article_id`,
    [
      workspace,
      rows.map(({ articleId }) => articleId),
      rows.map(({ clusterId }) => clusterId),
      rows.map(({ role }) => role),
    ],
  );
}

async function firstOf(events: AsyncIterable<StoredEvent>): Promise<StoredEvent[]> {
  for await (const event of events) return [event];
  return [];
}
