import { isCapital, isKind, lowerAt, wordKind, type Word } from '../words/words.js';
import type { Count } from './counts.js';
import { beginsObject, BE, CLAUSE_OPENERS, HAVE, isAdverb } from './function-words.js';
import { inCrisis } from './cause.js';
import { movementAt, type FoundCue } from './movements.js';
import { STATE } from './noun-lexicon.js';
import { readPlace } from './read-place.js';
import type { Cue } from './cue.js';
import { CUES, DWELLING_CUES, WEAK_CUES } from './metric-cues.js';
import { phrasesFrom } from './cue-phrases.js';
import { frameAt, opensFrame } from './frames.js';

/** The counts of a sentence by the word they begin with, and by the word their number begins with. */
export type CountIndex = ReadonlyMap<number, Count>;

export function indexCounts(counts: readonly Count[]): CountIndex {
  const index = new Map<number, Count>();
  for (const count of counts) index.set(count.from, count).set(count.number.from, count);
  return index;
}

/** How far a figure's own verb may stand behind it, in words. */
const REACH = 20;
/** A bare number must have its verb close by: "45 were killed". */
const BARE_REACH = 9;

const LEAVE: Cue = { kind: 'act', metric: 'displaced', measure: 'flow', term: 'FORCED_TO_FLEE' };
const EVACUATED: Cue = { kind: 'act', metric: 'evacuated', measure: 'flow', term: 'EVACUATED' };
const IN_CAMP: Cue = { kind: 'state', metric: 'displaced', measure: 'stock', term: 'IN_RELIEF_CAMP' };
const LINKS = new Set([
  ',',
  'and',
  'or',
  'including',
  'plus',
  'as',
  'well',
  '(',
  'among',
  'them',
  'mostly',
  'with',
]);

/** Words that a cue of any sort may begin with. */
const MAY_TELL = wordKind(
  (lower) =>
    CUES.has(lower) ||
    DWELLING_CUES.has(lower) ||
    lower === 'sustained' ||
    lower === 'suffered' ||
    phrasesFrom(lower).length > 0 ||
    opensFrame(lower) ||
    /^(?:arrive|arrives|arrived|arriving|land|lands|landed|landing|disembark|disembarked|disembarking|abandon|abandoned|abandoning|reach|reaches|reached|reaching|enter|enters|entered|entering|made|cross|crosses|crossed|crossing|poured|pouring|streamed|streaming|go|goes|went|going|gone|come|comes|came|coming|moved|taken|transferred|brought|bused|bussed|carried|ferried|driven|flown|led|escorted|trucked|shuttled|whisked|left|leave|leaving|camps?|shelters?|centres|centers)$/.test(
      lower,
    ),
);

/**
 * The cue that says of a count, in its own clause and to its right, what happened to those counted. The scan ends at a word that
 * opens another clause and at the next count, unless both are subjects of one verb ("12 men and five women were killed").
 */
export function cueAfter(words: readonly Word[], counts: CountIndex, count: Count): FoundCue | null {
  const reach = count.form === 'bare' ? BARE_REACH : REACH;
  const last = Math.min(words.length - 1, count.to + reach);
  let linked = true;
  let fallback: FoundCue | null = null;
  for (let at = count.to; at <= last; at += 1) {
    const next = counts.get(at);
    if (next && !linked) break;
    if (next) {
      at = next.to - 1;
      continue;
    }
    const found = isKind(words, at, MAY_TELL) ? cueAt(words, at, count) : null;
    if (found && isMainVerb(words, at, count, fallback)) return found;
    fallback ??= found;
    if (endsScan(words, at, count)) break;
    linked &&= !isVerbal(words, at);
  }
  return fallback;
}

function endsScan(words: readonly Word[], at: number, count: Count): boolean {
  return endsClause(words, at) || turnsAway(words, at, count);
}

const RELATIVES = new Set(['who', 'whose', 'which', 'that']);

/** Behind another noun a relative clause speaks of that noun: "12 pages about a dealer, who was arrested". */
function turnsAway(words: readonly Word[], at: number, count: Count): boolean {
  if (at <= count.to + 1 || !RELATIVES.has(lowerAt(words, at))) return false;
  // "1,900 households (9,500 people) who were ..."
  return !(words[count.to]?.text === '(' && words[at - 1]?.text === ')' && at <= count.to + BRACKET);
}

/** Words of a bracket that says the count in another unit. */
const BRACKET = 7;

/** The first cue is the one, but for a weak one and one of a relative clause, which wait for a better. */
function isMainVerb(words: readonly Word[], at: number, count: Count, fallback: FoundCue | null): boolean {
  if (WEAK_CUES.has(lowerAt(words, at))) return false;
  const waiting = fallback !== null && !WEAK_CUES.has(lowerAt(words, fallback.from));
  return !inRelative(words, count) || (waiting && isFinite(words, at));
}

/** "12 people who fled the town were killed": the verb of the main clause comes after that of the relative one. */
function inRelative(words: readonly Word[], count: Count): boolean {
  return ['who', 'that', 'which'].includes(lowerAt(words, count.to));
}

function isFinite(words: readonly Word[], at: number): boolean {
  const before = lowerAt(words, at - 1);
  if (BE.has(before) || lowerAt(words, at - 2) === 'have') return true;
  return CUES.get(lowerAt(words, at))?.kind === 'act' && !/^(?:and|or|,|to|had)$|ing$/.test(before);
}

/** Anything but a preposition's phrase between two counts breaks their common subject. */
function isVerbal(words: readonly Word[], at: number): boolean {
  const lower = lowerAt(words, at);
  if (LINKS.has(lower)) return false;
  return (
    BE.has(lower) ||
    HAVE.has(lower) ||
    CUES.has(lower) ||
    (/^(?:said|says|say|told)$|[a-z]ed$/.test(lower) && lower !== 'aged')
  );
}

export function endsClause(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word) return true;
  if (word.kind === 'mark') return isStop(words, at);
  if (word.lower === 'as') return !CUES.has(lowerAt(words, at + 1)) && lowerAt(words, at + 1) !== 'well';
  // "have since died"
  if (word.lower === 'since' && HAVE.has(lowerAt(words, at - 1))) return false;
  return CLAUSE_OPENERS.has(word.lower);
}

function isStop(words: readonly Word[], at: number): boolean {
  const { text, spaced } = words[at] ?? { text: '', spaced: false };
  if (/^[;:?!…]$/.test(text)) return true;
  if (/^[—–-]$/.test(text)) return spaced;
  return text === '.' && isCapital(words[at + 1]) && (words[at - 1]?.text.length ?? 0) > 3;
}

/** The cue at word `at`, if the grammar around it lets it speak of the count before it. */
function cueAt(words: readonly Word[], at: number, count: Count): FoundCue | null {
  if (count.noun?.noun.unit === 'dwelling') return dwellingCue(words, at);
  const phrase = phraseAt(words, at);
  if (phrase) return phrase;
  if (leaves(words, at) || leavesFor(words, at, count))
    return { cue: inEvacuation(words) ? EVACUATED : LEAVE, from: at, to: at + 1 };
  if (!isLiteral(words, at, count)) return null;
  if (isCamp(words, at)) return { cue: IN_CAMP, from: at, to: at + 1 };
  const cue = isUnderEarth(words, at) ? CUES.get('missing') : CUES.get(lowerAt(words, at));
  if (!cue || !speaksOfSubject(words, at, cue)) return null;
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
const SHELTERS =
  /^(?:halls?|schools?|shelters?|stadium|gym|gymnasium|church|churches|mosques?|hotels?|hostels?|camps?|centres?|centers?|barracks|monastery|tents|safety|ground)$/;
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
  const moves = lowerAt(words, at) === 'moved' && HAVE.has(lowerAt(words, at - 1));
  if (!BE.has(lowerAt(words, at - 1)) && !moves) return false;
  for (let i = at + 2; i < at + SHELTER_REACH && !endsClause(words, i); i += 1) {
    if (['hospital', 'hospitals', 'and'].includes(lowerAt(words, i))) return false;
    if (SHELTERS.test(lowerAt(words, i))) return true;
  }
  return false;
}

const BACK_TO = new Set(['home', 'from', 'since', 'in', 'safely', 'voluntarily', 'and', 'after']);
const ROUTINE = new Set(
  'work school schools class classes power office court training college duty play parliament'.split(' '),
);

const LIVING = new Set(['here', 'there', 'under']);

/** Fewer people than this who live somewhere are a household, not a population. */
const POPULATION = 100;

function isMany({ number }: Count): boolean {
  return (number.value ?? POPULATION) >= POPULATION;
}

/** "returned to work", "living in poverty", "remain on the ballot" move, house and strand nobody. */
function isLiteral(words: readonly Word[], at: number, count: Count): boolean {
  const lower = lowerAt(words, at);
  const next = lowerAt(words, at + 1);
  if (lower.startsWith('return')) {
    return next === 'to'
      ? !ROUTINE.has(lowerAt(words, at + 2))
      : !beginsObject(words[at + 1]) || BACK_TO.has(next);
  }
  if (/^(?:liv|resid)/.test(lower))
    return isMany(count) && (LIVING.has(next) || readPlace(words, at + 2) !== null);
  return !(WEAK_CUES.has(lower) || lower.startsWith('surviv')) || inCrisis(words);
}

/** "in crowded refugee camps", "at evacuation centres". */
function isCamp(words: readonly Word[], at: number): boolean {
  if (!/^(?:camps?|shelters?|centres|centers)$/.test(lowerAt(words, at))) return false;
  return [1, 2, 3].some((back) => ['in', 'at'].includes(lowerAt(words, at - back)));
}

const WHOLLY = /^(?:fully|totally|completely|entirely)$/;

function dwellingCue(words: readonly Word[], at: number): FoundCue | null {
  // "fully damaged"
  const isWhole = lowerAt(words, at) === 'damaged' && WHOLLY.test(lowerAt(words, at - 1));
  const cue = hasDamage(words, at) ?? DWELLING_CUES.get(isWhole ? 'destroyed' : lowerAt(words, at));
  return cue && /(?:ed|nt)$|hit|swept|gone|lost/.test(lowerAt(words, at))
    ? { cue, from: at, to: at + 1 }
    : null;
}

/** "sustained serious damage" */
export function hasDamage(words: readonly Word[], at: number): Cue | undefined {
  if (!/^(?:sustained|suffered)$/.test(lowerAt(words, at))) return undefined;
  const isDamage = /^damages?$/;
  return [1, 2].some((step) => isDamage.test(lowerAt(words, at + step)))
    ? DWELLING_CUES.get('damaged')
    : undefined;
}

const LEADS_TO_SHELTER = /^(?:in|at|under|with|inside|there|near|on|among|from)$/;

function speaksOfSubject(words: readonly Word[], at: number, cue: Cue): boolean {
  const lower = lowerAt(words, at);
  // "treating the wounded", "a march for the dead": others than those counted.
  if (/^(?:the|their|its|our)$/.test(lowerAt(words, at - 1)) && isKind(words, at, STATE)) return false;
  if (cue.kind === 'state') return true;
  // "received shelter kits"
  if (lower === 'shelter' && !LEADS_TO_SHELTER.test(lowerAt(words, at + 1))) return false;
  if (cue.kind === 'act')
    return !['the', 'those', 'people'].includes(lowerAt(words, at - 1)) || !lower.endsWith('ing');
  if (lower.endsWith('ing')) return false;
  const participle = /(?:ed|en|nt|slain|hurt|held)$/.test(lower) || lower === 'shot';
  if (!participle) return lower === 'evacuate' && !beginsObject(words[at + 1]);
  return isPassive(words, at);
}

/** "were killed", "have been killed", "killed in" (reduced); not "have killed 12", "killed the mayor". */
function isPassive(words: readonly Word[], at: number): boolean {
  let before = at - 1;
  while (before > at - 6 && (isAdverb(words[before]) || isCoordination(words, before))) before -= 1;
  const auxiliary = lowerAt(words, before);
  if (BE.has(auxiliary) || auxiliary === 'be') return true;
  if (beginsObject(words[at + 1])) return false;
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

/** The sentence speaks of an evacuation: who left was taken out. */
function inEvacuation(words: readonly Word[]): boolean {
  return words.some((word) => word.lower.startsWith('evacuat'));
}

/** "9,000 families have left for the coast": whole households in such numbers do not go on a trip. */
function leavesFor(words: readonly Word[], at: number, count: Count): boolean {
  return (
    lowerAt(words, at) === 'left' &&
    lowerAt(words, at + 1) === 'for' &&
    count.noun?.noun.unit === 'household' &&
    isMany(count)
  );
}

/** "have abandoned northern Easttown" */
function abandons(words: readonly Word[], at: number): boolean {
  return /^abandon(?:ed|ing)?$/.test(lowerAt(words, at)) && readPlace(words, at + 1) !== null;
}

/** "left" meaning went away: "left the town", "had left"; not "left 14 dead", "were left homeless". */
function leaves(words: readonly Word[], at: number): boolean {
  const lower = lowerAt(words, at);
  if (!['left', 'leave', 'leaving'].includes(lower)) return abandons(words, at);
  const before = lowerAt(words, at - 1);
  if (BE.has(before) || before === 'been') return false;
  const next = words[at + 1];
  if (!next || next.kind === 'number' || !inCrisis(words)) return false;
  const object = beginsObject(next) || ['their', 'the', 'his', 'her'].includes(next.lower);
  if (object && readPlace(words, at + 1) === null && !/^(?:homes?|houses?)$/.test(lowerAt(words, at + 2)))
    return false;
  return lower === 'left' || !/^(?:people|many|some|dozens|hundreds|thousands)$/.test(next.lower);
}
