import type { AttributionMode, Polarity, TextSpan } from '#domain';
import { reportView, type ReportRow, type ReportView } from '../reports/report.js';

/** A proposition on someone's word, or a denial of one. */
export interface ClaimView extends ReportView {
  readonly polarity: Polarity;
  readonly proposition: string;
  readonly attributionMode: AttributionMode;
  readonly hedge: string | null;
  readonly cue: TextSpan | null;
  /** For a denial: the id of the report it answers; null where the article does not say. */
  readonly answers: string | null;
  /** The denials that answer this claim. A denied claim is disputed, never false. */
  readonly denials: readonly ClaimView[];
  readonly disputed: boolean;
}

export interface ClaimRow extends ReportRow {
  readonly polarity: Polarity;
  readonly proposition: string;
  readonly attribution_mode: AttributionMode;
  readonly hedge: string | null;
  readonly cue: TextSpan | null;
  readonly answers: string | null;
}

export function claimView(row: ClaimRow, denials: readonly ClaimView[] = []): ClaimView {
  const { polarity, proposition, hedge, cue, answers } = row;
  return {
    ...reportView(row),
    polarity,
    proposition,
    attributionMode: row.attribution_mode,
    hedge,
    cue,
    answers,
    denials,
    disputed: denials.length > 0,
  };
}
