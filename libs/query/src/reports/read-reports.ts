import type { AsOf } from '#tracking';
import { addClocks } from '../as-of/as-of-conditions.js';
import { claimsOfReports } from '../claim-ledgers/claims-of-reports.js';
import { Conditions } from '../conditions.js';
import { pageOf, pageSize, type Page, type PageRequest } from '../page.js';
import type { ViewsReader } from '../views-reader.js';
import { REPORT_TABLES } from './report-tables.js';
import { reportView, selectReports, type ReportRow, type ReportView } from './report.js';

/** Which reports are asked for, of one kind, as they were at some clocks. */
export interface ReportQuestion {
  readonly table: string;
  readonly conditions: Conditions;
  readonly asOf: AsOf;
  readonly page: PageRequest & { readonly workspace: string };
}

/** One page of a report table in log order, each row mapped by `view`. */
export async function readReports<R extends ReportRow, V extends ReportView>(
  views: ViewsReader,
  { table, conditions, asOf, page }: ReportQuestion,
  view: (row: R) => V,
): Promise<Page<V>> {
  const size = pageSize(page);
  addClocks(conditions, asOf);
  const sql = `${selectReports(table, conditions, asOf)} ORDER BY report.seq LIMIT ${size + 1}`;
  const rows = await views.select<R>(sql, conditions.values);
  const found = pageOf(rows.map(view), size);
  return { ...found, items: await ofClaimsThen(views, page.workspace, found.items, asOf) };
}

/** Reports with the claims that they were of: where the record is not turned back, those of today. */
export async function ofClaimsThen<V extends ReportView>(
  views: ViewsReader,
  workspace: string,
  reports: readonly V[],
  asOf: AsOf,
): Promise<readonly V[]> {
  if (typeof asOf.recordedSeq !== 'number') return reports;
  const ids = reports.map(({ id }) => id);
  const claims = await claimsOfReports(views, workspace, ids, asOf);
  return reports.map((report) => ({ ...report, claimId: claims.get(report.id)?.claimId ?? null }));
}

/** Those of the reports that were there at the clocks, as they were then but for their claims; erased ones are left out. */
export async function readReportViews(
  views: ViewsReader,
  workspace: string,
  reportIds: readonly string[],
  asOf: AsOf,
): Promise<Map<string, ReportView>> {
  if (reportIds.length === 0) return new Map();
  const lists = await Promise.all(
    REPORT_TABLES.map((table) => {
      const conditions = new Conditions()
        .add('report.workspace = ?', workspace)
        .add('report.report_id = ANY(?::uuid[])', reportIds);
      addClocks(conditions, asOf);
      return views.select<ReportRow>(selectReports(table, conditions, asOf), conditions.values);
    }),
  );
  return new Map(lists.flat().map((row) => [row.report_id, reportView(row)]));
}
