import { deterministicId } from '#platform';
import { groupBy, partKeys } from '#tracking';
import type { Row } from '../view-table.js';
import { claimDecisionTable, partKeyTable, trackedReportTable } from './claim-cards.tables.js';
import { idsIn, type LoadRows } from './decision-index.js';
import { decisionOf, trackedReportOf } from './ledger-rows.js';

/** Rows of figures and of the decisions that name them. */
export interface Beside {
  readonly reports: readonly Row[];
  readonly decisions: readonly Row[];
}

/** So many figures of one key are looked at, the first ones, so that a card is folded from few rows however much a day is told of. */
const MOST_OF_KEY = 200;

/** The rows of the keys of figures, from all that is known of these. */
export async function partKeyRows(load: LoadRows, reports: readonly Row[]): Promise<Row[]> {
  const figures = reports.filter((row) => row['kind'] === 'figure');
  const decisions = await load(claimDecisionTable, 'report_id', [...idsIn(figures, 'report_id')]);
  const ofReport = groupBy(decisions, (row) => row['report_id'] as string | null);
  return figures.flatMap((row) => {
    const { workspace, report_id, article_id, seq } = row;
    const known = (ofReport.get(report_id as string) ?? []).map(decisionOf);
    return partKeys(trackedReportOf(row), known).map((key) => {
      const part_key = deterministicId('part-key', workspace as string, key);
      return { workspace, report_id, part_key, article_id, seq };
    });
  });
}

/** The figures that share a key with one of the reports, these among them. */
export async function reportsSharingKeys(load: LoadRows, reportIds: readonly string[]): Promise<string[]> {
  const own = await load(partKeyTable, 'report_id', reportIds);
  return reportsOfKeys(load, [...idsIn(own, 'part_key')]);
}

export async function reportsOfKeys(load: LoadRows, keys: readonly string[]): Promise<string[]> {
  return [...idsIn(await load(partKeyTable, 'part_key', keys), 'report_id')];
}

/** What may be a part of the reports of each family, without the family's own. */
export async function loadBeside(load: LoadRows, families: readonly (readonly Row[])[]): Promise<Beside[]> {
  const figures = families.map((reports) => reports.filter((row) => row['kind'] === 'figure'));
  const own = await load(partKeyTable, 'report_id', [...idsIn(figures.flat(), 'report_id')]);
  const keysOf = groupBy(own, (row) => row['report_id'] as string);
  const rows = await load(partKeyTable, 'part_key', [...idsIn(own, 'part_key')]);
  const ofKey = new Map([...groupBy(rows, (row) => row['part_key'] as string)].map(firstOfEach));
  const ids = figures.map((reports) => {
    const members = idsIn(reports, 'report_id');
    const keys = new Set([...members].flatMap((id) => (keysOf.get(id) ?? []).map((row) => row['part_key'])));
    const found = [...keys].flatMap((key) => ofKey.get(key as string) ?? []);
    return [...new Set(found)].filter((id) => !members.has(id));
  });
  const wanted = [...new Set(ids.flat())];
  const reports = new Map(
    (await load(trackedReportTable, 'report_id', wanted)).map((row) => [row['report_id'], row]),
  );
  const decisions = groupBy(
    await load(claimDecisionTable, 'report_id', wanted),
    (row) => row['report_id'] as string | null,
  );
  return ids.map((ofFamily) => ({
    reports: ofFamily.map((id) => reports.get(id)).filter((row) => row !== undefined),
    decisions: ofFamily.flatMap((id) => decisions.get(id) ?? []),
  }));
}

function firstOfEach([key, rows]: readonly [string, readonly Row[]]): [string, string[]] {
  const ordered = [...rows].sort((a, b) => Number(a['seq']) - Number(b['seq']));
  return [key, ordered.slice(0, MOST_OF_KEY).map((row) => row['report_id'] as string)];
}
