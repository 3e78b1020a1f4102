/** What a place is, from the widest to the narrowest. */
export const PLACE_KINDS = ['country', 'region', 'settlement', 'district', 'area'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** A place that has a name of its own, whatever words an article used for it. */
export interface Place {
  /** "claimtrail:aleppo" for what ships, "geonames:<id>" for what was imported. */
  readonly id: string;
  readonly name: string;
  readonly kind: PlaceKind;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** Where it lies, the nearest first: a city's region, then its country. */
  readonly containedIn: readonly { readonly id: string; readonly name: string; readonly kind: PlaceKind }[];
}
