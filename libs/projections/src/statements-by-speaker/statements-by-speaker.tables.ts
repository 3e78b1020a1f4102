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

/** One row a spelling of a speaker's name; rows with one speaker_id are one speaker. */
export const speakerNameTable: ViewTable = {
  name: 'speaker_name',
  columns: {
    workspace: 'text NOT NULL',
    speaker_id: 'uuid NOT NULL',
    name: 'text NOT NULL',
    /** Folded words of the name, for search by any part of it. */
    name_words: 'text[] NOT NULL',
    kind: 'text NOT NULL',
    first_seq: 'bigint NOT NULL',
  },
  primaryKey: ['workspace', 'speaker_id', 'name'],
  indexes: ['USING gin (name_words)'],
  firstBy: 'first_seq',
  shared: true,
};
