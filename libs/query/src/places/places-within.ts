import { isWithin, type Gazetteer } from '#gazetteer';
import { figurePlacesTable, liveTable } from '#projections';
import { ViewsNotReady } from '../errors.js';
import type { ViewsReader } from '../views-reader.js';

/**
 * Ids of the places of figures of which one lies within the place that the words stand for; none where the gazetteer does not know it.
 * Asked anew at each search: what is imported counts at once, and no view depends on it.
 */
export async function placesWithin(
  views: ViewsReader,
  gazetteer: Gazetteer,
  workspace: string,
  words: string,
): Promise<string[]> {
  const [around] = await gazetteer.link([words]);
  if (!around) return [];
  const sets = await readPlaces(views, workspace);
  const texts = [...new Set(sets.flatMap((set) => set.texts))];
  const places = await gazetteer.link(texts);
  const within = new Set(texts.filter((_, at) => places[at] && isWithin(places[at], around)));
  return sets.filter((set) => set.texts.some((text) => within.has(text))).map(({ places_id }) => places_id);
}

interface PlacesRow {
  readonly places_id: string;
  readonly texts: readonly string[];
}

async function readPlaces(views: ViewsReader, workspace: string): Promise<PlacesRow[]> {
  const sql = `SELECT places_id, texts FROM ${liveTable(figurePlacesTable)} WHERE workspace = $1`;
  return views.select<PlacesRow>(sql, [workspace]).catch((error: unknown) => {
    // A view that older code built has no such table until it is rebuilt: its figures are found by their words.
    if (error instanceof ViewsNotReady) return [];
    throw error;
  });
}
