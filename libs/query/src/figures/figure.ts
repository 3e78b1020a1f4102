import type {
  Cause,
  FigureStatus,
  IdmcCategory,
  IdmcTerm,
  Measure,
  Metric,
  Period,
  Quantifier,
  ReportedPlace,
  Unit,
} from '#domain';
import { reportView, type ReportRow, type ReportView } from '../reports/report.js';

/** A reported figure with the claim it speaks of. */
export interface FigureView extends ReportView {
  readonly claimId: string;
  readonly metric: Metric;
  readonly measure: Measure;
  readonly term: IdmcTerm | null;
  readonly category: IdmcCategory | null;
  readonly value: number | null;
  readonly max: number | null;
  readonly quantifier: Quantifier;
  readonly unit: Unit;
  readonly unitText: string;
  readonly population: string | null;
  readonly status: FigureStatus;
  readonly cause: Cause | null;
  /** The principal place in the article's words. */
  readonly place: string | null;
  readonly places: readonly ReportedPlace[];
  readonly period: Period | null;
  readonly asOf: string | null;
}

export interface FigureRow extends ReportRow {
  readonly claim_id: string;
  readonly metric: Metric;
  readonly measure: Measure;
  readonly term: IdmcTerm | null;
  readonly category: IdmcCategory | null;
  readonly value: number | null;
  readonly max: number | null;
  readonly quantifier: Quantifier;
  readonly unit: Unit;
  readonly unit_text: string;
  readonly population: string | null;
  readonly status: FigureStatus;
  readonly cause: Cause | null;
  readonly places: readonly ReportedPlace[];
  readonly period: Period | null;
  readonly as_of: string | null;
}

export function figureView(row: FigureRow): FigureView {
  const {
    metric,
    measure,
    term,
    category,
    value,
    max,
    quantifier,
    unit,
    population,
    status,
    cause,
    places,
    period,
  } = row;
  return {
    ...reportView(row),
    claimId: row.claim_id,
    metric,
    measure,
    term,
    category,
    value,
    max,
    quantifier,
    unit,
    unitText: row.unit_text,
    population,
    status,
    cause,
    place: places[0]?.text ?? null,
    places,
    period,
    asOf: row.as_of,
  };
}
