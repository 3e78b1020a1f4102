import { figureReportTable, liveTable, trackedReportTable } from '#projections';
import type { ViewsReader } from '../views-reader.js';
import { searchWords } from './report-filter.js';

/** Of these reports the figures that name the place or lie within it. */
export const reportsAt = (
  views: ViewsReader,
  workspace: string,
  reportIds: readonly string[],
  { place, within }: { readonly place: string; readonly within: readonly string[] },
): Promise<Set<string>> =>
  idsOf(
    views,
    `SELECT report_id FROM ${liveTable(figureReportTable)} WHERE workspace = $1 AND report_id = ANY($2::uuid[])
       AND (place_words @> $3::text[] OR places_id = ANY($4::uuid[]))`,
    [workspace, reportIds, searchWords('place', place), within],
  );

/** Of these reports the statements and claims that have the words. */
export const reportsOn = (
  views: ViewsReader,
  workspace: string,
  reportIds: readonly string[],
  subject: string,
): Promise<Set<string>> =>
  idsOf(
    views,
    `SELECT report_id FROM ${liveTable(trackedReportTable)} WHERE workspace = $1 AND report_id = ANY($2::uuid[])
       AND text_words @> $3::text[]`,
    [workspace, reportIds, searchWords('subject', subject)],
  );

async function idsOf(views: ViewsReader, sql: string, values: readonly unknown[]): Promise<Set<string>> {
  const rows = await views.select<{ report_id: string }>(sql, values);
  return new Set(rows.map(({ report_id }) => report_id));
}
