import type { KnownPlace } from '#domain';
import type { Place } from '#gazetteer';
import { directionsOf, isPartOfIts, type LinkedPlace } from './place-relation.js';

/**
 * What a link keeps of a place, so that folds can tell a part from its whole without a gazetteer. Countries go by their ISO codes:
 * two gazetteers may know one country under two ids. Null where the gazetteer does not know the words.
 */
export function knownPlace(linked: LinkedPlace | null): KnownPlace | null {
  if (!linked?.place) return null;
  let one = known.get(linked);
  if (!one) known.set(linked, (one = ofPlace(linked, linked.place)));
  return one;
}

/** A place is told of again and again, as one object. */
const known = new WeakMap<LinkedPlace, KnownPlace>();

function ofPlace(linked: LinkedPlace, place: Place): KnownPlace {
  const { id, kind, country, containedIn } = place;
  const idOf = (one: { readonly id: string; readonly kind: typeof kind }): string =>
    one.kind === 'country' && country !== null ? codeOf(country) : one.id;
  const own = idOf({ id, kind });
  const around = [...containedIn.map(idOf), ...(country === null ? [] : [codeOf(country)])];
  const within = [...new Set(around)].filter((other) => other !== own);
  if (!isPartOfIts(linked, place)) return { id: own, within };
  const direction = directionsOf(linked.text);
  return { id: direction === '' ? null : `${own}/${direction}`, within: [own, ...within] };
}

const codeOf = (country: string): string => `country:${country}`;
