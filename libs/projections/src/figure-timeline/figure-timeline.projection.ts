import type { Projection } from '../projection.js';
import { retireReports } from '../reports/retirements.js';
import { insertRows } from '../view-table.js';
import { figureClaimTable, figureReportTable } from './figure-timeline.tables.js';
import { figureRows } from './fold-figures.js';

/** How many, where, by whom, and how did that change from report to report? */
export const figureTimelineProjection: Projection = {
  name: 'figure-timeline',
  codeVersion: 1,
  tables: [figureReportTable, figureClaimTable],

  async apply(batch, client, version) {
    const rows = batch.map(figureRows).filter((pair) => pair !== null);
    await insertRows(
      client,
      figureReportTable,
      version,
      rows.map(({ report }) => report),
    );
    await insertRows(
      client,
      figureClaimTable,
      version,
      rows.map(({ claim }) => claim),
    );
    await retireReports(client, figureReportTable, version, batch);
  },
};
