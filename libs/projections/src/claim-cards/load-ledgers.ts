import {
  type ClaimLedger,
  groupBy,
  Groups,
  type Imprint,
  type LedgerDecision,
  type MentionedName,
} from '#tracking';
import type { ArticleClustered } from '#domain';
import { sourceId } from '../reports/report-row.js';
import type { Row } from '../view-table.js';
import { claimDecisionTable, trackedReportTable } from './claim-cards.tables.js';
import { DecisionRows, idsIn, type LoadRows } from './decision-index.js';
import { decisionOf, trackedReportOf } from './ledger-rows.js';
import { entitiesAround, namesMentioned } from './load-entities.js';
import { loadBeside, type Beside } from './parts-beside.js';

/** Claims that were merged with or split from one another: they are folded from the same rows. */
export interface ClaimFamily {
  readonly claimIds: readonly string[];
  /** Rows of every report that was ever linked to one of them. */
  readonly reports: readonly Row[];
  readonly decisions: readonly Row[];
  /** The names that splits of entities point at. */
  readonly mentioned: readonly MentionedName[];
  /** Who prints the originals of wire stories of which the family has copies: these are theirs. */
  readonly originals: readonly Imprint[];
  /** Figures of other claims that may be parts of these, and the decisions that name them. */
  readonly beside: Beside;
}

/** Every claim that a decision ever put one of the reports in, or wanted to. */
export async function claimsNaming(load: LoadRows, reportIds: readonly string[]): Promise<string[]> {
  const rows = await load(claimDecisionTable, 'report_id', reportIds);
  return [...idsIn(rows, 'claim_id', 'other_claim_id')];
}

/** Loads the families of the claims, in a number of reads that does not grow with their number. */
export async function loadFamilies(load: LoadRows, claimIds: readonly string[]): Promise<ClaimFamily[]> {
  const ofClaims = new DecisionRows(load);
  for (let found: readonly string[] = [...new Set(claimIds)]; found.length > 0;) {
    await ofClaims.add('claim_id', found);
    await ofClaims.add('other_claim_id', found);
    found = [...idsIn(ofClaims.joining(), 'claim_id', 'other_claim_id')].filter(
      (id) => !ofClaims.looked('claim_id', id),
    );
  }
  const linked = [...idsIn(ofClaims.values(), 'report_id')];
  const reports = await load(trackedReportTable, 'report_id', linked);
  const around = new DecisionRows(load);
  await around.add('report_id', linked);
  await around.add('article_id', [...idsIn(reports, 'article_id')]);
  await around.add('cluster_id', [...idsIn(around.values(), 'cluster_id')]);
  await around.add('article_id', [...idsIn(around.values(), 'article_id')]);
  const originals = await load(trackedReportTable, 'article_id', [...originalsIn(around.values())]);
  const imprints = imprintsOf(originals);
  const entities = await entitiesAround(load, [
    ...idsIn(reports, 'source_id', 'publisher_id'),
    ...idsIn(around.values(), 'source_id'),
    ...idsIn(originals, 'publisher_id'),
  ]);
  const mentioned = await namesMentioned(load, entities);
  const families = familiesOf({ claimIds, ofClaims: ofClaims.values(), around: around.values(), reports });
  const beside = await loadBeside(
    load,
    families.map((family) => family.reports),
  );
  return families.map(({ decisions, ...family }, at) => ({
    ...family,
    decisions: [...decisions, ...entities],
    mentioned,
    originals: [...originalsIn(decisions)].flatMap((id) => imprints.get(id) ?? []),
    beside: beside[at]!,
  }));
}

/** The articles that were ever the original of a wire story. */
export const originalsIn = (decisions: readonly Row[]): Set<string> =>
  idsIn(
    decisions.filter(
      ({ type, data }) => type === 'ArticleClustered' && (data as ArticleClustered).role === 'original',
    ),
    'article_id',
  );

/** Of each article that names its publisher, and anew where it names another. */
function imprintsOf(reports: readonly Row[]): ReadonlyMap<string, readonly Imprint[]> {
  const imprints = new Map<string, Imprint[]>();
  const naming = reports.filter((row) => row['publisher_id'] !== null);
  for (const row of naming.sort((a, b) => Number(a['seq']) - Number(b['seq']))) {
    const { articleId, seq, publisher } = trackedReportOf(row);
    const known = imprints.get(articleId) ?? [];
    const last = known.at(-1)?.publisher;
    if (last?.entityId === publisher?.entityId && last?.name === publisher?.name) continue;
    imprints.set(articleId, [...known, { articleId, seq, publisher }]);
  }
  return imprints;
}

/** The ledger of one claim of a family. */
export function ledgerOf(claimId: string, family: ClaimFamily): ClaimLedger {
  const { beside } = family;
  return {
    claimId,
    reports: family.reports.map(trackedReportOf),
    beside: beside.reports.map(trackedReportOf),
    decisions: decisionsOf([...family.decisions, ...beside.decisions]),
    mentioned: family.mentioned,
    originals: family.originals,
    entityIdOf: (source) => sourceId(family.reports[0]?.['workspace'] as string, source),
  };
}

/** Each decision once, however many rows tell of it. */
export const decisionsOf = (rows: readonly Row[]): LedgerDecision[] =>
  [...new Map(rows.map((row) => [row['event_id'], row])).values()].map(decisionOf);

const isPlacement = (row: Row): boolean => row['cluster_id'] !== null;

interface Loaded {
  readonly claimIds: readonly string[];
  readonly ofClaims: readonly Row[];
  readonly around: readonly Row[];
  readonly reports: readonly Row[];
}

function familiesOf({
  claimIds,
  ofClaims,
  around,
  reports,
}: Loaded): Omit<ClaimFamily, 'mentioned' | 'originals' | 'beside'>[] {
  const groups = new Groups();
  for (const id of claimIds) groups.find(id);
  for (const row of ofClaims)
    if (row['claim_id'] !== null && row['other_claim_id'] !== null)
      groups.join(row['claim_id'] as string, row['other_claim_id'] as string);
  const byFamily = groupBy(ofClaims, (row) =>
    groups.find((row['claim_id'] ?? row['other_claim_id']) as string),
  );
  const reportRows = new Map(reports.map((row) => [row['report_id'] as string, row]));
  const aroundReport = groupBy(around, (row) => row['report_id'] as string | null);
  const aroundArticle = groupBy(around, (row) => row['article_id'] as string | null);
  const aroundCluster = groupBy(around, (row) => row['cluster_id'] as string | null);
  return groups.members().map((ids) => {
    const own = byFamily.get(groups.find(ids[0] ?? '')) ?? [];
    const linked = [...idsIn(own, 'report_id')];
    const rows = linked.map((id) => reportRows.get(id)).filter((row) => row !== undefined);
    const ofArticles = [...idsIn(rows, 'article_id')].flatMap((id) => aroundArticle.get(id) ?? []);
    const ofClusters = [...idsIn(ofArticles, 'cluster_id')].flatMap((id) => aroundCluster.get(id) ?? []);
    const ofPrintings = [...idsIn(ofClusters, 'article_id')].flatMap((id) => aroundArticle.get(id) ?? []);
    const ofReports = linked.flatMap((id) => aroundReport.get(id) ?? []);
    return {
      claimIds: ids,
      reports: rows,
      // Whoever was an original may have been put elsewhere, or apart, since.
      decisions: [...own, ...ofReports, ...ofArticles, ...ofClusters, ...ofPrintings.filter(isPlacement)],
    };
  });
}
