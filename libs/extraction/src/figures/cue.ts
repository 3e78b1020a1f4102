import type { IdmcTerm, Measure, Metric } from '#domain';

/**
 * How a cue word binds its figure: `verb` takes it as object or, in the passive, as subject ("killed 12", "12 were killed");
 * `act` is done by the people counted ("12 died", "12 have fled"); `state` is what they are in ("12 dead", "12 are besieged").
 */
export type CueKind = 'verb' | 'act' | 'state';

export interface Cue {
  readonly metric: Metric;
  readonly kind: CueKind;
  readonly measure: Measure;
  readonly term: IdmcTerm | null;
}

/** Cues that several readers give. */
export const IN_CAMP: Cue = { kind: 'state', metric: 'displaced', measure: 'stock', term: 'IN_RELIEF_CAMP' };
export const POPULATION: Cue = { kind: 'state', metric: 'population', measure: 'stock', term: null };
