import { isCapital, lowerAt, type Word } from '../words/words.js';
import { smallNumber } from '../words/small-numbers.js';
import { monthOf, weekdayNamed } from '../dates/index.js';
import {
  EVENT_TAIL,
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
const NAME_PARTS = 5;
const NAME_LINKS = new Set(['de', 'del', 'la', 'el', 'al']);
const BEFORE_OF = new Set('republic isle gulf bay cape port strait horn kingdom federation'.split(' '));
const ARTICLES = new Set(['the', 'this', 'that', 'these', 'those', 'its', 'their']);

/** "the outskirts of the village of X": no place is nested deeper than this. */
const DEPTH = 3;

/** The place that begins at word `at`, or null. */
export function readPlace(words: readonly Word[], at: number, depth = 0): PlacePhrase | null {
  if (depth > DEPTH) return null;
  const definite = ARTICLES.has(lowerAt(words, at));
  const from = definite || lowerAt(words, at) === 'a' || lowerAt(words, at) === 'an' ? at + 1 : at;
  const core = skipModifiers(words, from);
  const modified = core > from;
  const name = readName(words, core);
  const parts = { from, core, modified, definite, depth };
  return name !== null ? named(words, { ...parts, name }) : described(words, parts);
}

function skipModifiers(words: readonly Word[], from: number): number {
  let at = isPluralCount(words, from) ? from + 1 : from;
  while (isModifier(words, at) && at < from + 6) at += 1;
  return at;
}

/** "in four areas", "eight provinces". */
function isPluralCount(words: readonly Word[], at: number): boolean {
  if (smallNumber(lowerAt(words, at)) === null) return false;
  const type = [1, 2].map((ahead) => lowerAt(words, at + ahead)).find((lower) => isTypeNoun(lower));
  return type !== undefined && type.endsWith('s');
}

function isModifier(words: readonly Word[], at: number): boolean {
  const lower = lowerAt(words, at);
  if (lower === ',' || lower === 'and')
    return isModifier(words, at + 1) && at > 0 && PLACE_MODIFIERS.has(lowerAt(words, at - 1));
  const last = NAMED_TYPES.has(lower) || PART_TYPES.has(lower);
  if (last && !nameOrType(words, at + 1)) return false;
  return PLACE_MODIFIERS.has(lower) || HELD.test(lower);
}

function nameOrType(words: readonly Word[], at: number): boolean {
  const lower = lowerAt(words, at);
  return (
    isCapital(words[at]) || NAMED_TYPES.has(lower) || PART_TYPES.has(lower) || PLACE_MODIFIERS.has(lower)
  );
}

/** The index after a proper name that begins at `at`; null where none does. */
function readName(words: readonly Word[], at: number): number | null {
  if (!isNamePart(words, at)) return null;
  let to = at + 1;
  while (to < at + NAME_PARTS) {
    if (isNamePart(words, to)) to += 1;
    else if (lowerAt(words, to) === "'s" && isNamePart(words, to + 1)) to += 2;
    else if (linksName(words, to) && isNamePart(words, to + 1)) to += 2;
    else break;
  }
  return to;
}

function linksName(words: readonly Word[], at: number): boolean {
  const link = lowerAt(words, at);
  return NAME_LINKS.has(link) || (link === 'of' && BEFORE_OF.has(lowerAt(words, at - 1)));
}

function isNamePart(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word || word.kind !== 'word') return false;
  if (/^(?:al|el|as|an|ad|ar|ash)[-‐‑]\p{L}/u.test(word.text)) return true;
  if (!isCapital(word) || word.lower === 'i') return false;
  if (smallNumber(word.lower) !== null) return false;
  return !NOT_A_PLACE.has(word.lower) && monthOf(word) === null && weekdayNamed(word) === null;
}

interface Parts {
  readonly from: number;
  readonly core: number;
  readonly modified: boolean;
  readonly definite: boolean;
  readonly depth: number;
}

/** A proper name with what belongs to it: "Easttown province"; "the Northland city of Easttown" is Easttown. */
function named(words: readonly Word[], parts: Parts & { name: number }): PlacePhrase | null {
  const { from, name, modified, definite } = parts;
  const at = typeAfter(words, name);
  const type = isTypeNoun(lowerAt(words, at)) ? lowerAt(words, at) : null;
  if (!type)
    return isAttribute(words, name) ? null : { from, to: name, named: true, type, modified, definite };
  const inner = lowerAt(words, at + 1) === 'of' ? readPlace(words, at + 2, parts.depth + 1) : null;
  if (inner?.named) return ofType(type, inner, parts);
  const to = TRAILING_TYPES.has(type) || PART_TYPES.has(type) ? at + 1 : name;
  return { from, to, named: true, type, modified, definite };
}

/** Index of the noun of place behind a name, past "sub" and adjectives: "Easttown sub district", "Northland coastal city". */
function typeAfter(words: readonly Word[], name: number): number {
  let at = lowerAt(words, name) === 'sub' ? name + 1 : name;
  while (PLACE_MODIFIERS.has(lowerAt(words, at)) && isTypeNoun(lowerAt(words, at + 1))) at += 1;
  return at;
}

/** "Northland militia attacks", "Kenyan troops": the name only tells whose. */
function isAttribute(words: readonly Word[], name: number): boolean {
  return EVENT_TAIL.test(lowerAt(words, name)) || NATIONALITIES.has(lowerAt(words, name - 1));
}

function isTypeNoun(lower: string): boolean {
  return NAMED_TYPES.has(lower) || PART_TYPES.has(lower) || TRAILING_TYPES.has(lower);
}

/** "city of X" -> X; "outskirts of X" -> the whole. */
function ofType(type: string, inner: PlacePhrase, parts: Parts): PlacePhrase {
  if (NAMED_TYPES.has(type)) return { ...inner, type, modified: inner.modified };
  return {
    from: parts.from,
    to: inner.to,
    named: inner.named,
    type,
    modified: true,
    definite: parts.definite,
  };
}

/** A description without a name: "the city", "nearby rebel-held areas", "the outskirts of the town". */
function described(words: readonly Word[], parts: Parts): PlacePhrase | null {
  const { core } = parts;
  const type = lowerAt(words, core);
  if (!NAMED_TYPES.has(type) && !PART_TYPES.has(type)) return possessed(words, parts);
  if (lowerAt(words, core + 1) === 'of') {
    const inner = type === 'capital' ? null : readPlace(words, core + 2, parts.depth + 1);
    if (inner || type === 'capital') return inner && ofType(type, inner, parts);
  }
  const name = readName(words, core + 1);
  if (name !== null) return { ...description(parts, name, type), from: core + 1, named: true };
  if (lowerAt(words, core + 1) !== "'s") return description(parts, core + 1, type);
  const part = skipModifiers(words, core + 2);
  return PART_TYPES.has(lowerAt(words, part))
    ? { ...description(parts, part + 1, type), modified: true }
    : null;
}

function description({ from, modified, definite }: Parts, to: number, type: string): PlacePhrase {
  return { from, to, named: false, type, modified, definite };
}

/** "the south" alone: the direction words are modifiers and parts at once. */
function possessed(words: readonly Word[], parts: Parts): PlacePhrase | null {
  const last = lowerAt(words, parts.core - 1);
  return parts.modified && PART_TYPES.has(last) ? description(parts, parts.core, last) : null;
}
