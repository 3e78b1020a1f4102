import type { AttributionMode, StatementMade } from '#domain';
import { reportView, type ReportRow, type ReportView } from '../reports/report.js';

/** What view, row and event call by the same name. */
type StatementFields = Pick<StatementMade, 'form' | 'act' | 'polarity' | 'pieces' | 'cue'>;

/** Something a source said or wrote. */
export interface StatementView extends ReportView, StatementFields {
  readonly attributionMode: AttributionMode;
  readonly utteredOn: string | null;
}

export interface StatementRow extends ReportRow, StatementFields {
  readonly attribution_mode: AttributionMode;
  readonly uttered_on: string | null;
}

export function statementView(row: StatementRow): StatementView {
  return {
    ...reportView(row),
    form: row.form,
    act: row.act,
    polarity: row.polarity,
    attributionMode: row.attribution_mode,
    pieces: row.pieces,
    cue: row.cue,
    utteredOn: row.uttered_on,
  };
}
