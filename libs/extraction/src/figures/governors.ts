import { lowerAt, type Word } from '../words/words.js';
import type { Count } from './counts.js';
import { inCrisis } from './cause.js';
import { readCountedNoun } from './counted-noun.js';
import { BE, isAdverb } from './function-words.js';
import type { Cue } from './cue.js';
import { CUES, DWELLING_CUES, EVENT_NOUNS } from './metric-cues.js';
import { STATE_WORDS } from './noun-lexicon.js';
import { NUMBER } from './read-number.js';
import { byHarm } from './harm-governors.js';
import { byOrder, byParticle, byVessel } from './phrasal-governors.js';
import type { FoundCue } from './movements.js';
import { endsClause, phraseAt } from './predicates.js';

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
const POPULATION: Cue = { kind: 'state', metric: 'population', measure: 'stock', term: null };
const DRIVEN: Cue = { kind: 'verb', metric: 'displaced', measure: 'flow', term: 'FORCED_TO_FLEE' };
const IN_CAMP: Cue = { kind: 'state', metric: 'displaced', measure: 'stock', term: 'IN_RELIEF_CAMP' };
/** Words between "not" and "but". */
const CONTRAST = 6;
const CAMP_LIKE =
  /^(?:arenas?|stadiums?|halls?|schools?|church(?:es)?|mosques?|monaster(?:y|ies)|gyms?|hostels?|barracks|convents?|hotels?|sites?)$/;
const SENDS = /^(?:left|leaves|leaving|sends?|sent|sending|puts?|putting|lands?|landed)$/;
const LOSES = /^(?:lost|loses|losing)$/;
const LOST =
  /^(?:soldiers?|troops|fighters?|militants?|rebels?|servicemen|marines|airmen|paratroopers?|policemen|policeman|peacekeepers?|firefighters?|sailors?|crewmen|sons?|daughters?|children|child|brothers?|sisters?|relatives|parents|infants?|babies|baby|grandchildren|grandsons?|granddaughters?|cousins?|nephews?|nieces?|uncles?|aunts?|sisters-in-law|brothers-in-law|siblings|classmates)$/;
/** Of anybody else "lost" tells a death only in war, disaster or flight: a firm loses men too. */
const LOST_IN_CRISIS =
  /^(?:men|man|women|woman|people|civilians|officers?|guards?|members?|comrades?|colleagues?|friends?|neighbours?|neighbors?|patients?|medics?|doctors?|nurses?|villagers?|residents?|pilots?|drivers?)$/;
const HOUSES =
  /^(?:shelter(?:s|ed|ing)?|host(?:s|ed|ing)?|hous(?:es?|ed|ing)|holds?|held|holding|accommodat(?:es?|ed|ing))$/;
const CAMP = /^(?:camps?|shelters?|centres?|centers?|settlement|settlements)$/;
/** Words between the camp and its verb: "The camp at Easttown now ..." */
const CAMP_REACH = 8;
const SETTLEMENTS = new Set(
  'city town village camp district community island settlement suburb neighbourhood neighborhood enclave area'.split(
    ' ',
  ),
);

/** The word to the left that takes the count as its object: "killing 12", "the evacuation of 300 people", "home to 5,000 people". */
export function cueBefore(words: readonly Word[], count: Count): FoundCue | null {
  return (
    byVerb(words, count, count.from - 1) ??
    byListed(words, count) ??
    byOrder(words, count) ??
    byVessel(words, count) ??
    byHospital(words, count) ??
    byLoss(words, count) ??
    byCamp(words, count) ??
    byHarm(words, count) ??
    byNoun(words, count) ??
    byPopulation(words, count) ??
    amongThose(words, count)
  );
}

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
  const isDwelling = count.noun?.noun.unit === 'dwelling';
  const phrasal = isDwelling ? null : byParticle(words, at);
  if (phrasal) return saysMore(count, phrasal) ? phrasal : null;
  const cue = isDwelling ? DWELLING_CUES.get(lowerAt(words, at)) : verbOfPeople(words, at);
  return cue?.kind === 'verb' && !isPassiveBefore(words, at) ? { cue, from: at, to: at + 1 } : null;
}

/** "took in 500 refugees": their noun says more than the verb. */
function saysMore({ noun }: Count, { cue }: FoundCue): boolean {
  return cue.metric !== 'displaced' || !noun?.noun.metric;
}

function verbOfPeople(words: readonly Word[], at: number): Cue | undefined {
  const lower = lowerAt(words, at);
  return FIGURATIVE.has(lower) ? undefined : (holding(words, at) ?? CUES.get(lower));
}

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
  if (lowerAt(words, at) === 'and') while (at > count.from - 6 && !LOSES.test(lowerAt(words, at))) at -= 1;
  if (!LOSES.test(lowerAt(words, at))) return null;
  const cue = CUES.get('killed');
  const lost = lowerAt(words, count.noun?.head ?? -1);
  const isDead = LOST.test(lost) || (LOST_IN_CRISIS.test(lost) && inCrisis(words));
  return cue && isDead ? { cue, from: at, to: at + 1 } : null;
}

/** "The camp now shelters more than 61,000 people." */
function byCamp(words: readonly Word[], count: Count): FoundCue | null {
  const at = count.from - 1;
  if (!HOUSES.test(lowerAt(words, at)) || count.noun?.noun.unit === 'dwelling' || count.noun?.noun.metric)
    return null;
  for (let i = at - 1; i >= Math.max(0, at - CAMP_REACH); i -= 1) {
    if (CAMP.test(lowerAt(words, i)) || (CAMP_LIKE.test(lowerAt(words, i)) && inCrisis(words)))
      return { cue: IN_CAMP, from: at, to: at + 1 };
  }
  return null;
}

/** "left 63 in hospital", "a leak sends 140 to hospital". */
function byHospital(words: readonly Word[], count: Count): FoundCue | null {
  const at = count.from - 1;
  if (!SENDS.test(lowerAt(words, at)) || !/^(?:in|to)$/.test(lowerAt(words, count.to))) return null;
  const behind = words.slice(count.to + 1, count.to + 3).map(({ lower }) => lower);
  const cue = behind.some((lower) => /^hospitals?$/.test(lower)) ? CUES.get('hospitalised') : undefined;
  return cue ? { cue, from: at, to: at + 1 } : null;
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

function byPopulation(words: readonly Word[], count: Count): FoundCue | null {
  const at = count.from - 1;
  const [last, before] = [lowerAt(words, at), lowerAt(words, at - 1)];
  if (count.noun?.noun.unit === 'dwelling' || count.noun?.noun.metric) return null;
  const home = last === 'to' && before === 'home';
  const settled = last === 'of' && (SETTLEMENTS.has(before) || before === 'population');
  return home || settled
    ? { cue: home && isOfCamp(words, at - 2) ? IN_CAMP : POPULATION, from: at - 1, to: at + 1 }
    : null;
}

/** "In the displacement site of Easttown, home to ..." */
function isOfCamp(words: readonly Word[], before: number): boolean {
  const near = words.slice(Math.max(0, before - CAMP_REACH), before + 1);
  return near.some(({ lower }) => lower === 'displacement' || CAMP.test(lower));
}

/** "forced 337,000 people to ...", "driving 500 families from ...": displaced, unless a verb behind says more. */
export function drivenBefore(words: readonly Word[], count: Count): FoundCue | null {
  const at = count.from - 1;
  if (!/^(?:forc(?:ed|es|ing|e)|driv(?:en|ing|es|e)|drove)$/.test(lowerAt(words, at))) return null;
  const behind = words.slice(count.to, count.to + 4).map((word) => word.lower);
  if (!behind.some((lower) => ['from', 'out', 'into', 'home', 'homes', 'off'].includes(lower))) return null;
  return { cue: DRIVEN, from: at, to: at + 1 };
}

const TOLL_LINKS = new Set(
  'to at of is was were than reach reaches top tops hits pass passes reached hit stands stood reaching hitting put exceeded passed as from'.split(
    ' ',
  ),
);
const TOLL_REACH = 24;
const TOTALS = /^(?:number|toll|total|tally|count)$/;
const REACHES =
  /^(?:reach(?:es|ed)?|hits?|tops?|topped|pass(?:es|ed)?|exceed(?:s|ed)?|rose|rises?|climb(?:s|ed)?|jump(?:s|ed)?|stands?|stood)$/;

/** "the death toll rose to 45", "the number of wounded exceeded 300": the noun of the event is the clause's subject. */
export function tollBefore(words: readonly Word[], count: Count): FoundCue | null {
  return broughtTo(words, count) ?? tollSubject(words, count);
}

function tollSubject(words: readonly Word[], count: Count): FoundCue | null {
  const bounding =
    count.from < count.number.from && /exceed|pass|surpass|top/.test(lowerAt(words, count.from));
  const last = count.from - 1;
  if (!bounding && !TOLL_LINKS.has(lowerAt(words, last)) && !isAdverb(words[last])) return null;
  for (let at = last; at >= 0 && at > count.from - TOLL_REACH; at -= 1) {
    const found = tollNoun(words, at) ?? countedEvent(words, at, count);
    if (found) return found;
    if (at < last && endsClause(words, at) && lowerAt(words, at) !== 'after') return null;
  }
  return null;
}

/** "bringing to 33 the number of people who have died": the noun of the toll comes behind. */
function broughtTo(words: readonly Word[], count: Count): FoundCue | null {
  if (
    lowerAt(words, count.from - 1) !== 'to' ||
    !/^(?:br(?:ing(?:s|ing)?|ought)|rais(?:es?|ed|ing))$/.test(lowerAt(words, count.from - 2))
  )
    return null;
  const at = lowerAt(words, count.to) === 'the' ? count.to + 1 : count.to;
  for (let i = at; i < at + 3; i += 1) {
    if (!TOTALS.test(lowerAt(words, i))) continue;
    const found = tollNoun(words, i);
    if (found) return found;
    for (let back = i + 1; back <= i + 9; back += 1) {
      const cue = CUES.get(lowerAt(words, back));
      if (cue) return { cue, from: back, to: back + 1 };
    }
  }
  return null;
}

/** "Cholera deaths reach 118", "arrests rose to 40". */
function countedEvent(words: readonly Word[], at: number, count: Count): FoundCue | null {
  if (
    !/^(?:deaths|fatalities|killings|injuries|arrests|detentions|evacuations|abductions)$/.test(
      lowerAt(words, at),
    )
  )
    return null;
  const between = words.slice(at + 1, count.number.from).map(({ lower }) => lower);
  const cue = between.some((lower) => REACHES.test(lower)) ? EVENT_NOUNS.get(lowerAt(words, at)) : undefined;
  return cue ? { cue, from: at, to: at + 1 } : null;
}

function tollNoun(words: readonly Word[], at: number): FoundCue | null {
  const lower = lowerAt(words, at);
  // "put the dead at 17"
  if (lowerAt(words, at + 1) === 'at' && /^put(?:s|ting)?$/.test(lowerAt(words, at - 2))) {
    const cue = EVENT_NOUNS.get(lower);
    return cue ? { cue, from: at, to: at + 1 } : null;
  }
  const numbered = ['number', 'toll', 'count', 'tally', 'figure'].includes(lower);
  if (!numbered) return null;
  const named = [at - 1, at - 2].map((i) => EVENT_NOUNS.get(lowerAt(words, i))).find(Boolean);
  if (lower === 'toll') return { cue: named ?? (EVENT_NOUNS.get('toll') as Cue), from: at, to: at + 1 };
  for (let i = at + 1; i <= at + 5; i += 1) {
    const phrase = phraseAt(words, i);
    if (phrase) return phrase;
    const cue = EVENT_NOUNS.get(lowerAt(words, i)) ?? CUES.get(lowerAt(words, i));
    if (cue) return { cue, from: i, to: i + 1 };
  }
  return named ? { cue: named, from: at - 1, to: at } : null;
}
