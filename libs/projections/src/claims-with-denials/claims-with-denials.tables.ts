import { REPORT_COLUMNS, REPORT_INDEXES, REPORT_KEY } from '../reports/report-row.js';
import type { ViewTable } from '../view-table.js';

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
