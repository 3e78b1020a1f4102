import { isWithin, type Gazetteer } from '#gazetteer';
import type { ViewsReader } from '../views-reader.js';
import { PlaceSets } from './place-sets.js';

/** By reader and workspace: searches at once share what they read. */
const remembered = new WeakMap<ViewsReader, Map<string, PlaceSets>>();

/**
 * Ids of the places of figures of which one lies within the place that the words stand for; none where the gazetteer does not know it.
 * What is imported counts at once, and no view depends on it.
 */
export async function placesWithin(
  views: ViewsReader,
  gazetteer: Gazetteer,
  workspace: string,
  words: string,
): Promise<string[]> {
  const [around] = await gazetteer.link([words]);
  if (!around) return [];
  const ids: string[] = [];
  for (const { id, places } of await setsOf(views, gazetteer, workspace).load())
    if (places.some((place) => place && isWithin(place, around))) ids.push(id);
  return ids;
}

function setsOf(views: ViewsReader, gazetteer: Gazetteer, workspace: string): PlaceSets {
  const own = remembered.get(views) ?? new Map<string, PlaceSets>();
  remembered.set(views, own);
  const sets = own.get(workspace) ?? new PlaceSets(views, gazetteer, workspace);
  own.set(workspace, sets);
  return sets;
}
