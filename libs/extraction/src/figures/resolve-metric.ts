import { lowerAt, type Word } from '../words/words.js';
import { inCrisis } from './cause.js';
import type { Counted, Resolution, Story } from './counted.js';
import { isInOtherUnit, type Count } from './counts.js';
import { BE, beginsObject, HAVE, isAdverb, MODALS, PREPOSITIONS } from './function-words.js';
import { cueBefore, drivenBefore } from './governors.js';
import { asEarlier, isEarlier } from './earlier-totals.js';
import { tollBefore } from './tolls.js';
import { laterStep } from './toll-steps.js';
import { standsAsFact } from './stands-as-fact.js';
import { isNegated } from './verb-polarity.js';
import { withEarlierTotals } from './corrections.js';
import { POPULATION } from './cue.js';
import { CUES } from './metric-cues.js';
import { frameAt } from './frames.js';
import { phrasesFrom } from './cue-phrases.js';
import { behindAside } from './read-number.js';
import { peopleCounted } from './people-counted.js';
import { toldBefore } from './context-figures.js';
import { inNameList } from './name-lists.js';
import { isPart, takenOver } from './parts.js';
import { isPopulation, isWhole } from './wholes.js';
import { isPresent, movementAt, type FoundCue } from './movements.js';
import { indexCounts, type CountIndex } from './count-index.js';
import { cueAfter } from './predicates.js';
import { impliedCue } from './implied-cue.js';
import { partOfNamed } from './part-of-named.js';
import { byState, ownState } from './own-state.js';
import { asItsWhole, asSubject, isFreed } from './subject-cue.js';
import { takesPeople } from './unknown-plurals.js';

/** Gives each count of a sentence its metric, left to right; a count that no rule explains, or that stands as no fact, is no figure. */
export function resolveMetrics(
  words: readonly Word[],
  counts: readonly Count[],
  story: Story,
): readonly Counted[] {
  const found = resolveAll(words, counts, story);
  const fallen = new Set<Counted>();
  for (const one of found) if ((one.of && fallen.has(one.of)) || !standsAsFact(words, one)) fallen.add(one);
  return withEarlierTotals(
    words,
    found.filter((one) => !fallen.has(one)),
  );
}

const UNTOLD: Story = { before: null, ofDisease: false };

/** Whether words negate a number of people: "it had not killed 40 people". */
export function negatesCount(words: readonly Word[], counts: readonly Count[]): boolean {
  return resolveAll(words, counts, UNTOLD).some((one) => isNegated(words, one));
}

function resolveAll(words: readonly Word[], counts: readonly Count[], story: Story): Counted[] {
  const found: Counted[] = [];
  const index = indexCounts(counts);
  for (const count of counts) {
    const counted = resolve(words, index, count, lastTold(words, found), story);
    if (!counted || (count.noun?.unknown && !takesPeople(words, count, counted))) continue;
    const { cue, at, rule, of } = counted;
    found.push({ count, cue, at, rule, of });
  }
  return found;
}

/** The count before; in front of a bracket that says it in another unit, "12,400 people (2,480 households), of whom". */
function lastTold(words: readonly Word[], found: readonly Counted[]): Counted | null {
  const [before, last] = [found.at(-2), found.at(-1)];
  if (!last || words[last.count.to]?.text !== ')') return last ?? null;
  return before && isInOtherUnit(words, before.count, last.count) ? before : last;
}

function resolve(
  words: readonly Word[],
  index: CountIndex,
  count: Count,
  last: Counted | null,
  story: Story,
): Resolution | null {
  if (count.number.value === 0) return null;
  if (count.earlier) return asEarlier(words, count);
  const own = ownState(words, count, story);
  return own ? byState(words, count, own, last) : byVerb(words, index, count, last, story);
}

function byVerb(
  words: readonly Word[],
  index: CountIndex,
  count: Count,
  last: Counted | null,
  story: Story,
): Resolution | null {
  const object = objectCue(words, count);
  // "freed 18 of the 26 miners trapped": the verb behind is that of the whole.
  if (object && (object.cue.metric !== 'other' || count.form === 'part' || isFreed(words, count, object)))
    return { cue: object.cue, at: object, rule: 'figure/object-of-verb', of: null };
  const told = toldBefore(words, count, last, story.before);
  if (told) return told;
  const before = last ?? story.before;
  const right = rightCue(words, index, count, before);
  if (right && isWhole(words, index, count, right)) return asWhole(words, count);
  if (right) return asItsWhole(words, count, right, before) ?? bySubject(words, count, right, last);
  if (object) return { cue: object.cue, at: object, rule: 'figure/object-of-verb', of: null };
  return byContext(words, index, count, last, story);
}

/** "two-thirds of the 600" points back to a figure told before; "40 of 112 passengers" are no population. */
function asWhole(words: readonly Word[], count: Count): Resolution | null {
  if (!isPopulation(words, count)) return null;
  return { cue: POPULATION, at: null, rule: 'figure/whole-of-share', of: null };
}

/** In "30 people, among them 12 children, were killed" the second number counts some of those before. */
function bySubject(words: readonly Word[], count: Count, right: FoundCue, last: Counted | null): Resolution {
  if (last?.at?.from === right.from && (count.form === 'part' || isPart(words, count)))
    return { cue: right.cue, at: right, rule: 'figure/part-of-total', of: last };
  return { cue: right.cue, at: right, rule: 'figure/subject-of-verb', of: null };
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
  const after = mayHaveVerb(words, count) ? cueAfter(words, index, count) : null;
  const found = after && asSubject(words, count, after, told);
  const isUnsaid = found?.cue.metric === 'other' && count.form === 'bare' && !told && !inCrisis(words);
  return isUnsaid ? null : found;
}

/** "the evacuation of another 75 planned for Friday" */
const isParticiple = (words: readonly Word[], at: number): boolean =>
  lowerAt(words, at).endsWith('ed') && PREPOSITIONS.has(lowerAt(words, at + 1));

/** A bare number with another noun behind it counts that noun: "affected nine provinces". */
function standsAlone(words: readonly Word[], count: Count): boolean {
  // "cost over 1,500 their lives"
  const owns =
    lowerAt(words, count.to) === 'their' &&
    /^(?:lives|legs|limbs|sight|homes?)$/.test(lowerAt(words, count.to + 1));
  return count.form !== 'bare' || owns || !beginsObject(words[count.to]) || isParticiple(words, count.to);
}

function byContext(
  words: readonly Word[],
  index: CountIndex,
  count: Count,
  last: Counted | null,
  story: Story,
): Resolution | null {
  if (last && isEarlier(words, count, last))
    return { cue: last.cue, at: last.at, rule: 'figure/earlier-total', of: last };
  const driven = drivenBefore(words, count);
  if (driven) return { cue: driven.cue, at: driven, rule: 'figure/object-of-verb', of: null };
  return (
    asToll(words, count) ??
    laterStep(words, count, last ?? story.before) ??
    inNameList(words, count, last) ??
    asPresent(words, count) ??
    takenOver(words, count, last, story.before) ??
    partOfNamed(words, index, count, story) ??
    byNoun(words, count) ??
    peopleCounted(words, count)
  );
}

function asToll(words: readonly Word[], count: Count): Resolution | null {
  if ((count.form !== 'bare' && count.form !== 'noun') || count.noun?.unknown) return null;
  const toll = tollBefore(words, count);
  return toll && { cue: toll.cue, at: toll, rule: 'figure/toll', of: null };
}

/** Only who arrives so has fled: "tourist arrivals" count something else. */
const FLED = /^(?:new|refugee|migrant|displaced|irregular|sea|asylum)$/;

function asPresent(words: readonly Word[], count: Count): Resolution | null {
  if (count.form !== 'noun' || count.noun?.unknown || !inCrisis(words)) return null;
  const present = isPresent(words, count);
  return present && { cue: present.cue, at: present, rule: 'figure/subject-of-verb', of: null };
}

function byNoun(words: readonly Word[], count: Count): Resolution | null {
  if (
    lowerAt(words, count.noun?.head ?? -1) === 'arrivals' &&
    !FLED.test(lowerAt(words, (count.noun?.head ?? 0) - 1))
  )
    return null;
  const implied = count.noun?.noun.metric;
  // "12 cases of fraud"
  const cue = implied && implied !== 'affected' && impliedCue(implied);
  return cue ? { cue, at: null, rule: 'figure/noun-implies', of: null } : null;
}

const VERBS_OF_BARE = new Set(['left', 'leave', 'remain', 'remained', 'were', 'who', 'did']);

/** A bare number is a figure only where a verb follows at once: "45 were killed", "thousands fled". */
function mayHaveVerb(words: readonly Word[], count: Count): boolean {
  if (count.form !== 'bare') return true;
  let at = verbOf(words, count);
  while (isAdverb(words[at]) && at < count.to + 3) at += 1;
  const next = lowerAt(words, at);
  return (
    BE.has(next) ||
    HAVE.has(next) ||
    MODALS.has(next) ||
    CUES.has(next) ||
    opensPhrase(words, at) ||
    opensPhrase(words, count.to) ||
    frameAt(words, at) !== null ||
    movementAt(words, at) !== null ||
    VERBS_OF_BARE.has(next)
  );
}

/** Where the verb of a bare number may begin. */
function verbOf(words: readonly Word[], { number, to }: Count): number {
  return to === number.to ? behindAside(words, number) : to;
}

/** "2,400 ordered out": words that together are a cue. */
function opensPhrase(words: readonly Word[], at: number): boolean {
  return phrasesFrom(lowerAt(words, at)).some(
    (phrase) => phrase.cue.kind !== 'act' && phrase.words.every((part, i) => lowerAt(words, at + i) === part),
  );
}
