import { fillReports, type ReportsInSql } from '../reports/reports-in-sql.js';
import { RETIRING_TYPES } from '../reports/retirements.js';
import type { SqlForm } from '../writing/sql-form.js';
import { statementReportTable } from './statements-by-speaker.tables.js';

const statements: ReportsInSql = {
  table: statementReportTable,
  type: 'StatementMade',
  members: {
    form: 'form',
    act: 'act',
    polarity: 'polarity',
    attribution_mode: 'attributionMode',
    pieces: 'pieces',
    cue: 'cue',
    uttered_on: 'utteredOn',
  },
  assertedOn: 'uttered_on',
};

/** The fold of `statementsBySpeakerProjection` as statements. */
export const statementsInSql: SqlForm = {
  types: [statements.type, ...RETIRING_TYPES],
  fill: (session, range) => fillReports(session, range, statements),
};
