import { REPORT_COLUMNS, REPORT_INDEXES, REPORT_KEY } from '../reports/report-row.js';
import type { ViewTable } from '../view-table.js';

/** One row a statement. */
export const statementReportTable: ViewTable = {
  name: 'statement_report',
  columns: {
    ...REPORT_COLUMNS,
    form: 'text NOT NULL',
    act: 'text NOT NULL',
    polarity: 'text NOT NULL',
    attribution_mode: 'text NOT NULL',
    pieces: 'json NOT NULL',
    cue: 'json',
    uttered_on: 'text',
  },
  primaryKey: REPORT_KEY,
  indexes: REPORT_INDEXES,
  firstBy: 'seq',
  retired: true,
};
