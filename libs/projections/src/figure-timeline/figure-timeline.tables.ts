import { REPORT_COLUMNS, REPORT_INDEXES, REPORT_KEY } from '../reports/report-row.js';
import type { ViewTable } from '../view-table.js';
import { placesOfReport } from './places-row.js';

/** One row a report of a figure. */
export const figureReportTable: ViewTable = {
  name: 'figure_report',
  columns: {
    ...REPORT_COLUMNS,
    metric: 'text NOT NULL',
    measure: 'text NOT NULL',
    term: 'text',
    category: 'text',
    value: 'float8',
    max: 'float8',
    quantifier: 'text NOT NULL',
    unit: 'text NOT NULL',
    unit_text: 'text NOT NULL',
    population: 'text',
    status: 'text NOT NULL',
    cause: 'text',
    places: 'json NOT NULL',
    /** Every word of every place, folded: a search for "aleppo" finds "eastern Aleppo". */
    place_words: 'text[] NOT NULL',
    places_id: 'uuid',
    period: 'json',
    as_of: 'text',
  },
  primaryKey: REPORT_KEY,
  indexes: [...REPORT_INDEXES, '(workspace, metric)', '(workspace, places_id)', 'USING gin (place_words)'],
  firstBy: 'seq',
  retired: true,
};

/**
 * One row for the places of a figure, in the words of its article, however many figures have the same: few beside figures, so that a
 * gazetteer that grows can be asked about all of them at the time of a search.
 */
export const figurePlacesTable: ViewTable = {
  name: 'figure_places',
  columns: {
    workspace: 'text NOT NULL',
    places_id: 'uuid NOT NULL',
    texts: 'text[] NOT NULL',
    first_seq: 'bigint NOT NULL',
  },
  primaryKey: ['workspace', 'places_id'],
  indexes: ['(workspace, first_seq)'],
  firstBy: 'first_seq',
  shared: true,
  begunBy: { table: figureReportTable, key: 'places_id', row: placesOfReport },
};
