import type { FigureRule } from '../rules/rule-catalogue.js';
import { isCapital, isKind, lowerAt, type Word } from '../words/words.js';
import { inCrisis } from './cause.js';
import type { Count } from './counts.js';
import { BE, beginsObject, HAVE, isAdverb, MODALS } from './function-words.js';
import { cueBefore, drivenBefore, tollBefore } from './governors.js';
import { CUES, DWELLING_CUES, EVENT_NOUNS, phrasesFrom, type Cue } from './metric-cues.js';
import { STATE } from './noun-lexicon.js';
import { isPopulation, isWhole, opensAsWhole } from './wholes.js';
import { cueAfter, goesBack, indexCounts, type CountIndex, type FoundCue } from './predicates.js';

/** What a count counts, by which rule, and where its cue stands (null where it was taken over from another count). */
export interface Counted {
  readonly count: Count;
  readonly cue: Cue;
  readonly at: FoundCue | null;
  readonly rule: FigureRule;
  /** The count it is a part of or adds to. */
  readonly of: Counted | null;
}

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
    if (!counted || (count.noun?.unknown && !takesPeople(words, counted))) continue;
    const { cue, at, rule, of } = counted;
    found.push({ count, cue, at, rule, of });
  }
  return found;
}

const HUMAN_FATE =
  /^(?:kill|slay|slain|massacre|execut|murder|behead|lynch|injur|wound|arrest|detain|kidnap|abduct|jail|imprison|die|dying|drown|perish)/;

/** Only people are killed, hurt or taken: an unknown plural is people where such a verb, and no other, takes it. */
function takesPeople(words: readonly Word[], { at, rule }: Resolution): boolean {
  return at !== null && rule !== 'figure/part-of-total' && HUMAN_FATE.test(lowerAt(words, at.from));
}

type Resolution = Omit<Counted, 'count'>;

function resolve(
  words: readonly Word[],
  index: CountIndex,
  count: Count,
  last: Counted | null,
  before: Counted | null,
): Resolution | null {
  if (count.number.value === 0) return null;
  const own = ownState(words, count);
  if (own) return { cue: own, at: null, rule: 'figure/noun-of-state', of: last && ofToll(count, own, last) };
  const object = standsAlone(words, count) ? cueBefore(words, count) : null;
  // "freed 18 of the 26 miners trapped": the verb behind is that of the whole.
  if (object && (object.cue.metric !== 'other' || count.form === 'part'))
    return { cue: object.cue, at: object, rule: 'figure/object-of-verb', of: null };
  const right = rightCue(words, index, count);
  if (right && isWhole(words, index, count, right)) return asWhole(words, count);
  if (right) return bySubject(words, count, right, last);
  if (object) return { cue: object.cue, at: object, rule: 'figure/object-of-verb', of: null };
  return byContext(words, count, last, before);
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

function rightCue(words: readonly Word[], index: CountIndex, count: Count): FoundCue | null {
  const found = mayHaveVerb(words, count) ? cueAfter(words, index, count) : null;
  return found?.cue.metric === 'other' && count.form === 'bare' && !inCrisis(words) ? null : found;
}

/** A bare number with another noun behind it counts that noun: "affected nine provinces". */
function standsAlone(words: readonly Word[], count: Count): boolean {
  return count.form !== 'bare' || !beginsObject(words[count.to]);
}

function byContext(
  words: readonly Word[],
  count: Count,
  last: Counted | null,
  before: Counted | null,
): Resolution | null {
  if (last && isEarlier(words, count))
    return { cue: last.cue, at: last.at, rule: 'figure/earlier-total', of: last };
  const driven = drivenBefore(words, count);
  if (driven) return { cue: driven.cue, at: driven, rule: 'figure/object-of-verb', of: null };
  const toll = count.form === 'bare' || count.form === 'noun' ? tollBefore(words, count) : null;
  if (toll && !count.noun?.unknown) return { cue: toll.cue, at: toll, rule: 'figure/toll', of: null };
  const taken = takenOver(words, count, last, before);
  return taken ?? byNoun(count);
}

function byNoun(count: Count): Resolution | null {
  const implied = count.noun?.noun.metric;
  const cue = implied && impliedCue(implied);
  return cue ? { cue, at: null, rule: 'figure/noun-implies', of: null } : null;
}

/** "rose to 29, up from 17", "29, compared with 17 on Monday": the same total at an earlier time. */
function isEarlier(words: readonly Word[], count: Count): boolean {
  const [last, before] = [lowerAt(words, count.from - 1), lowerAt(words, count.from - 2)];
  if (last === 'from')
    return (
      ['up', 'down', ',', 'increased', 'rising', 'increase', 'rise'].includes(before) && count.form === 'bare'
    );
  return ['with', 'to'].includes(last) && before === 'compared';
}

function ownState(words: readonly Word[], count: Count): Cue | null {
  if (count.form === 'state') return stateCue(words, count);
  if (!count.noun) return null;
  const { noun, from, head } = count.noun;
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

const VERBS_OF_BARE = new Set(['left', 'remain', 'remained', 'were', 'who']);

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
    goesBack(words, at) ||
    VERBS_OF_BARE.has(next)
  );
}

/** "2,400 ordered out": words that together are a cue. */
function opensPhrase(words: readonly Word[], at: number): boolean {
  return phrasesFrom(lowerAt(words, at)).some(
    (phrase) =>
      phrase.cue.kind === 'verb' && phrase.words.every((part, i) => lowerAt(words, at + i) === part),
  );
}

/** "including 12 children", "five others", "three of them", "6 in Easttown, 2 in Westtown", "put the figure at 750". */
function takenOver(
  words: readonly Word[],
  count: Count,
  last: Counted | null,
  before: Counted | null,
): Resolution | null {
  const one = count.number.value === 1;
  const total = last ?? (!one && isAnaphoric(words, count) ? before : null);
  if (!total || count.noun?.unknown) return null;
  if (total.count.noun?.noun.unit === 'dwelling') return moreDwellings(words, count, total);
  const rule = ruleOfPart(words, count, total);
  return rule && { cue: total.cue, at: total.at, rule, of: total };
}

function ruleOfPart(words: readonly Word[], count: Count, total: Counted): FigureRule | null {
  if (
    count.form === 'part' ||
    isPart(words, count) ||
    isOfThose(words, count, total) ||
    isOpeningPart(words, count)
  )
    return 'figure/part-of-total';
  if (count.form === 'bare') {
    if (isListed(words, count, total)) return 'figure/listed-by-place';
    return isElsewhere(words, count, total) ? 'figure/same-verb' : null;
  }
  return goesOn(words, count) ? 'figure/same-verb' : null;
}

/** "Of the 30 killed, 12 were children". */
function isOfThose(words: readonly Word[], count: Count, total: Counted): boolean {
  if (count.form !== 'bare' || !opensAsWhole(words, total.count)) return false;
  return words[count.from - 1]?.text === ',' && /^(?:were|are)$/.test(lowerAt(words, count.to));
}

const GOING_ON = new Set([',', 'and', 'or', 'plus', '(', 'as', 'with']);

/** "killed 12 people and five soldiers": the verb holds for the second too. */
function goesOn(words: readonly Word[], count: Count): boolean {
  const next = lowerAt(words, count.to);
  if (BE.has(next) || HAVE.has(next) || MODALS.has(next)) return false;
  return GOING_ON.has(lowerAt(words, count.from - 1)) && !count.noun?.noun.metric;
}

/** "3,000 homes were destroyed and another 12,000 damaged". */
function moreDwellings(words: readonly Word[], count: Count, total: Counted): Resolution | null {
  const at = BE.has(lowerAt(words, count.to)) ? count.to + 1 : count.to;
  const cue = count.form === 'bare' ? DWELLING_CUES.get(lowerAt(words, at)) : undefined;
  return cue ? { cue, at: { cue, from: at, to: at + 1 }, rule: 'figure/same-verb', of: total } : null;
}

const PART_CUES = new Set(
  'including among comprising included includes namely which whom consisting made'.split(' '),
);

/** "five were injured, two seriously". */
const SEVERITY = new Set(['seriously', 'critically', 'badly', 'severely', 'fatally']);

function isPart(words: readonly Word[], count: Count): boolean {
  if (count.form === 'bare' && SEVERITY.has(lowerAt(words, count.to))) return true;
  if (count.bounded.further && count.form === 'bare') return !beginsObject(words[count.to]);
  for (let i = Math.max(0, count.from - 3); i < count.from; i += 1)
    if (PART_CUES.has(lowerAt(words, i))) return true;
  return false;
}

const KINDS = /^(?:children|women|men|girls|boys|minors|civilians|soldiers|foreigners|pupils|students)$/;

/** "Six are children." of a figure of the sentence before. */
function isOpeningPart(words: readonly Word[], count: Count): boolean {
  if (count.from > 0 || count.form !== 'bare' || !/^(?:are|were)$/.test(lowerAt(words, count.to)))
    return false;
  return KINDS.test(lowerAt(words, count.to + 1));
}

const TOTALS = new Set(['figure', 'number', 'total', 'toll', 'tally', 'count']);

/** It speaks of a total told before: "three of them", "put the figure at 300", "bringing the total to 45". */
function isAnaphoric(words: readonly Word[], count: Count): boolean {
  return count.form === 'part' || isOfTotal(words, count) || isOpeningPart(words, count);
}

function isOfTotal(words: readonly Word[], { from }: Count): boolean {
  const last = lowerAt(words, from - 1);
  if (last !== 'at' && last !== 'to') return false;
  for (let i = Math.max(0, from - 4); i < from; i += 1) if (TOTALS.has(lowerAt(words, i))) return true;
  return false;
}

const PLACES_LIST = new Set(['in', 'from', 'at', 'near', 'around', 'inside', 'outside']);

/** "1,900 from Westtown": a part of the total told by its place, never more than the total. */
function isListed(words: readonly Word[], count: Count, total: Counted): boolean {
  const value = count.number.value;
  const limit = total.count.number.max ?? total.count.number.value;
  if (isAnaphoric(words, count) || isReportedToo(words, count)) return true;
  if (value !== null && limit !== null && value > limit && total.of === null) return false;
  return PLACES_LIST.has(lowerAt(words, count.to));
}

/** Words between a count told with its place and the next one. */
const MAX_BETWEEN = 10;

/** "56 dead in Easttown and 139 in Westtown": each has a place, so the greater is no part of the lesser. */
function isElsewhere(words: readonly Word[], { from, to }: Count, total: Counted): boolean {
  if (!/^(?:and|,)$/.test(lowerAt(words, from - 1)) || !leadsToPlace(words, to)) return false;
  const start = Math.max(total.count.to, from - MAX_BETWEEN);
  for (let at = start; at < from - 1; at += 1) if (leadsToPlace(words, at)) return true;
  return false;
}

function leadsToPlace(words: readonly Word[], at: number): boolean {
  return PLACES_LIST.has(lowerAt(words, at)) && isCapital(words[at + 1]);
}

/** "... and four were reported in Easttown": the verb of the count before goes on. */
function isReportedToo(words: readonly Word[], count: Count): boolean {
  return (
    BE.has(lowerAt(words, count.to)) &&
    /^(?:reported|recorded|confirmed|registered)$/.test(lowerAt(words, count.to + 1))
  );
}

function impliedCue(metric: Cue['metric']): Cue | null {
  return IMPLIED.get(metric) ?? null;
}

/** The plainest cue of each metric, for a noun that implies it. */
const IMPLIED: ReadonlyMap<string, Cue> = new Map(
  [...CUES.values(), ...EVENT_NOUNS.values()].map((cue) => [cue.metric, cue]),
);
