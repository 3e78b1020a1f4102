import { claimReportTable, figureReportTable, liveTable, statementReportTable } from '#projections';
import type { Conditions } from '../conditions.js';
import { pageOf, pageSize, type Page, type PageRequest } from '../page.js';
import type { ViewsReader } from '../views-reader.js';
import { reportView, selectReports, type ReportRow, type ReportView } from './report.js';

/** One page of a report table in log order, each row mapped by `view`. */
export async function readReports<R extends ReportRow, V extends { readonly seq: string }>(
  views: ViewsReader,
  table: string,
  conditions: Conditions,
  page: PageRequest,
  view: (row: R) => V,
): Promise<Page<V>> {
  const size = pageSize(page);
  const sql = `${selectReports(table)} ${conditions.toString()} ORDER BY report.seq LIMIT ${size + 1}`;
  const rows = await views.select<R>(sql, conditions.values);
  return pageOf(rows.map(view), size);
}

const REPORT_TABLES = [figureReportTable, statementReportTable, claimReportTable];

/** Reports of any kind by their ids; those that were erased are left out. */
export async function readReportViews(
  views: ViewsReader,
  workspace: string,
  reportIds: readonly string[],
): Promise<Map<string, ReportView>> {
  if (reportIds.length === 0) return new Map();
  const lists = await Promise.all(
    REPORT_TABLES.map((table) =>
      views.select<ReportRow>(
        `${selectReports(liveTable(table))} WHERE report.workspace = $1 AND report.report_id = ANY($2::uuid[])`,
        [workspace, reportIds],
      ),
    ),
  );
  return new Map(lists.flat().map((row) => [row.report_id, reportView(row)]));
}
