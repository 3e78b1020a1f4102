import type { Projection } from '../projection.js';
import { RETIRING_TYPES, retirementsOf } from '../reports/retirements.js';
import { statementRows } from './fold-statements.js';
import { speakerNameTable, statementReportTable } from './statements-by-speaker.tables.js';

/** Who said what, under whatever spelling of the name? */
export const statementsBySpeakerProjection: Projection = {
  name: 'statements-by-speaker',
  codeVersion: 1,
  tables: [statementReportTable, speakerNameTable],
  types: ['StatementMade', ...RETIRING_TYPES],

  async apply(batch, view) {
    const rows = batch.map(statementRows).filter((pair) => pair !== null);
    await view.insertFirst(
      statementReportTable,
      rows.map(({ report }) => report),
    );
    const names = rows.map(({ speakerName }) => speakerName).filter((name) => name !== null);
    await view.insertFirst(speakerNameTable, names);
    await view.retire(statementReportTable, retirementsOf(batch));
  },
};
