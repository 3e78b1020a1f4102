import type { Projection } from '../projection.js';
import { RETIRING_TYPES, retirementsOf } from '../reports/retirements.js';
import { statementRow } from './fold-statements.js';
import { statementsInSql } from './statements-in-sql.js';
import { statementReportTable } from './statements-by-speaker.tables.js';

/** Who said what, under whatever spelling of the name? */
export const statementsBySpeakerProjection: Projection = {
  name: 'statements-by-speaker',
  codeVersion: 5,
  tables: [statementReportTable],
  types: ['StatementMade', ...RETIRING_TYPES],
  inSql: statementsInSql,

  async apply(batch, view) {
    const rows = batch.map(statementRow).filter((row) => row !== null);
    await view.insertFirst(statementReportTable, rows);
    await view.retire(statementReportTable, retirementsOf(batch));
  },
};
