import type { KnownPlace } from '#domain';
import { isNamedPlace } from '../figure-linker/figure-anchor.js';
import type { FigureFacts, LedgerDecision, TrackedPlace } from './ledger.js';
import { oncePer } from './once-per.js';

/** Where a figure is true: its own words, and what the gazetteer knew of them when it was linked. */
export interface FigurePlace extends TrackedPlace {
  readonly known: KnownPlace | null;
}

/** unclear: in other words, of which nobody knows whether they are one place, or a place and a part of it. */
export type FigurePlaceRelation = 'same' | 'inside' | 'around' | 'unclear';

/** What the links that stand say of the places of their reports; a place that was corrected since is known by its words alone. */
export function knownPlacesOf(live: readonly LedgerDecision[]): ReadonlyMap<string, KnownPlace> {
  const known = new Map<string, KnownPlace>();
  for (const { type, data } of live) {
    if (type === 'ReportLinked' && data.place) known.set(data.reportId, data.place);
    if (type === 'ReportCorrected' && data.changes.some(({ field }) => field === 'places'))
      known.delete(data.reportId);
  }
  return known;
}

/** The place that figures are compared by: the first that is named, as the linker takes it. */
export function figurePlace(figure: FigureFacts | null, known: KnownPlace | undefined): FigurePlace | null {
  const place = figure?.places.find(({ text }) => isNamedPlace(text)) ?? figure?.places[0];
  return place ? { ...place, known: known ?? null } : null;
}

/** Where the place of one lies to that of the other; figures without a place are of the place of the others. */
export function relateFigurePlaces(a: FigurePlace | null, b: FigurePlace | null): FigurePlaceRelation {
  if (!a || !b || a.key === b.key) return 'same';
  if (isInside(a, b)) return 'inside';
  if (isInside(b, a)) return 'around';
  const id = a.known?.id ?? null;
  return id !== null && id === b.known?.id ? 'same' : 'unclear';
}

function isInside(inner: FigurePlace, outer: FigurePlace): boolean {
  const id = outer.known?.id ?? null;
  return inner.within.includes(outer.key) || (id !== null && (inner.known?.within ?? []).includes(id));
}

/** Places of one key lie alike to every other. */
export const placeKey: (place: FigurePlace) => string = oncePer(({ key, within, known }) =>
  JSON.stringify([key, within, known?.id, known?.within]),
);
