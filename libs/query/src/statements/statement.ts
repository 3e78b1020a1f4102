import type { AttributionMode, Polarity, SpeechAct, StatementForm, TextSpan } from '#domain';
import { reportView, type ReportRow, type ReportView } from '../reports/report.js';

/** Something a source said or wrote. */
export interface StatementView extends ReportView {
  readonly form: StatementForm;
  readonly act: SpeechAct;
  readonly polarity: Polarity;
  readonly attributionMode: AttributionMode;
  readonly pieces: readonly TextSpan[];
  readonly cue: TextSpan | null;
  readonly utteredOn: string | null;
}

export interface StatementRow extends ReportRow {
  readonly form: StatementForm;
  readonly act: SpeechAct;
  readonly polarity: Polarity;
  readonly attribution_mode: AttributionMode;
  readonly pieces: readonly TextSpan[];
  readonly cue: TextSpan | null;
  readonly uttered_on: string | null;
}

export function statementView(row: StatementRow): StatementView {
  const { form, act, polarity, pieces, cue } = row;
  return {
    ...reportView(row),
    form,
    act,
    polarity,
    attributionMode: row.attribution_mode,
    pieces,
    cue,
    utteredOn: row.uttered_on,
  };
}
