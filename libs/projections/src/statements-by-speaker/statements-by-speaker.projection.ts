import type { Projection } from '../projection.js';
import { retireReports } from '../reports/retirements.js';
import { insertRows } from '../view-table.js';
import { statementRows } from './fold-statements.js';
import { speakerNameTable, statementReportTable } from './statements-by-speaker.tables.js';

/** Who said what, under whatever spelling of the name? */
export const statementsBySpeakerProjection: Projection = {
  name: 'statements-by-speaker',
  codeVersion: 1,
  tables: [statementReportTable, speakerNameTable],

  async apply(batch, client, version) {
    const rows = batch.map(statementRows).filter((pair) => pair !== null);
    await insertRows(
      client,
      statementReportTable,
      version,
      rows.map(({ report }) => report),
    );
    const names = rows.map(({ speakerName }) => speakerName).filter((name) => name !== null);
    await insertRows(client, speakerNameTable, version, names);
    await retireReports(client, statementReportTable, version, batch);
  },
};
