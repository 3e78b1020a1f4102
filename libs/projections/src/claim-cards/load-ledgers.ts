import type { ClaimLedger } from '#tracking';
import type { Row, ViewTable } from '../view-table.js';
import { claimDecisionTable, trackedReportTable } from './claim-cards.tables.js';
import { decisionOf, trackedReportOf } from './ledger-rows.js';

/** Where rows come from: a fold's own tables, or the live ones. */
export type LoadRows = (table: ViewTable, column: string, values: readonly string[]) => Promise<Row[]>;

/** Claims that were merged with or split from one another: they are folded from the same rows. */
export interface ClaimFamily {
  readonly claimIds: readonly string[];
  /** Rows of every report that was ever linked to one of them. */
  readonly reports: readonly Row[];
  readonly decisions: readonly Row[];
}

/** Every claim that a decision ever put one of the reports in, or wanted to. */
export async function claimsNaming(load: LoadRows, reportIds: readonly string[]): Promise<string[]> {
  const rows = await load(claimDecisionTable, 'report_id', reportIds);
  return [...idsIn(rows, 'claim_id', 'other_claim_id')];
}

/** Loads the families of the claims, in a number of reads that does not grow with their number. */
export async function loadFamilies(load: LoadRows, claimIds: readonly string[]): Promise<ClaimFamily[]> {
  const ofClaims = new Rows(load);
  for (let found: readonly string[] = [...new Set(claimIds)]; found.length > 0;) {
    await ofClaims.add('claim_id', found);
    await ofClaims.add('other_claim_id', found);
    found = [...idsIn(ofClaims.joining(), 'claim_id', 'other_claim_id')].filter(
      (id) => !ofClaims.looked('claim_id', id),
    );
  }
  const linked = [...idsIn(ofClaims.values(), 'report_id')];
  const reports = await load(trackedReportTable, 'report_id', linked);
  const around = new Rows(load);
  await around.add('report_id', linked);
  await around.add('article_id', [...idsIn(reports, 'article_id')]);
  await around.add('cluster_id', [...idsIn(around.values(), 'cluster_id')]);
  await addEntities(around, [...idsIn(reports, 'source_id')]);
  return familiesOf(claimIds, ofClaims.values(), around.values(), reports);
}

/** The ledger of one claim of a family. */
export function ledgerOf(claimId: string, family: ClaimFamily): ClaimLedger {
  const decisions = new Map(family.decisions.map((row) => [row['event_id'], row]));
  return {
    claimId,
    reports: family.reports.map(trackedReportOf),
    decisions: [...decisions.values()].map(decisionOf),
  };
}

async function addEntities(rows: Rows, sources: readonly string[]): Promise<void> {
  for (let found = sources; found.length > 0;) {
    const before = rows.values().length;
    await rows.add('entity_id', found);
    await rows.add('other_entity_id', found);
    if (rows.values().length === before) return;
    found = [...idsIn(rows.values(), 'entity_id', 'other_entity_id')].filter(
      (id) => !rows.looked('entity_id', id),
    );
  }
}

/** Rows of decisions, each once, with what was asked for them. */
class Rows {
  private readonly rows = new Map<string, Row>();
  private readonly asked = new Set<string>();

  constructor(private readonly load: LoadRows) {}

  async add(column: string, values: readonly string[]): Promise<void> {
    const fresh = values.filter((value) => !this.looked(column, value));
    if (fresh.length === 0) return;
    for (const value of fresh) this.asked.add(`${column} ${value}`);
    for (const row of await this.load(claimDecisionTable, column, fresh))
      this.rows.set(`${String(row['event_id'])} ${String(row['part'])}`, row);
  }

  looked = (column: string, value: string): boolean => this.asked.has(`${column} ${value}`);

  values = (): Row[] => [...this.rows.values()];

  /** Those that tie two claims together: merges and splits. */
  joining = (): Row[] => this.values().filter((row) => row['other_claim_id'] !== null);
}

function familiesOf(
  claimIds: readonly string[],
  ofClaims: readonly Row[],
  around: readonly Row[],
  reports: readonly Row[],
): ClaimFamily[] {
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
  const ofEntities = around.filter((row) => row['entity_id'] !== null);
  return groups.members().map((ids) => {
    const own = byFamily.get(groups.find(ids[0] ?? '')) ?? [];
    const linked = [...idsIn(own, 'report_id')];
    const rows = linked.map((id) => reportRows.get(id)).filter((row) => row !== undefined);
    const ofArticles = [...idsIn(rows, 'article_id')].flatMap((id) => aroundArticle.get(id) ?? []);
    const ofClusters = [...idsIn(ofArticles, 'cluster_id')].flatMap((id) => aroundCluster.get(id) ?? []);
    const ofReports = linked.flatMap((id) => aroundReport.get(id) ?? []);
    return {
      claimIds: ids,
      reports: rows,
      decisions: [...own, ...ofReports, ...ofArticles, ...ofClusters, ...ofEntities],
    };
  });
}

/** Ids that belong together, each group under one of them. */
class Groups {
  private readonly parents = new Map<string, string>();

  find(id: string): string {
    const parent = this.parents.get(id);
    if (parent === undefined) this.parents.set(id, id);
    if (parent === undefined || parent === id) return id;
    const root = this.find(parent);
    this.parents.set(id, root);
    return root;
  }

  join(one: string, other: string): void {
    const [a, b] = [this.find(one), this.find(other)];
    if (a !== b) this.parents.set(a < b ? b : a, a < b ? a : b);
  }

  members(): string[][] {
    return [...groupBy([...this.parents.keys()], (id) => this.find(id)).values()];
  }
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

export function idsIn(rows: readonly Row[], ...columns: readonly string[]): Set<string> {
  const ids = new Set<string>();
  for (const row of rows)
    for (const column of columns) if (row[column] !== null) ids.add(row[column] as string);
  return ids;
}
