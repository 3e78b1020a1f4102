import { REPORT_TABLES } from './report-tables.js';
import type { ViewsReader } from '../views-reader.js';

/** The words of reports, by their ids; those of erased articles are left out. */
export async function readQuotes(
  views: ViewsReader,
  workspace: string,
  reportIds: readonly string[],
): Promise<Map<string, string>> {
  if (reportIds.length === 0) return new Map();
  const lookups = REPORT_TABLES.map(
    (table) =>
      `SELECT report_id, quote ->> 'exact' AS words FROM ${table} WHERE workspace = $1 AND report_id = ANY($2::uuid[])`,
  );
  const rows = await views.select<{ report_id: string; words: string }>(lookups.join(' UNION ALL '), [
    workspace,
    [...new Set(reportIds)],
  ]);
  return new Map(rows.map(({ report_id, words }) => [report_id, words]));
}
