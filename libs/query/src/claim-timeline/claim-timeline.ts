import type { Measure, Metric } from '#domain';
import type { FigureView } from '../figures/figure.js';

/** One claim of a figure: what its reports speak of, and every report of it by asserted time. */
export interface ClaimTimeline {
  readonly id: string;
  readonly metric: Metric;
  readonly measure: Measure;
  readonly unitFamily: string;
  readonly population: string | null;
  readonly cause: string | null;
  readonly place: string | null;
  readonly periodStart: string | null;
  /** How often it was printed. */
  readonly reportCount: number;
  /** How many sources it comes from: one source in fifteen outlets is one. */
  readonly originCount: number;
  readonly lowest: number | null;
  readonly highest: number | null;
  /** The value last asserted; null where that report gave only a vague word. */
  readonly latest: number | null;
  /** Oldest assertion first; the first 1,000. */
  readonly reports: readonly FigureView[];
}
