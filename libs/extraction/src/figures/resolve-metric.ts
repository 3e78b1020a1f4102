import { isKind, lowerAt, type Word } from '../words/words.js';
import { inCrisis, isEpidemic } from './cause.js';
import type { Counted, Resolution } from './counted.js';
import type { Count } from './counts.js';
import { BE, beginsObject, HAVE, isAdverb, MODALS } from './function-words.js';
import { cueBefore, drivenBefore } from './governors.js';
import { byGrowth } from './housing-governors.js';
import { tollBefore } from './tolls.js';
import type { Cue } from './cue.js';
import { CUES, EVENT_NOUNS, WEAK_CUES } from './metric-cues.js';
import { frameAt } from './frames.js';
import { phrasesFrom } from './cue-phrases.js';
import { STATE } from './noun-lexicon.js';
import { peopleCounted } from './people-counted.js';
import { toldBefore } from './context-figures.js';
import { inNameList } from './name-lists.js';
import { isPart, takenOver } from './parts.js';
import { byParticle } from './phrasal-governors.js';
import { isPopulation, isWhole } from './wholes.js';
import { isPresent, movementAt, type FoundCue } from './movements.js';
import { endsClause } from './clause-end.js';
import { cueAfter, indexCounts, type CountIndex } from './predicates.js';

const POPULATION: Cue = { kind: 'state', metric: 'population', measure: 'stock', term: null };

/** Gives each count of a sentence its metric, left to right; a count that no rule explains is no figure. */
export function resolveMetrics(
  words: readonly Word[],
  counts: readonly Count[],
  before: Counted | null,
): Counted[] {
  const found: Counted[] = [];
  const index = indexCounts(counts);
  for (const count of counts) {
    const counted = resolve(words, index, count, found.at(-1) ?? null, before);
    if (!counted || (count.noun?.unknown && !takesPeople(words, count, counted))) continue;
    const { cue, at, rule, of } = counted;
    found.push({ count, cue, at, rule, of });
  }
  return found;
}

/** Nouns of who does or undergoes something ("smugglers", "herders", "trainees"); things that are called so are left out. */
const AGENTS = /[a-z]{2}(?:ers|ors|ists|eers|ees|ians|ants|mates|folk|hands)$/;
const THINGS =
  /^(?:containers|computers|trailers|tankers|freighters|trawlers|cruisers|boilers|generators|motors|tractors|helicopters|towers|routers|scooters|bulldozers|diggers|loaders|carriers|launchers|letters|papers|newspapers|posters|orders|offers|answers|numbers|members|rivers|shoulders|fingers|corners|borders|quarters|headquarters|centers|meters|kilometers|dollars|shelters|bunkers|theaters|chambers|counters|errors|doors|floors|sectors|factors|corridors|reactors|mirrors|trees|committees|degrees|fees|restaurants|plants|elephants|grants|warrants|thousands|islands|hands|barriers|rollers|printers|speakers|stickers|banners|flowers|feathers|spiders|copters|steamers|liners|sleepers|fighters|bombers|transformers|transmitters|pointers|customers|others|orders|matters|disasters|encounters|murders|dinners|offenders|cedars)$/;

const HUMAN_FATE =
  /^(?:kill|slay|slain|massacre|execut|murder|behead|lynch|injur|wound|hurt|maim|arrest|detain|kidnap|abduct|jail|imprison|die|dying|dead|drown|perish|buried)/;

/** Only people are killed, hurt or taken: an unknown plural is people where such a verb, and no other, takes it. */
function takesPeople(words: readonly Word[], count: Count, { at, rule }: Resolution): boolean {
  if (at === null || rule === 'figure/part-of-total' || hasOtherSubject(words, count, at)) return false;
  return HUMAN_FATE.test(lowerAt(words, at.from)) || isAgent(lowerAt(words, count.noun?.head ?? -1));
}

/** "Two accidents left a girl dead", "leapt two highways, and a man died": the verb behind speaks of somebody else. */
function hasOtherSubject(words: readonly Word[], { to }: Count, at: FoundCue): boolean {
  for (let i = to; i < at.from; i += 1)
    if (/^(?:an?|the|his|her|their|left)$/.test(lowerAt(words, i))) return true;
  return false;
}

function isAgent(noun: string): boolean {
  return AGENTS.test(noun) && !THINGS.test(noun);
}

function resolve(
  words: readonly Word[],
  index: CountIndex,
  count: Count,
  last: Counted | null,
  before: Counted | null,
): Resolution | null {
  if (count.number.value === 0) return null;
  if (count.earlier) return asEarlier(words, count);
  const own = ownState(words, count);
  return own ? byState(words, count, own, last) : byVerb(words, index, count, last, before);
}

/** "rose from 30 to 45": the first is the total before. */
function asEarlier(words: readonly Word[], count: Count): Resolution | null {
  const toll = tollBefore(words, count) ?? byGrowth(words, count);
  return toll && { cue: toll.cue, at: toll, rule: 'figure/earlier-total', of: null };
}

function byState(words: readonly Word[], count: Count, own: Cue, last: Counted | null): Resolution {
  const taken = own.metric === 'injured' ? byParticle(words, count.from - 1) : null;
  if (taken?.cue.metric === 'detained')
    return { cue: taken.cue, at: taken, rule: 'figure/object-of-verb', of: null };
  const later = fateBehind(words, count, own);
  if (later) return { cue: later.cue, at: later, rule: 'figure/subject-of-verb', of: null };
  return { cue: own, at: null, rule: 'figure/noun-of-state', of: last && ofToll(count, own, last) };
}

function byVerb(
  words: readonly Word[],
  index: CountIndex,
  count: Count,
  last: Counted | null,
  before: Counted | null,
): Resolution | null {
  const object = objectCue(words, count);
  // "freed 18 of the 26 miners trapped": the verb behind is that of the whole.
  if (object && (object.cue.metric !== 'other' || count.form === 'part'))
    return { cue: object.cue, at: object, rule: 'figure/object-of-verb', of: null };
  const told = toldBefore(words, count, last, before);
  if (told) return told;
  const right = rightCue(words, index, count, last ?? before);
  if (right && isWhole(words, index, count, right)) return asWhole(words, count);
  if (right) return bySubject(words, count, right, last);
  if (object) return { cue: object.cue, at: object, rule: 'figure/object-of-verb', of: null };
  return byContext(words, count, last, before);
}

const MAY_PASS: ReadonlySet<Cue['metric']> = new Set([
  'displaced',
  'evacuated',
  'detained',
  'affected',
  'besieged',
]);
/** Words between "people displaced by the war" and "have returned". */
const FATE_REACH = 14;

/** "9,000 people displaced by the war have returned": who was in a state is told of by the finite verb behind it. */
function fateBehind(words: readonly Word[], count: Count, own: Cue): FoundCue | null {
  if (!MAY_PASS.has(own.metric) && own.metric !== 'injured') return null;
  const verb = finiteVerb(words, count.form === 'noun' ? (count.noun?.to ?? count.to) : count.to);
  const cue = CUES.get(lowerAt(words, verb));
  // "seven of the wounded have died", but whoever is carried off stays wounded.
  if (own.metric === 'injured' && cue?.metric !== 'killed') return null;
  if (!cue || cue.metric === own.metric || WEAK_CUES.has(lowerAt(words, verb))) return null;
  return { cue, from: verb, to: verb + 1 };
}

/** The participle behind the first "have" or "were" of the clause; -1 where a comma or "and" comes before it. */
function finiteVerb(words: readonly Word[], from: number): number {
  for (let at = from; at < from + FATE_REACH && !endsClause(words, at); at += 1) {
    const lower = lowerAt(words, at);
    if (lower === ',' || lower === 'and') return -1;
    if (!HAVE.has(lower) && !BE.has(lower)) continue;
    let verb = at + 1;
    while (isAdverb(words[verb]) || lowerAt(words, verb) === 'been') verb += 1;
    return verb;
  }
  return -1;
}

/** "two-thirds of the 600" points back to a figure told before; "40 of 112 passengers" are no population. */
function asWhole(words: readonly Word[], count: Count): Resolution | null {
  if (!isPopulation(words, count)) return null;
  return { cue: POPULATION, at: null, rule: 'figure/whole-of-share', of: null };
}

/** In "30 people, among them 12 children, were killed" the second number counts some of those before. */
function bySubject(words: readonly Word[], count: Count, right: FoundCue, last: Counted | null): Resolution {
  if (last?.at?.from === right.from && isPart(words, count))
    return { cue: right.cue, at: right, rule: 'figure/part-of-total', of: last };
  return { cue: right.cue, at: right, rule: 'figure/subject-of-verb', of: null };
}

/** "a toll of 30, with 12 dead in Norvale": fewer of the same are a part of the toll before. */
function ofToll({ number }: Count, { metric }: Cue, last: Counted): Counted | null {
  const isFewer = (number.value ?? Infinity) < (last.count.number.value ?? 0);
  return last.rule === 'figure/toll' && last.cue.metric === metric && isFewer ? last : null;
}

/** "will pick up 14" are people only in war, disaster or flight. */
function objectCue(words: readonly Word[], count: Count): FoundCue | null {
  const object = standsAlone(words, count) ? cueBefore(words, count) : null;
  const isUnsaid = object?.cue.metric === 'other' && count.form === 'bare' && !inCrisis(words);
  return isUnsaid ? null : object;
}

/** "79 were freed" are people where the sentence or one right before it has told of some or speaks of war, disaster or flight. */
function rightCue(
  words: readonly Word[],
  index: CountIndex,
  count: Count,
  told: Counted | null,
): FoundCue | null {
  const found = mayHaveVerb(words, count) ? cueAfter(words, index, count) : null;
  const isUnsaid = found?.cue.metric === 'other' && count.form === 'bare' && !told && !inCrisis(words);
  return isUnsaid ? null : found;
}

/** A bare number with another noun behind it counts that noun: "affected nine provinces". */
function standsAlone(words: readonly Word[], count: Count): boolean {
  // "cost over 1,500 their lives"
  const owns =
    lowerAt(words, count.to) === 'their' &&
    /^(?:lives|legs|limbs|sight|homes?)$/.test(lowerAt(words, count.to + 1));
  return count.form !== 'bare' || owns || !beginsObject(words[count.to]);
}

function byContext(
  words: readonly Word[],
  count: Count,
  last: Counted | null,
  before: Counted | null,
): Resolution | null {
  if (last && isEarlier(words, count, last))
    return { cue: last.cue, at: last.at, rule: 'figure/earlier-total', of: last };
  const driven = drivenBefore(words, count);
  if (driven) return { cue: driven.cue, at: driven, rule: 'figure/object-of-verb', of: null };
  const toll = count.form === 'bare' || count.form === 'noun' ? tollBefore(words, count) : null;
  if (toll && !count.noun?.unknown) return { cue: toll.cue, at: toll, rule: 'figure/toll', of: null };
  const listed = inNameList(words, count, last, before);
  if (listed) return listed;
  const present = presentCue(words, count);
  if (present) return { cue: present.cue, at: present, rule: 'figure/subject-of-verb', of: null };
  const taken = takenOver(words, count, last, before);
  return taken ?? byNoun(words, count) ?? peopleCounted(words, count);
}

/** Only who arrives so has fled: "tourist arrivals" count something else. */
const FLED = /^(?:new|refugee|migrant|displaced|irregular|sea|asylum)$/;

function presentCue(words: readonly Word[], count: Count): FoundCue | null {
  if (count.form !== 'noun' || count.noun?.unknown || !inCrisis(words)) return null;
  return isPresent(words, count);
}

function byNoun(words: readonly Word[], count: Count): Resolution | null {
  if (
    lowerAt(words, count.noun?.head ?? -1) === 'arrivals' &&
    !FLED.test(lowerAt(words, (count.noun?.head ?? 0) - 1))
  )
    return null;
  const implied = count.noun?.noun.metric;
  if (implied === 'affected' && !isEpidemic(words)) return null;
  const cue = implied && impliedCue(implied);
  return cue ? { cue, at: null, rule: 'figure/noun-implies', of: null } : null;
}

const COUNTS = /^(?:count|toll|figure|tally|total|estimate|number)$/;
const EARLIER = /^(?:earlier|previous|initial|first|preliminary|provisional|original|prior)$/;

const ROSE = /^(?:up|down|,|increased|rising|increase|rise)$/;
const COMPARES = /^(?:against|versus)$/;
const MULTIPLIES = /^(?:double|twice|triple|than|quadruple)$/;

/** "against 640 in all of last year", "nearly double the 2,510 admitted then" */
function isCompared(last: string, before: string): boolean {
  return COMPARES.test(last) || (last === 'the' && MULTIPLIES.test(before));
}

/** "rose to 29, up from 17", "an earlier count of 17", "29, compared with 17 on Monday": the same total at an earlier time. */
function isEarlier(words: readonly Word[], count: Count, told: Counted): boolean {
  const [last, before] = [lowerAt(words, count.from - 1), lowerAt(words, count.from - 2)];
  if (last === 'of' && COUNTS.test(before)) return EARLIER.test(lowerAt(words, count.from - 3));
  if (count.form === 'bare' && isCompared(last, before)) return true;
  // "taking the toll to 66 from 47"
  if (last === 'from' && count.form === 'bare')
    return ROSE.test(before) || (told.rule === 'figure/toll' && told.count.to === count.from - 1);
  return ['with', 'to'].includes(last) && before === 'compared';
}

/** "1,900 cases of frostbite": what weather and fire do to bodies is no infection. */
const OF_HARM = /^(?:frostbite|hypothermia|heatstroke|burns|smoke|gunshot)$/;

function ownState(words: readonly Word[], count: Count): Cue | null {
  if (count.form === 'state') return stateCue(words, count);
  if (!count.noun) return null;
  const { noun, from, head } = count.noun;
  if (noun.metric === 'affected') {
    if (OF_HARM.test(lowerAt(words, head + 2)) && lowerAt(words, head + 1) === 'of')
      return impliedCue('injured');
    return isEpidemic(words) ? impliedCue('affected') : null;
  }
  if (noun.strong && noun.metric) return impliedCue(noun.metric);
  if (lowerAt(words, head) === 'lives') return impliedCue('killed');
  for (let i = from; i < head; i += 1)
    if (isKind(words, i, STATE)) return CUES.get(lowerAt(words, i)) ?? null;
  return null;
}

function stateCue(words: readonly Word[], count: Count): Cue | null {
  for (let at = count.number.to; at < count.to; at += 1) {
    const cue = CUES.get(lowerAt(words, at));
    if (cue) return cue;
  }
  return null;
}

const VERBS_OF_BARE = new Set(['left', 'leave', 'remain', 'remained', 'were', 'who', 'did']);

/** A bare number is a figure only where a verb follows at once: "45 were killed", "thousands fled". */
function mayHaveVerb(words: readonly Word[], count: Count): boolean {
  if (count.form !== 'bare') return true;
  let at = count.to;
  while (isAdverb(words[at]) && at < count.to + 3) at += 1;
  const next = lowerAt(words, at);
  return (
    BE.has(next) ||
    HAVE.has(next) ||
    MODALS.has(next) ||
    CUES.has(next) ||
    opensPhrase(words, at) ||
    frameAt(words, at) !== null ||
    movementAt(words, at) !== null ||
    VERBS_OF_BARE.has(next)
  );
}

/** "2,400 ordered out": words that together are a cue. */
function opensPhrase(words: readonly Word[], at: number): boolean {
  return phrasesFrom(lowerAt(words, at)).some(
    (phrase) => phrase.cue.kind !== 'act' && phrase.words.every((part, i) => lowerAt(words, at + i) === part),
  );
}

function impliedCue(metric: Cue['metric']): Cue | null {
  return IMPLIED.get(metric) ?? null;
}

/** The plainest cue of each metric, for a noun that implies it. */
const IMPLIED: ReadonlyMap<string, Cue> = new Map(
  [...CUES.values(), ...EVENT_NOUNS.values()].map((cue) => [cue.metric, cue]),
);
