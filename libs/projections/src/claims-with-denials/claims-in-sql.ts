import { fillReports, type ReportsInSql } from '../reports/reports-in-sql.js';
import { RETIRING_TYPES } from '../reports/retirements.js';
import type { SqlForm } from '../writing/sql-form.js';
import { claimReportTable } from './claims-with-denials.tables.js';

const claims: ReportsInSql = {
  table: claimReportTable,
  type: 'ClaimRecorded',
  members: {
    polarity: 'polarity',
    proposition: 'proposition',
    attribution_mode: 'attributionMode',
    hedge: 'hedge',
    cue: 'cue',
    answers: 'answers',
  },
};

/** The fold of `claimsWithDenialsProjection` as statements. */
export const claimsInSql: SqlForm = {
  types: [claims.type, ...RETIRING_TYPES],
  fill: (session, range) => fillReports(session, range, claims),
};
