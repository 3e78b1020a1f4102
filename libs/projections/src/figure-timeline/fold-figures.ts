import type { FigureReported } from '#domain';
import type { StoredEvent } from '#event-store';
import { foldedWords, reportRow } from '../reports/report-row.js';
import type { Row } from '../view-table.js';
import { placesRow, placeTexts } from './places-row.js';

export interface FigureRows {
  readonly report: Row;
  readonly places: Row | null;
}

/** The rows of a reported figure: its own, and its places' as they would begin with this report. */
export function figureRows(event: StoredEvent): FigureRows | null {
  if (event.type !== 'FigureReported') return null;
  const figure = event.data as FigureReported;
  const texts = placeTexts(figure.places);
  const places = placesRow(event.workspace, event.seq, texts);
  const own = figureFields(figure, texts, places?.places_id);
  return { report: reportRow(event, figure, own), places };
}

const figureFields = (
  figure: FigureReported,
  texts: readonly string[],
  placesId: string | null = null,
): Row => ({
  metric: figure.metric,
  measure: figure.measure,
  term: figure.term,
  category: figure.category,
  value: figure.value,
  max: figure.max,
  quantifier: figure.quantifier,
  unit: figure.unit,
  unit_text: figure.unitText,
  population: figure.population,
  status: figure.status,
  cause: figure.cause,
  places: figure.places,
  place_words: placeWords(texts),
  places_id: placesId,
  period: figure.period,
  as_of: figure.asOf,
});

/** What a search for a place compares with. */
export const placeWords = (places: readonly string[]): string[] => [...new Set(places.flatMap(foldedWords))];
