import type { StatementMade } from '#domain';
import type { StoredEvent } from '#event-store';
import { reportRow } from '../reports/report-row.js';
import type { Row } from '../view-table.js';

/** The row of a statement; null for any other event. */
export function statementRow(event: StoredEvent): Row | null {
  if (event.type !== 'StatementMade') return null;
  const statement = event.data as StatementMade;
  const { form, act, polarity, attributionMode, pieces, cue, utteredOn } = statement;
  const own = {
    form,
    act,
    polarity,
    attribution_mode: attributionMode,
    pieces,
    cue,
    uttered_on: utteredOn,
  };
  return reportRow(event, statement, own, utteredOn);
}
