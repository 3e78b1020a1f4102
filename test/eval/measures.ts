/** One figure of the evaluation. All are shares from 0 to 1; F1 where nothing else is said. */
export interface Measure {
  readonly set: 'seeds' | 'figures' | 'statements';
  /** Its name in the scorer's answer. */
  readonly key: string;
  readonly label: string;
  /** CI fails below it: a point or two under what was last measured, so that only a real loss fails. */
  readonly floor: number;
  /** Two people who annotated the same texts, under the same measure; null where nobody measured. */
  readonly people: number | null;
  /** What simple rules reach: a number before a noun, quotation marks with the nearest name. */
  readonly naive: number | null;
}

const measure = (
  set: Measure['set'],
  key: string,
  label: string,
  floor: number,
  naive: number | null = null,
  people: number | null = null,
): Measure => ({ set, key, label, floor, naive, people });

/** Floors, with what simple rules and people reach under the same measures on the same texts. */
export const MEASURES: readonly Measure[] = [
  measure('seeds', 'core', 'core items with the right speaker', 1, null, 1),
  measure('figures', 'detection', 'figures found with their value', 0.98, 0.77),
  measure('figures', 'valueMetric', 'value and metric', 0.98, 0.68),
  measure('figures', 'quantifier', 'quantifier, of those found', 0.985, 0.99),
  measure('figures', 'place', 'place, of those found', 0.925, 0.52),
  measure('figures', 'attributedTo', 'source, of those found', 0.935, 0.75),
  measure('figures', 'period', 'period, of those found', 0.92),
  measure('figures', 'unit', 'unit, of those found', 0.9),
  measure('statements', 'direct', 'direct quotes', 0.96, 0.82, 0.975),
  measure('statements', 'directSpeaker', 'direct quotes with their speaker', 0.92, 0.56, 0.969),
  measure('statements', 'all', 'all attributions', 0.665, 0.29, 0.796),
  measure('statements', 'tokens', 'all attributions, by token', 0.84, 0.52, 0.914),
];
