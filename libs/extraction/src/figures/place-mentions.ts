import type { PlaceRole } from '#domain';
import { CAPITAL, isCapital, isKind, lowerAt, rangeOf, wordKind, type Word } from '../words/words.js';
import { ATTACK_NOUNS, NAMED_TYPES } from './place-lexicon.js';
import { ANY_TYPE, explainingName, readPlace, TYPE, type PlacePhrase } from './read-place.js';
import { HAPPENS, isMeasured, unledPlace, lastExplanation } from './unled-places.js';
import { isSpeakers } from './place-of-speaker.js';
import { WordList, wordList } from '../words/word-list.js';

/** A place in a sentence, with how the sentence ties it to what happens there. */
export interface PlaceMention extends PlacePhrase {
  /** The word that leads to it: "in", "from", "to", "fled"; '' for the subject of the sentence. */
  readonly lead: string;
  readonly role: PlaceRole;
  /** It only says more of the place before it: "Easttown, Northland", "Easttown in Northland", or goes on in a list. */
  readonly secondary: boolean;
  /** Its words; joined from two stretches in "eastern to western Easttown". */
  readonly text: string;
  /** First character and end of the words it was read from. */
  readonly range: { readonly start: number; readonly end: number };
}

const LOCATIVES = new Set(
  'in at near across around off inside outside throughout within into over along above below beneath'.split(
    ' ',
  ),
);

const LEAVES = new Set(
  'left leave leaving leaves fled flee fleeing escape escaped escaping evacuated abandon abandoned abandoning deserted deserting'.split(
    ' ',
  ),
);

const HITS = new Set(
  'hit hits hitting struck strikes striking jolted rocked battered battering flooded devastated devastating pounded shook sweep sweeps sweeping gripped gripping reach reaches reached reaching'.split(
    ' ',
  ),
);

/** What is done to persons too, so only to a place that says what kind it is: "attacked Easttown village". */
const ASSAILS = new Set(
  'attack attacked attacking raid raided raiding storm stormed storming shell shelled shelling bomb bombed bombing invade invaded overran torched'.split(
    ' ',
  ),
);

/** What each word leads to, whatever stands around it. */
const ROLES: ReadonlyMap<string, PlaceRole> = new Map([
  ...['from', ...LEAVES].map((word): [string, PlaceRole] => [word, 'origin']),
  ...['towards', 'toward', 'to'].map((word): [string, PlaceRole] => [word, 'destination']),
  ...[...LOCATIVES, ...HITS, ...ASSAILS].map((word): [string, PlaceRole] => [word, 'location']),
]);

/** "abandoned their villages" tells no place, "abandoned northern Easttown" does. */
const ABANDONS = /^(?:abandon|desert)/;

/** "hit the city", "abandoned their villages": as likely no place at all. */
const ofNamedOnly = (lead: string): boolean => HITS.has(lead) || ABANDONS.test(lead);

/** Words that may lead to a place. */
const LEADS = wordKind(new Set([...ROLES.keys(), 'on', 'of', 'through']));

/** Places read in one sentence, from its start: more is a list or an attack. */
const MAX_PLACES = 60;

/**
 * Every place of a sentence that a preposition or a verb of leaving leads to, in order. `source` is the article's text; `known` the
 * names that it leads to elsewhere: only they, or ones with a direction, count as subject ("Rescuers have ..." opens with a capital too).
 */
export function findPlaces(
  words: readonly Word[],
  source: string,
  known: ReadonlySet<string>,
): PlaceMention[] {
  const found: PlaceMention[] = [];
  const explanation = lastExplanation(words);
  for (let at = 0; at < words.length && found.length < MAX_PLACES; at += 1) {
    if (!mayHoldPlace(words, at, at < explanation)) continue;
    const before = found.at(-1);
    const follows = isBeside(words, before, at);
    const led = isKind(words, at, LEADS) ? ledPlaces(words, source, at, before, follows) : [];
    if (led.length === 0) {
      const subject = unledPlace(words, at, known, at < explanation);
      if (!subject) continue;
      led.push(mention(words, source, subject, '', 'location', follows));
    }
    for (const place of led) if (!isSpeakers(words, place)) found.push(place);
    at = Math.max(at, (led.at(-1)?.to ?? 0) - 1);
  }
  return found;
}

/** Right behind a place, or in what explains it. */
const isBeside = (words: readonly Word[], before: PlaceMention | undefined, at: number): boolean =>
  before !== undefined && (before.to === at || explains(words, before, at));

/** A word that leads to a place, opens one, or is named and explained; most are none of these. */
function mayHoldPlace(words: readonly Word[], at: number, mayBeExplained: boolean): boolean {
  return at === 0 || isKind(words, at, mayBeExplained ? LEADS | TYPE | CAPITAL : LEADS | TYPE);
}

/** The places that the preposition or verb at word `at` leads to. */
function ledPlaces(
  words: readonly Word[],
  source: string,
  at: number,
  before: PlaceMention | undefined,
  follows: boolean,
): PlaceMention[] {
  const role = roleOf(words, at);
  if (!role) return [];
  const isSecond = isOfPart(words, at) || (before !== undefined && follows && saysMoreOf(before, role));
  const lead = lowerAt(words, at);
  const shared = role === 'origin' ? sharedHead(words, at + 1) : null;
  if (shared) return [joined(words, source, shared, lead, isSecond)];
  if (isDistance(words, at)) return [];
  const phrase = withKind(words, explainedByName(words, readPlace(words, at + 1)));
  if (!phrase || !mayLead(words, lead, phrase)) return [];
  const led = [mention(words, source, phrase, lead, role, isSecond)];
  for (let next = coordinated(words, phrase.to); next; next = coordinated(words, next.to)) {
    led.push(mention(words, source, next, lead, role, role !== 'destination'));
  }
  return led;
}

/** "40 people died, most of them in Easttown": where only a part of them did. */
const isOfPart = (words: readonly Word[], at: number): boolean =>
  THEM.at(words, at - 1) && MOST.at(words, at - 3);
const THEM = wordList('them whom');
const MOST = wordList('most majority many some several half');

/** Words of what explains a name before they name another place. */
const EXPLANATION = 7;

/** "Easttown, an island south of Westtown", "Easttown, a village in the Karsal hills": it says more of the place before. */
function explains(words: readonly Word[], { to }: PlaceMention, at: number): boolean {
  const open = to + 1;
  if (at - open > EXPLANATION || lowerAt(words, to) !== ',') return false;
  if (!/^(?:an?|the|one)$/.test(lowerAt(words, open))) return false;
  if (!isKind(words, at - 1, ANY_TYPE) && !isKind(words, at, TYPE)) return false;
  return !words.slice(open, at).some(({ kind }) => kind === 'mark');
}

/** "at Easttown, a village": the kind that the words behind the comma give a bare name. */
function withKind(words: readonly Word[], phrase: PlacePhrase | null): PlacePhrase | null {
  if (!phrase?.named || phrase.type !== null || lowerAt(words, phrase.to) !== ',') return phrase;
  if (!/^(?:an?|the)$/.test(lowerAt(words, phrase.to + 1))) return phrase;
  for (let at = phrase.to + 2; at < phrase.to + EXPLANATION && words[at]?.kind === 'word'; at += 1)
    if (NAMED_TYPES.has(lowerAt(words, at))) return { ...phrase, type: lowerAt(words, at) };
  return phrase;
}

function mayLead(words: readonly Word[], lead: string, phrase: PlacePhrase): boolean {
  if (!tellsPlace(words, phrase) || (!phrase.named && ofNamedOnly(lead))) return false;
  return phrase.type !== null || !ASSAILS.has(lead);
}

/** "to Westtown from Easttown" are two places; "from Easttown in Northland" is one. */
function saysMoreOf(before: PlaceMention, role: PlaceRole): boolean {
  return role === 'location' || before.role === role;
}

/** "40 km to the north", "20 miles from the border": how far, not where to. */
function isDistance(words: readonly Word[], at: number): boolean {
  return /^(?:to|from|off)$/.test(lowerAt(words, at)) && isMeasured(words, at);
}

/** "in the capital, Easttown, ...": the name behind the comma is the place that the description means. */
function explainedByName(words: readonly Word[], phrase: PlacePhrase | null): PlacePhrase | null {
  if (!phrase || phrase.named || !phrase.definite) return phrase;
  return explainingName(words, phrase.to) ?? phrase;
}

/** "residents of Easttown", "the siege of Easttown". */
const HAS_PLACE = new WordList(
  'residents people inhabitants mayor governor authorities parts population bombardment bombing shelling siege blockade capture'.split(
    ' ',
  ),
);

function roleOf(words: readonly Word[], at: number): PlaceRole | null {
  const lower = lowerAt(words, at);
  if (lower === 'to') return roleOfTo(words, at - 1);
  const role = ROLES.get(lower);
  if (role) return role;
  if (lower === 'on') return followsAttack(words, at) || isOnGround(words, at) ? 'location' : null;
  if (lower === 'through') return TEARS.at(words, at - 1) ? 'location' : null;
  return lower === 'of' && HAS_PLACE.at(words, at - 1) ? 'location' : null;
}

/** "According to" leads to who said it; "spread to eight provinces" happens there. */
function roleOfTo(words: readonly Word[], before: number): PlaceRole | null {
  if (lowerAt(words, before) === 'according') return null;
  return SPREADS.at(words, before) ? 'location' : 'destination';
}

const SPREADS = wordList('spread spreads spreading extend extends extended extending');

/** What tears through a place happens there. */
const TEARS = wordList(
  'raced races racing spread spreads spreading moved moves moving ploughed ploughing plowed plowing churned tore tears tearing ripped ripping swept sweeps sweeping raged rages raging roared roaring burned burns burning burnt cut blew rampaged rampaging',
);

const GROUND =
  /^(?:islands?|isles?|lakes?|mount|mountains?|cape|coast|coastline|shores?|peninsula|plateau|outskirts|border|banks?|slopes?|plains?|strip|hills?|archipelago|river)$/;
const NAMED_GROUND = wordList('isla isle ile île lake lac lago mount mont monte cape');

/** "on Lake X", "on the X plateau", "on the island of X": what people can only be on. */
function isOnGround(words: readonly Word[], at: number): boolean {
  const phrase = readPlace(words, at + 1);
  if (!phrase?.named) return false;
  return NAMED_GROUND.at(words, phrase.from) || GROUND.test(phrase.type ?? '');
}

/** "air strikes by government planes on X": the attack may stand some words before its "on". */
function followsAttack(words: readonly Word[], at: number): boolean {
  for (let i = Math.max(0, at - 9); i < at; i += 1) if (ATTACK_NOUNS.at(words, i)) return true;
  return false;
}

/** A description counts only where it points back ("the city") or is narrowed ("nearby rebel-held areas"). */
function tellsPlace(words: readonly Word[], phrase: PlacePhrase): boolean {
  return phrase.named || phrase.definite || (phrase.modified && /s$/.test(lowerAt(words, phrase.to - 1)));
}

/** "to western Easttown or nearby rebel-held areas": the second is led by the same preposition. */
function coordinated(words: readonly Word[], at: number): PlacePhrase | null {
  const joint = lowerAt(words, at);
  if (joint !== 'or' && joint !== 'and' && joint !== ',') return null;
  const phrase = readPlace(words, at + 1);
  if (!phrase || (joint === ',' && !phrase.named)) return null;
  return phrase.named
    ? phrase.modified || joint !== 'and' || !isVerbNext(words, phrase.to)
      ? phrase
      : null
    : phrase.modified
      ? phrase
      : null;
}

/** "... and Northland said": a new subject, no further place. */
function isVerbNext(words: readonly Word[], at: number): boolean {
  return HAPPENS.at(words, at) || /(?:ed|said|says)$/.test(lowerAt(words, at));
}

/** In "from eastern to western Easttown" the first adjective shares the name behind the second. */
function sharedHead(words: readonly Word[], at: number): { modifier: number; head: PlacePhrase } | null {
  const second = lowerAt(words, at + 1);
  if (words[at]?.kind !== 'word' || isCapital(words[at]) || !['to', 'and', 'or'].includes(second))
    return null;
  const head = readPlace(words, at + 2);
  if (!head?.named || !head.modified || isCapital(words[head.from])) return null;
  return { modifier: at, head };
}

function joined(
  words: readonly Word[],
  source: string,
  { modifier, head }: { modifier: number; head: PlacePhrase },
  lead: string,
  follows: boolean,
): PlaceMention {
  const name = source.slice(words[head.from + 1]?.start ?? 0, words[head.to - 1]?.end ?? 0);
  const { to, named, type, modified, definite } = head;
  const whole = { from: modifier, to, named, type, modified, definite };
  const { role, range } = mention(words, source, whole, lead, 'origin', follows);
  const text = `${words[modifier]?.text ?? ''} ${name}`;
  const at = { from: modifier, to: modifier + 1, named, type, modified, definite };
  return placeMention(at, lead, role, follows, text, range);
}

/** The place whose last word stands right before word `end`: "West Easttown (300)". */
export function placeEndingAt(words: readonly Word[], source: string, end: number): PlaceMention | null {
  let from = end;
  while (from > 0 && from > end - BRACKET_NAME && isKind(words, from - 1, CAPITAL | TYPE)) from -= 1;
  const phrase = from < end ? readPlace(words, from) : null;
  if (!phrase?.named || phrase.to !== end) return null;
  const role = ROLES.get(lowerAt(words, from - 1)) ?? 'location';
  return mention(words, source, phrase, lowerAt(words, from - 1), role, false);
}

/** Words of a name before a bracket. */
const BRACKET_NAME = 5;

function mention(
  words: readonly Word[],
  source: string,
  phrase: PlacePhrase,
  lead: string,
  role: PlaceRole,
  secondary: boolean,
): PlaceMention {
  const from = phrase.named || !phrase.definite ? phrase.from : phrase.from - 1;
  const range = rangeOf(words, from, phrase.to);
  return placeMention(phrase, lead, role, secondary, source.slice(range.start, range.end), range);
}

/** All mentions are made here, in one shape. */
function placeMention(
  { from, to, named, type, modified, definite }: PlacePhrase,
  lead: string,
  role: PlaceRole,
  secondary: boolean,
  text: string,
  range: PlaceMention['range'],
): PlaceMention {
  return { from, to, named, type, modified, definite, lead, role, secondary, text, range };
}
