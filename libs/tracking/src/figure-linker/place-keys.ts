import type { LinkedPlace } from './place-relation.js';

/** Of two places of one block that are not apart, one's `own` holds a key that is among the other's. */
export interface PlaceKeys {
  /** The place itself, by its words and by what they are known to be. */
  readonly own: readonly string[];
  /** What it lies in. */
  readonly around: readonly string[];
}

/** A place is looked up by them again and again. */
const known = new WeakMap<LinkedPlace, PlaceKeys>();

/** By what places are looked up that `relatePlaces` may find related. */
export function placeKeys(place: LinkedPlace): PlaceKeys {
  let keys = known.get(place);
  if (!keys) known.set(place, (keys = keysOf(place)));
  return keys;
}

function keysOf({ text, place, names }: LinkedPlace): PlaceKeys {
  const words = `words ${text}`;
  // Nothing is known of it but its words: it is related to all that end in its name, as `relatePlaces` has it.
  if (!place) return { own: [words, `name ${names.at(-1) ?? text}`], around: [] };
  const { id, kind, country, containedIn } = place;
  const ofCountry = country === null ? [] : [`country ${country}`];
  const isCountry = kind === 'country' && country !== null;
  return {
    own: [words, `place ${id}`, ...(isCountry ? ofCountry : [])],
    around: [...containedIn.map((outer) => `place ${outer.id}`), ...(isCountry ? [] : ofCountry)],
  };
}
