import { WEEKDAY } from '../dates/index.js';
import { isCapital, isKind, lowerAt, type Word } from '../words/words.js';
import { wordList } from '../words/word-list.js';
import type { Count } from './counts.js';
import { inCrisis } from './cause.js';
import { readCountedNoun } from './counted-noun.js';
import { BE, HAVE, isAdverb, MODALS, PREPOSITIONS } from './function-words.js';
import type { Cue } from './cue.js';
import { CUES, DWELLING_CUES, EVENT_NOUNS } from './metric-cues.js';
import { STATE_WORDS } from './noun-lexicon.js';
import { NUMBER } from './read-number.js';
import { HARM_GOVERNORS } from './harm-governors.js';
import { byClosure, byOrder, byParticle, byVessel } from './phrasal-governors.js';
import type { FoundCue } from './movements.js';
import { endsClause } from './clause-end.js';
import { byTransfer } from './transfer-governors.js';
import { byCamp, byGrowth, byPopulation } from './housing-governors.js';

const SKIPPED = new Set([
  'all',
  'the',
  'these',
  'those',
  'its',
  'their',
  'his',
  'down',
  '(',
  'a',
  'total',
  'of',
  '"',
  '“',
  '”',
]);

const DRIVEN: Cue = { kind: 'verb', metric: 'displaced', measure: 'flow', term: 'FORCED_TO_FLEE' };

/** Words between "not" and "but". */
const CONTRAST = 6;

const LOSES = /^(?:lost|loses|losing)$/;
/** Words of "lost a husband, a brother and". */
const LOST_REACH = 9;

const LOST =
  /^(?:soldiers?|troops|fighters?|militants?|rebels?|servicemen|marines|airmen|paratroopers?|policemen|policeman|peacekeepers?|firefighters?|sailors?|crewmen|sons?|daughters?|children|child|brothers?|sisters?|relatives|parents|infants?|babies|baby|grandchildren|grandsons?|granddaughters?|cousins?|nephews?|nieces?|uncles?|aunts?|sisters-in-law|brothers-in-law|siblings|classmates)$/;

/** Of anybody else "lost" tells a death only in war, disaster or flight: a firm loses men too. */
const LOST_IN_CRISIS =
  /^(?:men|man|women|woman|people|civilians|officers?|guards?|members?|comrades?|colleagues?|friends?|neighbours?|neighbors?|patients?|medics?|doctors?|nurses?|villagers?|residents?|pilots?|drivers?)$/;

/** With an object these mostly speak of interests, not of bodies: "hurt millions of savers". */
const FIGURATIVE = new Set([
  'hurt',
  'hurts',
  'hurting',
  'affects',
  'saves',
  'save',
  'saving',
  'held',
  'trap',
  'traps',
]);

function byVerb(words: readonly Word[], count: Count, last: number): FoundCue | null {
  let at = beforeContrast(words, last);
  const floor = at - 3;
  while (at >= 0 && SKIPPED.has(lowerAt(words, at)) && at > floor) at -= 1;
  if (count.noun?.noun.unit === 'dwelling') return byCue(words, at, DWELLING_CUES.get(lowerAt(words, at)));
  const phrasal = byParticle(words, at);
  if (phrasal) return isUnlikely(words, count, phrasal) ? null : phrasal;
  return byCue(words, at, verbOfPeople(words, at)) ?? byVerbBeside(words, at);
}

function byCue(words: readonly Word[], at: number, cue: Cue | undefined): FoundCue | null {
  return cue?.kind === 'verb' && !isPassiveBefore(words, at) ? { cue, from: at, to: at + 1 } : null;
}

/** "rounded up and questioned 86 men": of two verbs the first may tell what befell them. */
function byVerbBeside(words: readonly Word[], at: number): FoundCue | null {
  if (lowerAt(words, at - 1) !== 'and') return null;
  if (!/[^e]ed$|ing$|^(?:shot|beat|took|held|hid)$/.test(lowerAt(words, at))) return null;
  return byParticle(words, at - 2) ?? byCue(words, at - 2, verbOfPeople(words, at - 2));
}

const WANTED =
  /^(?:suspects?|gunmen|gunman|attackers?|killers?|robbers?|thieves|fugitives?|inmates|prisoners|escapees|volunteers|recruits|players|witnesses)$/;

/** "searching for two gunmen", "for 40 players": only whom rescuers look for, or "the search" is for, is missing. */
function isHunt(words: readonly Word[], { noun }: Count, { cue, from }: FoundCue): boolean {
  if (cue.metric !== 'missing') return false;
  const isTheSearch = lowerAt(words, from) === 'search' && lowerAt(words, from - 1) === 'the';
  return !(isTheSearch || inCrisis(words)) || WANTED.test(lowerAt(words, noun?.head ?? -1));
}

/** Its noun says more than the verb, or nobody is missing. */
function isUnlikely(words: readonly Word[], count: Count, phrasal: FoundCue): boolean {
  return !saysMore(count, phrasal) || isHunt(words, count, phrasal);
}

/** "took in 500 refugees": their noun says more than the verb. */
function saysMore({ noun }: Count, { cue }: FoundCue): boolean {
  return cue.metric !== 'displaced' || !noun?.noun.metric;
}

function verbOfPeople(words: readonly Word[], at: number): Cue | undefined {
  const lower = lowerAt(words, at);
  // "which affects 3,100 students" tells of people
  const isClosure = lower === 'affects' && /^(?:which|that)$/.test(lowerAt(words, at - 1));
  return FIGURATIVE.has(lower) && !isClosure && !isOfBodies(words, lower)
    ? undefined
    : (holding(words, at) ?? CUES.get(lower));
}

/** "The blast hurt 90 people": in war and disaster it is bodies that are hurt, and beside the dead. */
const isOfBodies = (words: readonly Word[], lower: string): boolean =>
  lower.startsWith('hurt') && (inCrisis(words) || words.some((word) => DEADLY.holds(word)));

const DEADLY = wordList('killed killing kills dead died injured injuring wounded wounding');

/** Words of "14 villages and" between the governor and the second thing it takes. */
const LISTED = 5;

/** "the evacuation of 14 villages and 6,500 residents": the first in the list is no count of people, and the governor takes both. */
function byListed(words: readonly Word[], count: Count): FoundCue | null {
  if (lowerAt(words, count.from - 1) !== 'and') return null;
  for (let at = count.from - 2; at >= Math.max(1, count.from - 2 - LISTED); at -= 1) {
    const word = words[at];
    if (!word || word.kind === 'mark' || endsClause(words, at)) return null;
    if ((word.is & NUMBER) === 0 || readCountedNoun(words, at + 1)) continue;
    return byVerb(words, count, at - 1) ?? byNounOf(words, count, at - 1);
  }
  return null;
}

/** Words between the verb and the second of those it takes: "killing him, his wife (35) and". */
const COORDINATE_REACH = 14;
const SOMEBODY = /^(?:him|her|them|his|their|a|an|the|(?:him|her)self|themselves)$/;
const OWNER = /^(?:his|her|their|its)$/;

/**
 * "burying him and four members of his family", "killing a farmer, his wife and their three daughters": the verb takes them all, unless
 * the last have a verb of their own ("killed a guard and 40 residents fled").
 */
function byCoordinate(words: readonly Word[], count: Count): FoundCue | null {
  const and = OWNER.test(lowerAt(words, count.from - 1)) ? count.from - 2 : count.from - 1;
  if (lowerAt(words, and) !== 'and' || count.form !== 'noun' || hasOwnVerb(words, count.to)) return null;
  for (let at = and - 1; at >= Math.max(0, count.from - COORDINATE_REACH); at -= 1) {
    if (endsClause(words, at) || BE.has(lowerAt(words, at))) return null;
    if (!FATAL.test(lowerAt(words, at))) continue;
    const isObject = SOMEBODY.test(lowerAt(words, at + 1)) || isCapital(words[at + 1]);
    return isObject ? byCue(words, at, CUES.get(lowerAt(words, at))) : null;
  }
  return null;
}

/** Words behind a count in which its own verb is looked for. */
const OWN_VERB = 8;

/** Whether anything but a phrase, a time or a clause about them follows, or an auxiliary stands behind that: "and two men in a car were held". */
function hasOwnVerb(words: readonly Word[], from: number): boolean {
  if (words[from]?.kind === 'word' && !endsClause(words, from) && !goesOn(words, from)) return true;
  for (let at = from; at < from + OWN_VERB && !endsClause(words, at); at += 1)
    if (AUXILIARIES.has(lowerAt(words, at))) return true;
  return false;
}

const AUXILIARIES = new Set([...BE, ...HAVE, ...MODALS]);
const GOES_ON = new Set([
  ...PREPOSITIONS,
  ...['and', 'or', 'aged', 'there', 'nearby', 'alike'],
  ...['last', 'late', 'early', 'yesterday', 'today', 'overnight'],
]);
const goesOn = (words: readonly Word[], at: number): boolean =>
  GOES_ON.has(lowerAt(words, at)) || isKind(words, at, WEEKDAY);

/** What is done to people of whom the first need not be counted. */
const FATAL =
  /^(?:kill(?:ed|ing)|injur(?:ed|ing)|wound(?:ed|ing)|bur(?:ied|ying)|kidnapp(?:ed|ing)|abduct(?:ed|ing)|arrest(?:ed|ing)|detain(?:ed|ing))$/;

/** "killed not 40 but 12 people": the verb stands before the number that is not so. */
function beforeContrast(words: readonly Word[], at: number): number {
  if (lowerAt(words, at) !== 'but') return at;
  for (let i = at - 1; i > at - CONTRAST; i -= 1) if (lowerAt(words, i) === 'not') return i - 1;
  return at;
}

/** "were still holding 72 men": captors hold people; halls and teams do not with "were". */
function holding(words: readonly Word[], at: number): Cue | undefined {
  if (lowerAt(words, at) !== 'holding') return undefined;
  const before = isAdverb(words[at - 1]) ? at - 2 : at - 1;
  return BE.has(lowerAt(words, before)) ? CUES.get('held') : undefined;
}

/** "The army lost seven soldiers", "she lost two sons": who is lost is dead; workers, players and voters are only gone. */
function byLoss(words: readonly Word[], count: Count): FoundCue | null {
  let at = count.from - 1;
  // "lost his wife and two daughters"
  if (lowerAt(words, at) === 'and')
    while (at > count.from - LOST_REACH && !LOSES.test(lowerAt(words, at))) at -= 1;
  if (!LOSES.test(lowerAt(words, at))) return null;
  const cue = CUES.get('killed');
  const lost = lowerAt(words, count.noun?.head ?? -1);
  const isDead = LOST.test(lost) || (LOST_IN_CRISIS.test(lost) && inCrisis(words));
  return cue && isDead ? { cue, from: at, to: at + 1 } : null;
}

/** In "those killed were 12" the verb has its subject already. */
function isPassiveBefore(words: readonly Word[], at: number): boolean {
  if (!/(?:ed|en|slain)$/.test(lowerAt(words, at))) return false;
  let before = at - 1;
  while (before > at - 4 && isAdverb(words[before])) before -= 1;
  return BE.has(lowerAt(words, before));
}

/** "the evacuation of 403,000 people", "the bodies of 12 men", "the destruction of 40 homes". */
function byNoun(words: readonly Word[], count: Count): FoundCue | null {
  return byNounOf(words, count, count.from - 1);
}

function byNounOf(words: readonly Word[], count: Count, last: number): FoundCue | null {
  let at = last;
  if (['the', 'some', 'a', 'all'].includes(lowerAt(words, at))) at -= 1;
  if (lowerAt(words, at) !== 'of') return null;
  const lower = lowerAt(words, at - 1);
  if (count.noun?.noun.unit === 'dwelling') {
    const cue = lower === 'destruction' ? DWELLING_CUES.get('destroyed') : undefined;
    return cue ? { cue, from: at - 1, to: at } : null;
  }
  const cue = EVENT_NOUNS.get(lower) ?? gerund(lower);
  return cue && cue.metric !== 'population' ? { cue, from: at - 1, to: at } : null;
}

/** "the maiming of 301": a verb of fate as a noun. */
function gerund(lower: string): Cue | undefined {
  const cue = lower.endsWith('ing') ? CUES.get(lower) : undefined;
  return cue?.kind === 'state' ? undefined : cue;
}

/** "Among the dead were four foreigners", "the injured include 12 women". */
function amongThose(words: readonly Word[], count: Count): FoundCue | null {
  const at = count.from - 1;
  if (!/^(?:were|are|was|is|include|includes|included|including)$/.test(lowerAt(words, at))) return null;
  const [lower, before] = [lowerAt(words, at - 1), lowerAt(words, at - 2)];
  const cue = STATE_WORDS.has(lower) || before === 'those' ? CUES.get(lower) : undefined;
  return cue && ['the', 'those'].includes(before) ? { cue, from: at - 1, to: at } : null;
}

/** "forced 337,000 people to ...", "driving 500 families from ...": displaced, unless a verb behind says more. */
export function drivenBefore(words: readonly Word[], count: Count): FoundCue | null {
  const at = count.from - 1;
  if (!/^(?:forc(?:ed|es|ing|e)|driv(?:en|ing|es|e)|drove)$/.test(lowerAt(words, at))) return null;
  const behind = words.slice(count.to, count.to + 4).map((word) => word.lower);
  const toFlee = behind[0] === 'to' && /^(?:seek|flee|leave|take|abandon|evacuate)$/.test(behind[1] ?? '');
  if (!toFlee && !behind.some((lower) => ['from', 'out', 'into', 'home', 'homes', 'off'].includes(lower)))
    return null;
  return { cue: DRIVEN, from: at, to: at + 1 };
}

type Governor = (words: readonly Word[], count: Count) => FoundCue | null;

/** In the order in which they are asked. */
const GOVERNORS: readonly Governor[] = [
  (words, count) => byVerb(words, count, count.from - 1),
  byListed,
  byCoordinate,
  byOrder,
  byClosure,
  byVessel,
  byTransfer,
  byLoss,
  byCamp,
  byGrowth,
  ...HARM_GOVERNORS,
  byNoun,
  byPopulation,
  amongThose,
];

/** The word to the left that takes the count as its object: "killing 12", "the evacuation of 300 people", "home to 5,000 people". */
export function cueBefore(words: readonly Word[], count: Count): FoundCue | null {
  for (const governor of GOVERNORS) {
    const found = governor(words, count);
    if (found) return found;
  }
  return null;
}
