import type { Conditions } from '../conditions.js';
import { pageOf, pageSize, type Page, type PageRequest } from '../page.js';
import type { ViewsReader } from '../views-reader.js';
import { selectReports, type ReportRow } from './report.js';

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
