import type { StoredEvent } from '#event-store';
import { DECISION_TYPES, foldClaim, groupBy, RELATION_SETTINGS, type RelationSettings } from '#tracking';
import type { Projection } from '../projection.js';
import { RETIRING_TYPES } from '../reports/retirements.js';
import type { Row } from '../view-table.js';
import type { ViewWriter } from '../writing/view-writer.js';
import { cardRow } from './card-row.js';
import {
  claimCardTable,
  claimDecisionTable,
  partKeyTable,
  trackedReportTable,
} from './claim-cards.tables.js';
import { idsIn, type LoadRows } from './decision-index.js';
import { decisionRows, reversalRows } from './decision-rows.js';
import { entitiesAround } from './load-entities.js';
import { claimsNaming, ledgerOf, loadFamilies, originalsIn, type ClaimFamily } from './load-ledgers.js';
import { partKeyRows, reportsOfKeys, reportsSharingKeys } from './parts-beside.js';
import { refoldedReports } from './refolded-reports.js';
import { REPORT_TYPES, retired, retirementOf, trackedReportRow } from './tracked-report-row.js';

/** What does each claim come to: how many reports, from how many origins, in which state, with what left to look at? */
export const claimCardsProjection: Projection = {
  name: 'claim-cards',
  codeVersion: 20,
  tables: [trackedReportTable, claimDecisionTable, partKeyTable, claimCardTable],
  types: [...REPORT_TYPES, ...RETIRING_TYPES, ...DECISION_TYPES],

  async apply(batch, view) {
    const workspace = batch[0]?.workspace;
    if (workspace === undefined) return;
    const load = loader(workspace, view);
    const reports = await writeReports(batch, view, load);
    const decisions = await writeDecisions(batch, view, load);
    await writePartKeys(view, load, reports, decisions);
    await refoldCards(workspace, view, await touchedBy(load, reports, decisions));
  },

  async refold(workspace, taken, view) {
    const load = loader(workspace, view);
    const reports = await reportsOfClusters(load, taken(claimDecisionTable, 'cluster_id'));
    const gone = taken(trackedReportTable, 'report_id');
    const totals = await reportsOfKeys(load, taken(partKeyTable, 'part_key'));
    const changed = [...gone, ...totals, ...idsIn(reports, 'report_id')];
    const decided = ['claim_id', 'other_claim_id'].flatMap((column) => taken(claimDecisionTable, column));
    const around = await claimsAround(load, [], changed);
    const ended = await refoldCards(workspace, view, [...decided, ...around]);
    await view.remove(claimCardTable, workspace, 'claim_id', ended);
  },
};

const loader =
  (workspace: string, view: ViewWriter): LoadRows =>
  (table, column, values, first) =>
    view.load(table, workspace, column, values, first);

/** Adds the reports of the batch and retires those that it takes out of the current texts. Gives the rows that changed. */
async function writeReports(batch: readonly StoredEvent[], view: ViewWriter, load: LoadRows): Promise<Row[]> {
  const retirements = batch.map(retirementOf).filter((found) => found !== null);
  const fresh = batch.map(trackedReportRow).filter((row) => row !== null);
  const held = [
    ...(await load(trackedReportTable, 'report_id', [...idsIn(fresh, 'report_id')])),
    ...(await load(trackedReportTable, 'article_id', [
      ...new Set(retirements.map(({ articleId }) => articleId)),
    ])),
  ];
  const before = new Map(held.map((row) => [row['report_id'], row]));
  const rows = new Map(before);
  for (const row of fresh) {
    const known = rows.get(row['report_id']);
    // Of two with one id the first stays, as everywhere.
    if (!known || Number(row['seq']) < Number(known['seq'])) rows.set(row['report_id'], row);
  }
  const byArticle = groupBy([...rows], ([, row]) => row['article_id'] as string);
  for (const retirement of retirements)
    for (const [id] of byArticle.get(retirement.articleId) ?? []) {
      const row = rows.get(id);
      if (row) rows.set(id, retired(row, retirement));
    }
  const changed = [...rows].filter(([id, row]) => before.get(id) !== row).map(([, row]) => row);
  await view.upsert(trackedReportTable, changed);
  return changed;
}

/** Adds the decisions of the batch. What undoes one is found by all that finds the one it undoes. */
async function writeDecisions(
  batch: readonly StoredEvent[],
  view: ViewWriter,
  load: LoadRows,
): Promise<Row[]> {
  const rows = batch.flatMap(decisionRows);
  const reversals = rows.filter((row) => row['type'] === 'DecisionReverted');
  const undone = reversals.map((row) => (row['data'] as { decisionId: string }).decisionId);
  const held = [...rows, ...(await load(claimDecisionTable, 'event_id', undone))];
  const written = rows.flatMap((row) => {
    if (row['type'] !== 'DecisionReverted') return [row];
    const { decisionId } = row['data'] as { decisionId: string };
    const targets = held.filter((other) => other['event_id'] === decisionId);
    return targets.length > 0 ? reversalRows(row, targets) : [row];
  });
  await view.upsert(claimDecisionTable, written);
  return written;
}

/** Keys of figures that are new, and of those that a decision may have moved to another place or day. */
async function writePartKeys(
  view: ViewWriter,
  load: LoadRows,
  reports: readonly Row[],
  decisions: readonly Row[],
): Promise<void> {
  const fresh = idsIn(reports, 'report_id');
  const moving = decisions.filter((row) => MOVING.has(row['type'] as string));
  const others = [...idsIn(moving, 'report_id')].filter((id) => !fresh.has(id));
  const rows = [...reports, ...(await load(trackedReportTable, 'report_id', others))];
  await view.upsert(partKeyTable, await partKeyRows(load, rows));
}

const MOVING: ReadonlySet<string> = new Set(['ReportLinked', 'ReportCorrected', 'DecisionReverted']);
/** What totals of other claims are held against changes with these. */
const TELLING: ReadonlySet<string> = new Set([...MOVING, 'ReportRetracted']);

/** Every claim whose card may look otherwise after these rows. */
async function touchedBy(
  load: LoadRows,
  reports: readonly Row[],
  decisions: readonly Row[],
): Promise<string[]> {
  const placed = decisions.filter((row) => row['cluster_id'] !== null);
  const placements = await load(claimDecisionTable, 'article_id', [...idsIn(placed, 'article_id')]);
  const ofClusters = await reportsOfClusters(load, [
    ...idsIn([...placed, ...placements], 'cluster_id'),
    ...(await clustersPrintedBy(load, reports)),
  ]);
  const compared = decisions.filter((row) => row['type'] === 'ArticleRevisionCompared');
  const ofArticles = await load(trackedReportTable, 'article_id', [...idsIn(compared, 'article_id')]);
  const telling = decisions.filter((row) => TELLING.has(row['type'] as string));
  const reportIds = new Set([
    ...idsIn(reports, 'report_id'),
    ...idsIn(decisions, 'report_id'),
    ...idsIn(ofClusters, 'report_id'),
    ...idsIn(ofArticles, 'report_id'),
    ...(await reportsSharingKeys(load, [...idsIn([...reports, ...telling], 'report_id')])),
  ]);
  return claimsAround(load, decisions, [...reportIds]);
}

/** The wire stories whose originals the reports are of: they tell whom the copies go back to, of whatever claims those are. */
async function clustersPrintedBy(load: LoadRows, reports: readonly Row[]): Promise<Set<string>> {
  const naming = reports.filter((row) => row['publisher_id'] !== null);
  const placed = await load(claimDecisionTable, 'article_id', [...idsIn(naming, 'article_id')]);
  const originals = originalsIn(placed);
  return idsIn(
    placed.filter((row) => originals.has(row['article_id'] as string)),
    'cluster_id',
  );
}

/** The claims of the decisions and of the reports, and of all reports whose source these may make another. */
async function claimsAround(
  load: LoadRows,
  decisions: readonly Row[],
  reportIds: readonly string[],
): Promise<string[]> {
  const around = [...decisions, ...(await load(claimDecisionTable, 'report_id', reportIds))];
  const ofEntities = await reportsOfEntities(load, [...idsIn(around, 'entity_id', 'other_entity_id')]);
  return [
    ...idsIn(around, 'claim_id', 'other_claim_id'),
    ...(await claimsNaming(load, [...idsIn(ofEntities, 'report_id')])),
  ];
}

/** The reports that quote an entity that is one of these or was once, as read or corrected, and those of its articles and their copies. */
async function reportsOfEntities(load: LoadRows, entityIds: readonly string[]): Promise<Row[]> {
  if (entityIds.length === 0) return [];
  const related = await entitiesAround(load, entityIds);
  const ids = [...new Set([...entityIds, ...idsIn(related, 'entity_id', 'other_entity_id')])];
  const quoting = await load(trackedReportTable, 'source_id', ids);
  const corrected = await load(claimDecisionTable, 'source_id', ids);
  const printed = await load(trackedReportTable, 'publisher_id', ids);
  const clustered = await load(claimDecisionTable, 'article_id', [...idsIn(printed, 'article_id')]);
  const copied = await reportsOfClusters(load, [...idsIn(clustered, 'cluster_id')]);
  return [...quoting, ...corrected, ...printed, ...copied];
}

/** The reports of every article that was ever put in one of the clusters. */
async function reportsOfClusters(load: LoadRows, clusters: readonly string[]): Promise<Row[]> {
  const members = await load(claimDecisionTable, 'cluster_id', clusters);
  return load(trackedReportTable, 'article_id', [...idsIn(members, 'article_id')]);
}

/** Gives the claims that no decision begins any more. */
async function refoldCards(
  workspace: string,
  view: ViewWriter,
  claimIds: readonly string[],
): Promise<string[]> {
  const ended: string[] = [];
  const folded = new Set<string>();
  const homes = new Homes();
  const asked = [...new Set(claimIds)];
  for (let from = 0; from < asked.length; from += REFOLDED_AT_ONCE) {
    const some = asked.slice(from, from + REFOLDED_AT_ONCE).filter((id) => !folded.has(id));
    const families = await loadFamilies(loader(workspace, view), some);
    for (const id of families.flatMap((family) => family.claimIds)) folded.add(id);
    const { cards, changed, ended: begunNoMore } = foldFamilies(workspace, families);
    await view.upsert(trackedReportTable, homes.settled(changed));
    await view.upsert(claimCardTable, cards);
    ended.push(...begunNoMore);
  }
  return ended;
}

/** Claims that are loaded and folded together: a merger of two sources may touch all that either was ever quoted in. */
const REFOLDED_AT_ONCE = 200;

/** Cards show no timeline, so they need not what is told of a report beside its relation. */
const CARD_SETTINGS: RelationSettings = { ...RELATION_SETTINGS, mostOtherRelations: 0 };

function foldFamilies(
  workspace: string,
  families: readonly ClaimFamily[],
): Record<'cards' | 'changed', Row[]> & { readonly ended: string[] } {
  const cards: Row[] = [];
  const changed: Row[] = [];
  const ended: string[] = [];
  for (const family of families) {
    const begun = idsIn(family.decisions, 'claim_id', 'other_claim_id');
    ended.push(...family.claimIds.filter((claimId) => !begun.has(claimId)));
    const living = family.claimIds.filter((claimId) => begun.has(claimId));
    const timelines = living.map((claimId) => foldClaim(ledgerOf(claimId, family), {}, CARD_SETTINGS));
    cards.push(...timelines.map((timeline) => cardRow(workspace, timeline, family)));
    changed.push(...refoldedReports(family, timelines));
  }
  return { cards, changed, ended };
}

/** A report that went from one family to another is in both: the row of the one that has it now counts, whenever that is folded. */
class Homes {
  private readonly known = new Set<unknown>();

  settled(rows: readonly Row[]): Row[] {
    const linkedLast = [...rows].sort(
      (a, b) => Number(a['claim_id'] !== null) - Number(b['claim_id'] !== null),
    );
    const latest = [...new Map(linkedLast.map((row) => [row['report_id'], row])).values()];
    const told = latest.filter((row) => row['claim_id'] !== null || !this.known.has(row['report_id']));
    for (const row of told) if (row['claim_id'] !== null) this.known.add(row['report_id']);
    return told;
  }
}
