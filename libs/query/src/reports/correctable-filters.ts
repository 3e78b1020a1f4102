import type { ReportCorrected } from '#domain';
import { claimDecisionTable, liveTable } from '#projections';
import type { AsOf } from '#tracking';
import { notUndone } from '../as-of/told-then.js';
import type { Conditions } from '../conditions.js';
import type { ViewsReader } from '../views-reader.js';

/** A filter by something that people may correct: reports are found by what they were corrected to, else as they were read. */
export interface CorrectableFilter {
  /** The field of the report's event. */
  readonly field: string;
  /** SQL of the row called `report`, as it was read, and its values. */
  readonly clause: string;
  readonly values: readonly unknown[];
  /** Whether what the field was corrected to is what is sought. */
  readonly matches: (to: unknown) => boolean;
}

/** A filter by one value, none where that is undefined. */
export const byValue = (field: string, value: string | undefined): CorrectableFilter[] =>
  value === undefined
    ? []
    : [{ field, clause: `report.${field} = ?`, values: [value], matches: (to) => to === value }];

/** Adds filters as corrections stood at the record's clock: one read for all of them, none where nothing is filtered. */
export async function addCorrectable(
  views: ViewsReader,
  workspace: string,
  {
    conditions,
    filters,
    asOf,
  }: {
    readonly conditions: Conditions;
    readonly filters: readonly CorrectableFilter[];
    readonly asOf: AsOf;
  },
): Promise<void> {
  if (filters.length === 0) return;
  const corrected = await correctedTo(views, workspace, asOf);
  for (const { field, clause, values, matches } of filters) {
    const of = [...(corrected.get(field) ?? [])];
    if (of.length === 0) {
      conditions.add(clause, ...values);
      continue;
    }
    const ids = of.map(([reportId]) => reportId);
    const found = of.filter(([, to]) => matches(to)).map(([reportId]) => reportId);
    conditions.add(
      `(${clause} AND report.report_id <> ALL(?::uuid[]) OR report.report_id = ANY(?::uuid[]))`,
      ...values,
      ids,
      found,
    );
  }
}

/** By field and report: what the last correction in force made of it. People correct few reports of many. */
export async function correctedTo(
  views: ViewsReader,
  workspace: string,
  { recordedSeq }: AsOf,
): Promise<ReadonlyMap<string, ReadonlyMap<string, unknown>>> {
  const isTurned = typeof recordedSeq === 'number';
  const rows = await views.select<{ report_id: string; data: ReportCorrected }>(
    `SELECT made.report_id, made.data FROM ${liveTable(claimDecisionTable)} made
     WHERE made.workspace = $1 AND made.type = 'ReportCorrected' ${isTurned ? 'AND made.seq <= $2' : ''}
       AND ${notUndone('made', isTurned ? '$2' : null)} ORDER BY made.seq`,
    isTurned ? [workspace, recordedSeq] : [workspace],
  );
  const fields = new Map<string, Map<string, unknown>>();
  for (const { report_id, data } of rows)
    for (const { field, to } of data.changes) {
      const of = fields.get(field) ?? new Map<string, unknown>();
      fields.set(field, of.set(report_id, to));
    }
  return fields;
}
