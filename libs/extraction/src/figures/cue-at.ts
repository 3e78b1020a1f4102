import { isKind, lowerAt, wordKind, type Word } from '../words/words.js';
import type { Count } from './counts.js';
import type { CountIndex } from './count-index.js';
import { beginsObject, BE, HAVE, isAdverb } from './function-words.js';
import { inCrisis } from './cause.js';
import { movementAt, type FoundCue } from './movements.js';
import { STATE } from './noun-lexicon.js';
import { readPlace } from './read-place.js';
import { IN_CAMP, type Cue } from './cue.js';
import { CUES, DWELLING_CUES, WEAK_CUES } from './metric-cues.js';
import { FIRST_OF_PHRASES, phrasesFrom } from './cue-phrases.js';
import { dwellingFrameAt, FIRST_OF_FRAMES, frameAt } from './frames.js';
import { endsClause } from './clause-end.js';
import { LEAVE, EVACUATED, isMany, inEvacuation, leavesFor, leaves } from './leaving.js';
import { WordList, wordList } from '../words/word-list.js';

/** Words that a cue of any sort may begin with. */
export const MAY_TELL = wordKind(
  new Set([
    ...[...CUES.keys(), ...DWELLING_CUES.keys(), ...FIRST_OF_PHRASES, ...FIRST_OF_FRAMES],
    ...`arrive arrives arrived arriving land lands landed landing disembark disembarked disembarking abandon abandoned
    abandoning reach reaches reached reaching enter enters entered entering made cross crosses crossed crossing poured pouring streamed
    streaming go goes went going gone come comes came coming moved taken transferred brought bused bussed carried ferried driven flown led
    escorted trucked shuttled whisked left leave leaving camp camps shelter shelters centres centers`.split(
      /\s+/,
    ),
  ]),
);

/** The cue at word `at`, if the grammar around it lets it speak of the count before it. */
export function cueAt(words: readonly Word[], at: number, count: Count, counts: CountIndex): FoundCue | null {
  if (count.noun?.noun.unit === 'dwelling') return dwellingCue(words, at);
  const phrase = phraseAt(words, at);
  if (phrase) return phrase;
  if (leaves(words, at) || leavesFor(words, at, count))
    return { cue: inEvacuation(words) ? EVACUATED : LEAVE, from: at, to: at + 1 };
  if (!isLiteral(words, at, count)) return null;
  if (isCamp(words, at)) return { cue: IN_CAMP, from: at, to: at + 1 };
  const cue = isUnderEarth(words, at) ? CUES.get('missing') : CUES.get(lowerAt(words, at));
  if (!cue || !speaksOfSubject(words, at, cue, count, counts)) return null;
  return { cue, from: at, to: at + 1 };
}

/** "believed buried", "buried under rubble", "buried when the hill slid": nobody has found them; "buried on Monday" tells of the dead. */
function isUnderEarth(words: readonly Word[], at: number): boolean {
  if (lowerAt(words, at) !== 'buried') return false;
  if (/^(?:feared|believed|thought|reported|remain|still)$/.test(lowerAt(words, at - 1))) return true;
  return /^(?:alive|under|underneath|beneath|by|when)$/.test(lowerAt(words, at + 1));
}

/** Two or more words that together are a cue. */
export function phraseAt(words: readonly Word[], at: number): FoundCue | null {
  const movement = movementAt(words, at);
  if (movement) return movement;
  const frame = frameAt(words, at);
  if (frame) return frame;
  if (isMovedToShelter(words, at)) return { cue: SHELTERED, from: at, to: at + 2 };
  const phrase = phrasesFrom(lowerAt(words, at)).find((candidate) =>
    candidate.words.every((part, index) => lowerAt(words, at + index) === part),
  );
  return phrase ? { cue: phrase.cue, from: at, to: at + phrase.words.length } : null;
}

const SHELTERED: Cue = { kind: 'verb', metric: 'evacuated', measure: 'flow', term: 'RELOCATED' };

const SHELTERS = wordList(
  'hall halls school schools shelter shelters stadium gym gymnasium church churches mosque mosques hotel hotels hostel hostels camp camps centre centres center centers barracks monastery tents safety ground',
);

/** "moved to a nearby sports hall" */
const SHELTER_REACH = 6;

/** "were moved to a sports hall", "were taken to shelters". */
function isMovedToShelter(words: readonly Word[], at: number): boolean {
  if (
    !/^(?:moved|taken|transferred|brought|bused|bussed|carried|ferried|driven|flown|led|escorted|trucked|shuttled|whisked)$/.test(
      lowerAt(words, at),
    ) ||
    lowerAt(words, at + 1) !== 'to'
  )
    return false;
  const moves = lowerAt(words, at) === 'moved' && HAVE.at(words, at - 1);
  if (!BE.at(words, at - 1) && !moves) return false;
  for (let i = at + 2; i < at + SHELTER_REACH && !endsClause(words, i); i += 1) {
    if (['hospital', 'hospitals', 'and'].includes(lowerAt(words, i))) return false;
    if (SHELTERS.at(words, i)) return true;
  }
  return false;
}

const BACK_TO = new Set(['home', 'from', 'since', 'in', 'safely', 'voluntarily', 'and', 'after']);

const ROUTINE = new WordList(
  'work school schools class classes power office court training college duty play parliament'.split(' '),
);

const LIVING = new Set(['here', 'there', 'under']);

/** "returned to work", "living in poverty", "remain on the ballot" move, house and strand nobody. */
function isLiteral(words: readonly Word[], at: number, count: Count): boolean {
  const lower = lowerAt(words, at);
  const next = lowerAt(words, at + 1);
  if (lower.startsWith('return')) {
    return next === 'to' ? !ROUTINE.at(words, at + 2) : !beginsObject(words[at + 1]) || BACK_TO.has(next);
  }
  if (/^(?:liv|resid)/.test(lower))
    return isMany(count) && (LIVING.has(next) || readPlace(words, at + 2) !== null);
  return !(WEAK_CUES.has(lower) || lower.startsWith('surviv')) || inCrisis(words);
}

/** In such centres nobody is displaced. */
const FOR_THE_SICK = wordList(
  'treatment health medical cholera isolation detention feeding sports shopping training',
);

/** "in crowded refugee camps", "at evacuation centres". */
function isCamp(words: readonly Word[], at: number): boolean {
  if (!/^(?:camps?|shelters?|centres|centers)$/.test(lowerAt(words, at))) return false;
  if (FOR_THE_SICK.at(words, at - 1)) return false;
  return [1, 2, 3].some((back) => ['in', 'at'].includes(lowerAt(words, at - back)));
}

const WHOLLY = wordList('fully totally completely entirely');

/** What became of dwellings: a predicate of several words, or one that ends in "ed". */
export function dwellingCue(words: readonly Word[], at: number): FoundCue | null {
  const told = dwellingFrameAt(words, at);
  if (told) return told;
  const lower = lowerAt(words, at);
  // "fully damaged"
  const isWhole = lower === 'damaged' && WHOLLY.at(words, at - 1);
  const cue = DWELLING_CUES.get(isWhole ? 'destroyed' : lower);
  return cue && /(?:ed|nt)$|hit|swept|gone|lost/.test(lower) ? { cue, from: at, to: at + 1 } : null;
}

const LEADS_TO_SHELTER = wordList('in at under with inside there near on among from');

/** "treating the wounded", "a march for the dead", "from the sheltered flats": others than those counted, or things. */
function isOfOthers(words: readonly Word[], at: number, { kind }: Cue): boolean {
  const determiner = lowerAt(words, at - 1);
  if (/^(?:the|their|its|our)$/.test(determiner) && isKind(words, at, STATE)) return true;
  return kind !== 'state' && /^(?:the|an?|his|her)$/.test(determiner) && lowerAt(words, at).endsWith('ed');
}

function speaksOfSubject(
  words: readonly Word[],
  at: number,
  cue: Cue,
  { to }: Count,
  counts: CountIndex,
): boolean {
  const lower = lowerAt(words, at);
  if (isOfOthers(words, at, cue)) return false;
  if (cue.kind === 'state') return true;
  // "received shelter kits"
  if (lower === 'shelter' && !LEADS_TO_SHELTER.at(words, at + 1)) return false;
  if (cue.kind === 'act')
    return (
      at === to || !['the', 'those', 'people'].includes(lowerAt(words, at - 1)) || !lower.endsWith('ing')
    );
  if (lower.endsWith('ing')) return false;
  const participle = /(?:ed|en|nt|slain|hurt|held)$/.test(lower) || lower === 'shot';
  if (!participle) return lower === 'evacuate' && !beginsObject(words[at + 1]);
  return isPassive(words, at, counts);
}

/** "were killed", "have been killed", "killed in" (reduced); not "have killed 12", "killed more than 12", "killed the mayor". */
function isPassive(words: readonly Word[], at: number, counts: CountIndex): boolean {
  let before = at - 1;
  while (before > at - 6 && (isAdverb(words[before]) || isCoordination(words, before))) before -= 1;
  const auxiliary = lowerAt(words, before);
  if (BE.has(auxiliary) || auxiliary === 'be') return true;
  if (beginsObject(words[at + 1]) || counts.has(at + 1)) return false;
  return !HAVE.has(auxiliary) || lowerAt(words, at) === 'evacuated';
}

/** "killed and" before "wounded": the auxiliary stands further left. */
function isCoordination(words: readonly Word[], at: number): boolean {
  const lower = lowerAt(words, at);
  return (
    ['and', 'or', 'to', 'as', 'not', 'being'].includes(lower) ||
    (CUES.get(lower)?.kind === 'verb' && lower.endsWith('ed'))
  );
}
