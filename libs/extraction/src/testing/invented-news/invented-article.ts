import type { Metric, Quantifier } from '#domain';

/** A figure as a careful reader would note it. `place` and `source` are the text's words, null where it gives none. */
export interface ExpectedFigure {
  readonly words: string;
  readonly value: number | null;
  readonly metric: Metric;
  readonly quantifier?: Quantifier;
  readonly place?: string | null;
  readonly source: string | null;
}

/** A short article in which places, people and events are invented, with what is to be read in it, written before it was read. */
export interface InventedArticle {
  readonly name: string;
  readonly publishedAt: string;
  readonly text: string;
  readonly figures: readonly ExpectedFigure[];
  /** [speaker, words]: each statement that must be found; more may be. */
  readonly statements: readonly (readonly [string, string])[];
  /** [speaker, a part of the denial's words]. */
  readonly denials: readonly (readonly [string, string])[];
}
