import { CAPITAL, isCapital, isKind, lowerAt, wordKind, type Word } from '../words/words.js';
import { SMALL_NUMBER } from '../words/small-numbers.js';
import { wordList } from '../words/word-list.js';
import { MONTH, WEEKDAY } from '../dates/index.js';
import {
  BEFELL,
  EVENT_TAIL,
  PLACE_KINDS,
  NAMED_TYPES,
  NATIONALITIES,
  NOT_A_PLACE,
  PART_TYPES,
  PLACE_MODIFIERS,
  TRAILING_TYPES,
} from './place-lexicon.js';

/**
 * A place as a sentence names it. `named`: it holds a proper name. Otherwise it is a description ("the flooded district"), whose
 * `type` is the noun that says what kind of place is meant.
 */
export interface PlacePhrase {
  readonly from: number;
  readonly to: number;
  readonly named: boolean;
  /** The kind of place the words give: "city", "enclave"; null where the name stands alone. */
  readonly type: string | null;
  /** "eastern", "rebel-held" narrow it. */
  readonly modified: boolean;
  /** "the", "this": it points to a place named before. */
  readonly definite: boolean;
}

const HELD = /-(?:held|controlled|run|ruled|occupied|populated|majority|administered|affected|hit)$/;
const ARABIC_ARTICLE = /^(?:al|el|as|an|ad|ar|ash)[-‐‑]\p{L}/u;
const NAME_PARTS = 5;
const NAME_LINKS = new Set(['de', 'del', 'la', 'el', 'al']);
const SHARE = /^(?:half|parts?)$/;
const ORDINAL = /^(?:first|second|third|last|latter|final|better|other)$/;
const BEFORE_OF = new Set('republic isle gulf bay cape port strait horn kingdom federation'.split(' '));

const ARTICLE = wordKind(new Set(['the', 'this', 'that', 'these', 'those', 'its', 'their']));
const INDEFINITE = wordKind(new Set(['a', 'an']));
const NARROWING = wordKind(PLACE_MODIFIERS);
const MODIFIER = wordKind(
  (lower, _, bits) => (bits & NARROWING) !== 0 || (lower.includes('-') && HELD.test(lower)),
);
/** A noun of place that may stand before a name and after an adjective. */
export const TYPE = wordKind(new Set([...NAMED_TYPES, ...PART_TYPES]));
const PART = wordKind(PART_TYPES);
export const ANY_TYPE = wordKind(new Set([...TRAILING_TYPES, ...NAMED_TYPES, ...PART_TYPES]));
const EVENT = wordKind(EVENT_TAIL);
const NATIONALITY = wordKind(NATIONALITIES);
const NAME_PART = wordKind(isNamePart);

/** "the outskirts of the village of X": no place is nested deeper than this. */
const DEPTH = 3;

/** The place that begins at word `at`, or null. */
export function readPlace(words: readonly Word[], at: number, depth = 0): PlacePhrase | null {
  if (depth > DEPTH) return null;
  const definite = isKind(words, at, ARTICLE);
  const from = definite || isKind(words, at, INDEFINITE) ? at + 1 : at;
  const core = skipModifiers(words, from);
  const modified = core > from;
  const name = readName(words, core);
  // Most words lead to no place: nothing is made for them.
  if (name === null && !modified && !isKind(words, core, TYPE)) return null;
  const parts = { from, core, modified, definite, depth };
  return name !== null ? named(words, parts, name) : described(words, parts);
}

function skipModifiers(words: readonly Word[], from: number): number {
  let at = pastCount(words, from);
  while (isModifier(words, at) && at < from + 6) at += 1;
  return at;
}

/** "four areas", "more than a dozen western states", "several northern provinces": the index behind the number; `from` where none stands. */
function pastCount(words: readonly Word[], from: number): number {
  let at = from;
  while (at < from + 2 && BOUNDS.at(words, at)) at += 1;
  if (lowerAt(words, at) === 'a' && lowerAt(words, at + 1) === 'dozen') at += 1;
  else if (!isKind(words, at, SMALL_NUMBER) && words[at]?.kind !== 'number' && !SEVERAL.at(words, at))
    return from;
  const type = isKind(words, at + 1, ANY_TYPE) ? at + 1 : at + 2;
  return isKind(words, type, ANY_TYPE) && lowerAt(words, type).endsWith('s') ? at + 1 : from;
}

const BOUNDS = wordList('more than at least about some over nearly around almost');
const SEVERAL = wordList('several many various multiple numerous');

/** "in four areas", "eight provinces". */
const isPluralCount = (words: readonly Word[], at: number): boolean => pastCount(words, at) > at;

function isModifier(words: readonly Word[], at: number): boolean {
  if (isKind(words, at, MODIFIER))
    return !isKind(words, at, TYPE) || isKind(words, at + 1, CAPITAL | TYPE | NARROWING);
  const lower = lowerAt(words, at);
  if (lower !== ',' && lower !== 'and') return false;
  return at > 0 && isKind(words, at - 1, NARROWING) && isModifier(words, at + 1);
}

/** The index after a proper name that begins at `at`; null where none does. */
function readName(words: readonly Word[], at: number): number | null {
  if (!isKind(words, at, NAME_PART) || isKind(words, at, EVENT) || befalls(words, at)) return null;
  let to = at + 1;
  while (to < at + NAME_PARTS) {
    if (isKind(words, to, NAME_PART)) {
      if (befalls(words, to)) break;
      to += 1;
    } else if (isKind(words, to + 1, NAME_PART) && (lowerAt(words, to) === "'s" || linksName(words, to)))
      to += 2;
    else break;
  }
  return to;
}

/** "in Airstrikes", "in Easttown Bombing": in a title what befalls a place has a capital too. */
const befalls = (words: readonly Word[], at: number): boolean => BEFELL.test(lowerAt(words, at));

function linksName(words: readonly Word[], at: number): boolean {
  const link = lowerAt(words, at);
  return NAME_LINKS.has(link) || (link === 'of' && BEFORE_OF.has(lowerAt(words, at - 1)));
}

function isNamePart(lower: string, text: string, bits: number): boolean {
  if (ARABIC_ARTICLE.test(text)) return true;
  const isName = (bits & CAPITAL) !== 0 && (bits & (SMALL_NUMBER | MONTH | WEEKDAY)) === 0;
  return isName && lower !== 'i' && !NOT_A_PLACE.has(lower) && !SHARE.test(lower);
}

interface Parts {
  readonly from: number;
  readonly core: number;
  readonly modified: boolean;
  readonly definite: boolean;
  readonly depth: number;
}

/** A proper name with what belongs to it: "Easttown province"; "the Northland city of Easttown" is Easttown. */
function named(words: readonly Word[], parts: Parts, name: number): PlacePhrase | null {
  const held = owned(words, parts, name);
  if (held) return held;
  const { from, modified, definite } = parts;
  const at = typeAfter(words, name);
  if (isKind(words, at, ANY_TYPE)) return typed(words, parts, name, at);
  const isBare = !isAttribute(words, name) || isScene(words, from, name);
  return isBare ? placeOf(from, name, true, null, modified, definite) : null;
}

/** A name with the noun of place behind it at `at`. */
function typed(words: readonly Word[], parts: Parts, name: number, at: number): PlacePhrase {
  const { from, modified, definite, depth } = parts;
  const type = lowerAt(words, at);
  const ofNation = isKind(words, name - 1, NATIONALITY);
  const inner = lowerAt(words, at + 1) === 'of' ? readPlace(words, at + 2, depth + 1) : null;
  // "Karsal district of Northland" is that district, "the Northland city of Easttown" Easttown.
  if (inner?.named && (definite || modified || ofNation)) return ofType(type, inner, parts);
  // "the north African country" names none.
  if (!inner && ofNation) return placeOf(from, at + 1, false, type, true, definite);
  const to = inner?.named || staysWithName(type) ? at + 1 : name;
  return placeOf(from, to, true, type, modified, definite);
}

const staysWithName = (type: string): boolean => TRAILING_TYPES.has(type) || PART_TYPES.has(type);

/** "Northland's coastal Karsal province" and "Northland's Karsal State" are places of their own; so is "Northland's eastern provinces". */
function owned(words: readonly Word[], parts: Parts, name: number): PlacePhrase | null {
  if (lowerAt(words, name) === "'s") return ownedBehind(words, parts, name + 1);
  for (let at = parts.core + 1; at < name - 1; at += 1)
    if (lowerAt(words, at) === "'s")
      return isTyped(words, at + 1, name) ? readPlace(words, at + 1, parts.depth + 1) : null;
  return null;
}

/** "Karsal State", "Karsal province", but "Martha's Vineyard". */
function isTyped(words: readonly Word[], from: number, to: number): boolean {
  return isKind(words, to, ANY_TYPE) || (to - from > 1 && isKind(words, to - 1, ANY_TYPE));
}

/** What belongs to the place before "'s": a name, also behind a comma ("Northland's capital, Easttown,"), or a description. */
function ownedBehind(
  words: readonly Word[],
  { from, definite, depth }: Parts,
  at: number,
): PlacePhrase | null {
  const inner = readPlace(words, at, depth + 1);
  if (!inner || inner.named) return inner;
  return explainingName(words, inner.to) ?? placeOf(from, inner.to, true, inner.type, true, definite);
}

/** "the capital, Easttown, ...": the name behind the comma, where nothing else is said of it. */
export function explainingName(words: readonly Word[], comma: number): PlacePhrase | null {
  if (lowerAt(words, comma) !== ',' || !isCapital(words[comma + 1])) return null;
  const name = readPlace(words, comma + 1);
  const closes = name && (name.to >= words.length || /^[,.;)]$/.test(lowerAt(words, name.to)));
  return name?.named && closes ? name : null;
}

/** Index of the noun of place behind a name, past "sub" and adjectives: "Easttown sub district", "Easttown local government area", "Northland coastal city". */
function typeAfter(words: readonly Word[], name: number): number {
  let at = lowerAt(words, name) === 'sub' ? name + 1 : name;
  if (lowerAt(words, at) === 'local' && lowerAt(words, at + 1) === 'government') at += 2;
  while ((isKind(words, at, NARROWING) || PLACE_KINDS.at(words, at)) && isKind(words, at + 1, ANY_TYPE))
    at += 1;
  return at;
}

/** "In Easttown police arrested nine": the police are the subject, and the name behind the opening "In" stands alone. */
function isScene(words: readonly Word[], from: number, name: number): boolean {
  if (!opensSentence(words, from) || isKind(words, name - 1, NATIONALITY)) return false;
  return /[a-z]ed$|^(?:have|has|had|were|was|are|shot|found|held|said|say|took|broke|beat|fought|killed)$/.test(
    lowerAt(words, name + 1),
  );
}

/** Behind "In" or "In the town of" at the head of the sentence. */
function opensSentence(words: readonly Word[], from: number): boolean {
  if (lowerAt(words, 0) !== 'in') return false;
  return from === 1 || (from === 4 && lowerAt(words, 3) === 'of' && isKind(words, 2, TYPE));
}

/** "Northland militia attacks", "Kenyan troops": the name only tells whose. */
function isAttribute(words: readonly Word[], name: number): boolean {
  return isKind(words, pastBrackets(words, name), EVENT) || isKind(words, name - 1, NATIONALITY);
}

/** Words in brackets behind a name: "the Northland Front (formerly the Northland Guard) militants". */
const BRACKETED = 8;

function pastBrackets(words: readonly Word[], at: number): number {
  if (lowerAt(words, at) !== '(') return at;
  for (let to = at + 1; to <= at + BRACKETED; to += 1) if (lowerAt(words, to) === ')') return to + 1;
  return at;
}

/** "city of X" -> X; "outskirts of X" -> the whole. */
function ofType(type: string, inner: PlacePhrase, parts: Parts): PlacePhrase {
  if (NAMED_TYPES.has(type))
    return placeOf(inner.from, inner.to, inner.named, type, inner.modified, inner.definite);
  return placeOf(parts.from, inner.to, inner.named, type, true, parts.definite);
}

/** A description without a name: "the city", "nearby rebel-held areas", "the outskirts of the town". */
function described(words: readonly Word[], parts: Parts): PlacePhrase | null {
  const { core } = parts;
  const type = lowerAt(words, core);
  if (!isKind(words, core, TYPE)) return possessed(words, parts);
  const listed = within(words, parts);
  if (listed) return listed;
  if (lowerAt(words, core + 1) === 'of') {
    const inner = type === 'capital' ? null : readPlace(words, core + 2, parts.depth + 1);
    if (inner || type === 'capital') return inner && ofType(type, inner, parts);
  }
  return isShare(words, type, parts) ? null : namedBehind(words, type, parts);
}

/** "half of the dead", "the second half of last month": a share of something, unless it is a side of a place ("the eastern half"). */
function isShare(words: readonly Word[], type: string, { core, modified }: Parts): boolean {
  return SHARE.test(type) && (!modified || ORDINAL.test(lowerAt(words, core - 1)));
}

/** "village Easttown", "the village", "the village's outskirts", "the country's northern provinces". */
function namedBehind(words: readonly Word[], type: string, parts: Parts): PlacePhrase | null {
  const { from, core, modified, definite } = parts;
  const name = readName(words, core + 1);
  if (name !== null) return placeOf(core + 1, name, true, type, modified, definite);
  if (lowerAt(words, core + 1) !== "'s")
    return placeOf(from, core + 1, isNamedPart(words, core), type, modified, definite);
  const part = skipModifiers(words, core + 2);
  if (!isKind(words, part, TYPE)) return null;
  return (
    explainingName(words, part + 1) ?? placeOf(from, part + 1, false, lowerAt(words, part), true, definite)
  );
}

/** "the Western states": an adjective with a capital makes a name of the noun. */
const isNamedPart = (words: readonly Word[], core: number): boolean =>
  core > 1 && isKind(words, core - 1, CAPITAL) && isKind(words, core - 1, NARROWING);

/** "11 counties in Northland": so many of what lies there. */
function within(words: readonly Word[], { from, core, definite, depth }: Parts): PlacePhrase | null {
  if (!isPluralCount(words, from) || !/^(?:in|of|across)$/.test(lowerAt(words, core + 1))) return null;
  const inner = readPlace(words, core + 2, depth + 1);
  return inner && placeOf(from, inner.to, inner.named, lowerAt(words, core), true, definite);
}

/** All phrases are made here, in one shape. */
function placeOf(
  from: number,
  to: number,
  named: boolean,
  type: string | null,
  modified: boolean,
  definite: boolean,
): PlacePhrase {
  return { from, to, named, type, modified, definite };
}

/** "the south" alone: the direction words are modifiers and parts at once. */
function possessed(words: readonly Word[], parts: Parts): PlacePhrase | null {
  const last = lowerAt(words, parts.core - 1);
  const { from, core, modified, definite } = parts;
  return modified && isKind(words, core - 1, PART)
    ? placeOf(from, core, false, last, modified, definite)
    : null;
}
