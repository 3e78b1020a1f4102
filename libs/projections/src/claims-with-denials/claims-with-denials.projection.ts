import type { ClaimRecorded } from '#domain';
import type { StoredEvent } from '#event-store';
import type { Projection } from '../projection.js';
import { REPORT_COLUMNS, REPORT_INDEXES, REPORT_KEY, reportRow } from '../reports/report-row.js';
import { RETIRING_TYPES, retirementsOf } from '../reports/retirements.js';
import type { Row, ViewTable } from '../view-table.js';

/** One row a claim or denial; a denial names the report it answers where the text tells. */
export const claimReportTable: ViewTable = {
  name: 'claim_report',
  columns: {
    ...REPORT_COLUMNS,
    polarity: 'text NOT NULL',
    proposition: 'text NOT NULL',
    attribution_mode: 'text NOT NULL',
    hedge: 'text',
    cue: 'json',
    answers: 'uuid',
  },
  primaryKey: REPORT_KEY,
  indexes: [...REPORT_INDEXES, '(workspace, answers)'],
  firstBy: 'seq',
  retired: true,
};

/** What is claimed, on whose word, and who denies it? */
export const claimsWithDenialsProjection: Projection = {
  name: 'claims-with-denials',
  codeVersion: 1,
  tables: [claimReportTable],
  types: ['ClaimRecorded', ...RETIRING_TYPES],

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
