import type { FigureReported } from '../reports/figure-reported.js';
import { foldName } from './fold-name.js';

/**
 * What a figure's claim is about: two reports with the same subject speak of the same thing.
 * Metric, measure, unit family, population, cause, place and fitting period; never value, speaker or outlet (docs/adr/0005).
 */
export interface FigureSubject {
  readonly metric: string;
  readonly measure: string;
  readonly unitFamily: string;
  readonly population: string | null;
  readonly cause: string | null;
  readonly placeKey: string | null;
  /** A flow's starting day; null for a stock, whose reports form one series over time, and for a flow without a period. */
  readonly periodStart: string | null;
}

type SubjectFields = Pick<
  FigureReported,
  'metric' | 'measure' | 'unit' | 'population' | 'cause' | 'places' | 'period'
>;

/** People and households are one family: both count the same displacement, in other units. */
const UNIT_FAMILIES = {
  person: 'people',
  household: 'people',
  dwelling: 'dwellings',
  incident: 'incidents',
} as const;

/** `fold` gives what `foldName` does; callers with many figures remember its answers. */
export function figureSubject(figure: SubjectFields, fold = foldName): FigureSubject {
  const place = figure.places[0];
  return {
    metric: figure.metric,
    measure: figure.measure,
    unitFamily: UNIT_FAMILIES[figure.unit],
    population: figure.population ? fold(figure.population) : null,
    cause: figure.cause,
    placeKey: place ? fold(place.text) : null,
    periodStart: figure.measure === 'flow' ? (figure.period?.start ?? null) : null,
  };
}

/** The same for every report of one claim; the claim's id is derived from it. */
export function figureClaimKey(subject: FigureSubject): string {
  return JSON.stringify([
    subject.metric,
    subject.measure,
    subject.unitFamily,
    subject.population,
    subject.cause,
    subject.placeKey,
    subject.periodStart,
  ]);
}
