import type { Projection } from '../projection.js';
import { RETIRING_TYPES, retirementsOf } from '../reports/retirements.js';
import { figuresInSql } from './figures-in-sql.js';
import { figurePlacesTable, figureReportTable } from './figure-timeline.tables.js';
import { figureRows } from './fold-figures.js';

/** How many, where, by whom, and how did that change from report to report? */
export const figureTimelineProjection: Projection = {
  name: 'figure-timeline',
  codeVersion: 6,
  tables: [figureReportTable, figurePlacesTable],
  types: ['FigureReported', ...RETIRING_TYPES],
  inSql: figuresInSql,

  async apply(batch, view) {
    const rows = batch.map(figureRows).filter((pair) => pair !== null);
    await view.insertFirst(
      figureReportTable,
      rows.map(({ report }) => report),
    );
    await view.insertFirst(
      figurePlacesTable,
      rows.map(({ places }) => places).filter((places) => places !== null),
    );
    await view.retire(figureReportTable, retirementsOf(batch));
  },
};
