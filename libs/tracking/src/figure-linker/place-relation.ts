import { isWithin, type Place } from '#gazetteer';

/** A place as the linker compares it: the article's words and what is known of them. */
export interface LinkedPlace {
  /** The folded words. */
  readonly text: string;
  /** What the gazetteer knows the words, or the name in them, to be. */
  readonly place: Place | null;
  /** The names that the words may stand for, folded, the most exact first. */
  readonly names: readonly string[];
}

/** country: one is a country and the other lies in it. apart: neither lies in the other, as far as anybody knows. */
export type PlaceRelation = 'same' | 'within' | 'country' | 'apart';

/** Figures of places with different roots are never compared: a country's code, else the last name in the words. */
export function rootOf({ place, names, text }: LinkedPlace): string {
  if (place) return place.country ?? place.containedIn.at(-1)?.id ?? place.id;
  return names.at(-1) ?? text;
}

const MOST_RELATED = 1_000;
/** A few places are compared with each other a hundred times a report; whoever makes them gives the same words one object. */
const related = new WeakMap<LinkedPlace, Map<LinkedPlace, PlaceRelation>>();

/** "Eastern Westhaven" lies in Westhaven; "eastern" and "east" are one, "eastern" and "western" are two. */
export function relatePlaces(a: LinkedPlace, b: LinkedPlace): PlaceRelation {
  if (a.text === b.text) return 'same';
  const known = related.get(a)?.get(b);
  if (known) return known;
  const ofA = related.get(a) ?? new Map<LinkedPlace, PlaceRelation>();
  related.set(a, ofA);
  if (ofA.size >= MOST_RELATED) ofA.clear();
  const relation = relate(a, b);
  ofA.set(b, relation);
  return relation;
}

function relate(a: LinkedPlace, b: LinkedPlace): PlaceRelation {
  if (areOpposed(directionsOf(a.text), directionsOf(b.text))) return 'apart';
  return a.place && b.place ? relateKnown(a, a.place, b, b.place) : relateByNames(a, b);
}

function relateKnown(a: LinkedPlace, ofA: Place, b: LinkedPlace, ofB: Place): PlaceRelation {
  if (ofA.id === ofB.id) {
    if (isPartOfIts(a, ofA) === isPartOfIts(b, ofB)) return 'same';
    return ofA.kind === 'country' ? 'country' : 'within';
  }
  const outer = isWithin(ofA, ofB) ? ofB : isWithin(ofB, ofA) ? ofA : null;
  if (!outer) return 'apart';
  return outer.kind === 'country' ? 'country' : 'within';
}

/** Whether the words narrow the name: "eastern Westhaven", "the rebel-held part of Westhaven". */
export const isPartOfIts = ({ text }: LinkedPlace, { kind }: Place): boolean =>
  directionsOf(text) !== '' ||
  (kind !== 'country' && /\b(?:parts?|neighbou?rhoods?|districts?|areas?|sector)\b/.test(text));

function relateByNames(a: LinkedPlace, b: LinkedPlace): PlaceRelation {
  const shared = a.names.includes(b.text) || b.names.includes(a.text) || a.names.at(-1) === b.names.at(-1);
  if (!shared) return 'apart';
  const direction = directionsOf(a.text);
  return direction !== '' && direction === directionsOf(b.text) ? 'same' : 'within';
}

const DIRECTION = /\b(north|south)?-?(east|west)?(?:ern)?\b/g;

const REMEMBERED = 10_000;
/** Places are compared again and again, by words that are few. */
const directions = new Map<string, string>();

/** "northeast" of "the northeastern part of Westhaven"; '' where no direction is named. */
export function directionsOf(text: string): string {
  const known = directions.get(text);
  if (known !== undefined) return known;
  const named = [...text.matchAll(DIRECTION)]
    .map(([, latitude = '', longitude = '']) => latitude + longitude)
    .find(Boolean);
  if (directions.size >= REMEMBERED) directions.clear();
  directions.set(text, named ?? '');
  return named ?? '';
}

function areOpposed(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  const isOpposed = (one: string, other: string) =>
    (a.includes(one) && b.includes(other)) || (a.includes(other) && b.includes(one));
  return isOpposed('north', 'south') || isOpposed('east', 'west');
}
