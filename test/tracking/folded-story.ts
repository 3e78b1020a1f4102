import type { ArticleClustered } from '#domain';
import type { StoredEvent } from '#event-store';
import { cardRow, ledgerOf, loadFamilies, projections, type ClaimFamily, type LoadRows } from '#projections';
import { compareText, foldClaim, groupBy, type ClaimTimeline } from '#tracking';
import { MemoryWriter } from '../../libs/projections/src/testing/index.js';

const claimCards = projections.find(({ name }) => name === 'claim-cards')!;

/** What a log comes to, folded in memory, in words that do not depend on its order: claims and wire stories go by what is in them. */
export async function foldedStory(log: readonly StoredEvent[]): Promise<object> {
  const view = new MemoryWriter();
  await claimCards.apply(log, view);
  const workspace = log[0]?.workspace ?? '';
  const load: LoadRows = (table, column, values, first) => view.load(table, workspace, column, values, first);
  const families = await loadFamilies(load, claimsNamedIn(log));
  const claims = families.flatMap((family) => family.claimIds.map((id) => claimOf(workspace, id, family)));
  return { claims: claims.filter((claim) => claim !== null).sort(compareText), clusters: clustersOf(log) };
}

const claimsNamedIn = (log: readonly StoredEvent[]): string[] => [
  ...new Set(
    log.flatMap(({ data }) => {
      const { claimId, mergedClaimId } = data as {
        readonly claimId?: string;
        readonly mergedClaimId?: string;
      };
      return [claimId, mergedClaimId].filter((id) => typeof id === 'string');
    }),
  ),
];

const COMPARED = [
  'status',
  'disputed',
  'report_count',
  'origin_count',
  'article_count',
  'shown_report_id',
  'lowest',
  'lowest_quantifier',
  'highest',
  'latest',
  'latest_quantifier',
  'headline_report_id',
  'conflicts',
  'denials',
  'anomalies',
] as const;

function claimOf(workspace: string, claimId: string, family: ClaimFamily): string | null {
  const timeline = foldClaim(ledgerOf(claimId, family));
  if (timeline.entries.length === 0) return null;
  const card = cardRow(workspace, timeline, family);
  return JSON.stringify([entriesOf(timeline), COMPARED.map((column) => card[column])]);
}

/** The ids of sources are of one workspace: they go by the order in which they come up. */
function entriesOf({ entries }: ClaimTimeline): unknown[] {
  const origins = [...new Set(entries.map(({ origin }) => origin.key))];
  return entries.map(({ reportId, relation, against, reason, change, anomalies, standing, origin }) => [
    ...[reportId, relation, against, reason, change, anomalies, standing],
    origins.indexOf(origin.key),
  ]);
}

function clustersOf(log: readonly StoredEvent[]): string[][] {
  const clustered = log
    .filter(({ type }) => type === 'ArticleClustered')
    .map(({ data }) => data as ArticleClustered);
  const latest = [...new Map(clustered.map((one) => [one.articleId, one])).values()];
  return [...groupBy(latest, ({ clusterId }) => clusterId).values()]
    .map((members) => members.map(({ articleId, role }) => `${articleId} ${role}`).sort())
    .filter(({ length }) => length > 1)
    .sort((a, b) => compareText(a[0] ?? '', b[0] ?? ''));
}
