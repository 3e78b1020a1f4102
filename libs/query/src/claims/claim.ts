import type { AttributionMode, ClaimRecorded } from '#domain';
import { reportView, type ReportRow, type ReportView } from '../reports/report.js';

/** What view, row and event call by the same name. */
type ClaimFields = Pick<ClaimRecorded, 'polarity' | 'proposition' | 'hedge' | 'cue' | 'answers'>;

/** A proposition on someone's word, or a denial of one. */
export interface ClaimView extends ReportView, ClaimFields {
  readonly attributionMode: AttributionMode;
  /** The denials that answer this claim. A denied claim is disputed, never false. */
  readonly denials: readonly ClaimView[];
  readonly disputed: boolean;
}

export interface ClaimRow extends ReportRow, ClaimFields {
  readonly attribution_mode: AttributionMode;
}

export function claimView(row: ClaimRow, denials: readonly ClaimView[] = []): ClaimView {
  return {
    ...reportView(row),
    polarity: row.polarity,
    proposition: row.proposition,
    attributionMode: row.attribution_mode,
    hedge: row.hedge,
    cue: row.cue,
    answers: row.answers,
    denials,
    disputed: denials.length > 0,
  };
}
