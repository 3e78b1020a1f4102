import type { ViewsReader } from '../views-reader.js';
import { REPORT_TABLES } from '../reports/report-tables.js';

/** The fact that an event reports; null where it reports none. Looks through all reports: for people, not for every request. */
export async function factOfEvent(
  views: ViewsReader,
  workspace: string,
  eventId: string,
): Promise<string | null> {
  const lookups = REPORT_TABLES.map(
    (table) => `SELECT report_id FROM ${table} WHERE workspace = $1 AND event_id = $2`,
  );
  const [found] = await views.select<{ report_id: string }>(lookups.join(' UNION ALL '), [
    workspace,
    eventId,
  ]);
  return found?.report_id ?? null;
}
