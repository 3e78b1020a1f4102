import type { ReportedPlace } from '#domain';
import type { Gazetteer, Place } from '#gazetteer';

/** A place in an article's words, with the place they stand for where the gazetteer knows it. */
export interface LinkedPlace extends ReportedPlace {
  readonly place: Place | null;
}

/** Looks up the places of a page of figures together. */
export async function linkPlaces<F extends { readonly places: readonly ReportedPlace[] }>(
  gazetteer: Gazetteer,
  figures: readonly F[],
): Promise<(F & { readonly places: LinkedPlace[] })[]> {
  const texts = [...new Set(figures.flatMap(({ places }) => places.map(({ text }) => text)))];
  const found = await gazetteer.link(texts);
  const known = new Map(texts.map((text, at) => [text, found[at] ?? null]));
  return figures.map((figure) => ({
    ...figure,
    places: figure.places.map((reported) => ({ ...reported, place: known.get(reported.text) ?? null })),
  }));
}
