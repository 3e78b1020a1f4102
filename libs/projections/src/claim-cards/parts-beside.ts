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

/** So many figures of one key are held against each other, the first ones: what a card is folded from, and what a new part has folded again, stays small. */
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

/** The figures that are held against one of the reports, these among them, and those that they have put out of their keys. */
export async function reportsSharingKeys(load: LoadRows, reportIds: readonly string[]): Promise<string[]> {
  const changed = new Set(reportIds);
  const own = await load(partKeyTable, 'report_id', reportIds);
  const most = MOST_OF_KEY + changed.size;
  const rows = await load(partKeyTable, 'part_key', [...idsIn(own, 'part_key')], most);
  const ofKeys = [...groupBy(rows, (row) => row['part_key'] as string).values()];
  return ofKeys
    .map((ofKey) => ofKey.map((row) => row['report_id'] as string))
    .filter((ofKey) => ofKey.slice(0, MOST_OF_KEY).some((id) => changed.has(id)))
    .flat();
}

export async function reportsOfKeys(load: LoadRows, keys: readonly string[]): Promise<string[]> {
  return [...idsIn(await load(partKeyTable, 'part_key', keys, MOST_OF_KEY), 'report_id')];
}

/** What may be a part of the reports of each family, without the family's own. */
export async function loadBeside(load: LoadRows, families: readonly (readonly Row[])[]): Promise<Beside[]> {
  const figures = families.map((reports) => reports.filter((row) => row['kind'] === 'figure'));
  const own = await load(partKeyTable, 'report_id', [...idsIn(figures.flat(), 'report_id')]);
  const keysOf = groupBy(own, (row) => row['report_id'] as string);
  const rows = await load(partKeyTable, 'part_key', [...idsIn(own, 'part_key')], MOST_OF_KEY);
  const ofKey = new Map(
    [...groupBy(rows, (row) => row['part_key'] as string)].map(([key, ofIt]) => [
      key,
      idsIn(ofIt, 'report_id'),
    ]),
  );
  const ids = figures.map((reports) => {
    const members = idsIn(reports, 'report_id');
    const known = [...members].flatMap((id) =>
      (keysOf.get(id) ?? []).flatMap((row) => {
        const held = ofKey.get(row['part_key'] as string);
        return held?.has(id) ? [held] : [];
      }),
    );
    const found = new Set([...new Set(known)].flatMap((held) => [...held]));
    return [...found].filter((id) => !members.has(id));
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
