import type { FigureReported, ReportedPlace } from '#domain';
import type { LinkedPlace } from '../places/link-places.js';
import { reportView, type ReportRow, type ReportView } from '../reports/report.js';

/** What view, row and event call by the same name. */
type FigureFields = Pick<
  FigureReported,
  | 'metric'
  | 'measure'
  | 'term'
  | 'category'
  | 'value'
  | 'max'
  | 'quantifier'
  | 'unit'
  | 'population'
  | 'status'
  | 'cause'
  | 'period'
>;

/** A reported figure. */
export interface FigureView extends ReportView, FigureFields {
  readonly unitText: string;
  /** The principal place in the article's words. */
  readonly place: string | null;
  readonly places: readonly LinkedPlace[];
  readonly asOf: string | null;
  /** Whether people corrected it: it is shown as they did, its words as they stand printed. */
  readonly corrected: boolean;
}

/** As the view holds it: the gazetteer may grow, so places are linked when they are asked for. */
export type UnlinkedFigure = Omit<FigureView, 'places'> & { readonly places: readonly ReportedPlace[] };

export interface FigureRow extends ReportRow, FigureFields {
  readonly unit_text: string;
  readonly places: readonly ReportedPlace[];
  readonly as_of: string | null;
}

export function figureView(row: FigureRow): UnlinkedFigure {
  return {
    ...reportView(row),
    metric: row.metric,
    measure: row.measure,
    term: row.term,
    category: row.category,
    value: row.value,
    max: row.max,
    quantifier: row.quantifier,
    unit: row.unit,
    unitText: row.unit_text,
    population: row.population,
    status: row.status,
    cause: row.cause,
    place: row.places[0]?.text ?? null,
    places: row.places,
    period: row.period,
    asOf: row.as_of,
    corrected: false,
  };
}
