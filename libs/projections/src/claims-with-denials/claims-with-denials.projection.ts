import type { ClaimRecorded } from '#domain';
import type { StoredEvent } from '#event-store';
import type { Projection } from '../projection.js';
import { reportRow } from '../reports/report-row.js';
import { RETIRING_TYPES, retirementsOf } from '../reports/retirements.js';
import type { Row } from '../view-table.js';
import { claimsInSql } from './claims-in-sql.js';
import { claimReportTable } from './claims-with-denials.tables.js';

/** What is claimed, on whose word, and who denies it? */
export const claimsWithDenialsProjection: Projection = {
  name: 'claims-with-denials',
  codeVersion: 5,
  tables: [claimReportTable],
  types: ['ClaimRecorded', ...RETIRING_TYPES],
  inSql: claimsInSql,

  async apply(batch, view) {
    const rows = batch.map(claimRow).filter((row) => row !== null);
    await view.insertFirst(claimReportTable, rows);
    await view.retire(claimReportTable, retirementsOf(batch));
  },
};

function claimRow(event: StoredEvent): Row | null {
  if (event.type !== 'ClaimRecorded') return null;
  const claim = event.data as ClaimRecorded;
  const { polarity, proposition, attributionMode, hedge, cue, answers } = claim;
  const own = { polarity, proposition, attribution_mode: attributionMode, hedge, cue, answers };
  return reportRow(event, claim, own);
}
