import { isKind, lowerAt, type Word } from '../words/words.js';
import { isEpidemic } from './cause.js';
import type { Counted, Resolution, Story } from './counted.js';
import type { Count } from './counts.js';
import { BE, HAVE, isAdverb } from './function-words.js';
import type { Cue } from './cue.js';
import { cueBefore } from './governors.js';
import { FREES } from './fate-verbs.js';
import { frameAt } from './frames.js';
import { CUES, WEAK_CUES } from './metric-cues.js';
import { STATE } from './noun-lexicon.js';
import { byParticle } from './phrasal-governors.js';
import { type FoundCue } from './movements.js';
import { endsClause } from './clause-end.js';
import { impliedCue } from './implied-cue.js';

export function byState(words: readonly Word[], count: Count, own: Cue, last: Counted | null): Resolution {
  const taken = own.metric === 'injured' ? byParticle(words, count.from - 1) : null;
  if (taken?.cue.metric === 'detained')
    return { cue: taken.cue, at: taken, rule: 'figure/object-of-verb', of: null };
  const done = doneTo(words, count, own);
  if (done) return { cue: done.cue, at: done, rule: 'figure/object-of-verb', of: null };
  const later = fateBehind(words, count, own);
  if (later) return { cue: later.cue, at: later, rule: 'figure/subject-of-verb', of: null };
  return { cue: own, at: null, rule: 'figure/noun-of-state', of: last && ofToll(count, own, last) };
}

const MAY_PASS: ReadonlySet<Cue['metric']> = new Set([
  'displaced',
  'evacuated',
  'detained',
  'affected',
  'besieged',
]);

const DONE: ReadonlySet<Cue['metric']> = new Set([
  'killed',
  'injured',
  'missing',
  'evacuated',
  'returned',
  'detained',
]);

/** "killed 12 detained men", "the return of 400 displaced people", "rescued 40 trapped miners": what is done to them comes after their state. */
function doneTo(words: readonly Word[], count: Count, own: Cue): FoundCue | null {
  if (!MAY_PASS.has(own.metric) || count.form !== 'noun') return null;
  const governor = cueBefore(words, count);
  if (!governor || governor.cue.metric === own.metric) return null;
  return DONE.has(governor.cue.metric) || FREES.test(lowerAt(words, governor.from)) ? governor : null;
}

/** Words between "people displaced by the war" and "have returned". */
const FATE_REACH = 14;

/** "9,000 people displaced by the war have returned": who was in a state is told of by the finite verb behind it. */
function fateBehind(words: readonly Word[], count: Count, own: Cue): FoundCue | null {
  if (!MAY_PASS.has(own.metric) && own.metric !== 'injured') return null;
  const verb = finiteVerb(words, count.form === 'noun' ? (count.noun?.to ?? count.to) : count.to);
  const cue = fateAt(words, verb);
  // "seven of the wounded have died", but whoever is carried off stays wounded.
  if (own.metric === 'injured' && cue?.metric !== 'killed') return null;
  if (!cue || cue.metric === own.metric || WEAK_CUES.has(lowerAt(words, verb))) return null;
  return { cue, from: verb, to: verb + 1 };
}

const fateAt = (words: readonly Word[], at: number): Cue | undefined =>
  CUES.get(lowerAt(words, at)) ?? frameAt(words, at)?.cue;

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

/** "a toll of 30, with 12 dead in Norvale": fewer of the same are a part of the toll before. */
function ofToll({ number }: Count, { metric }: Cue, last: Counted): Counted | null {
  const isFewer = (number.value ?? Infinity) < (last.count.number.value ?? 0);
  return last.rule === 'figure/toll' && last.cue.metric === metric && isFewer ? last : null;
}

/** "1,900 cases of frostbite": what weather and fire do to bodies is no infection. */
const OF_HARM = /^(?:frostbite|hypothermia|heatstroke|burns|smoke|gunshot)$/;

export function ownState(words: readonly Word[], count: Count, { ofDisease }: Story): Cue | null {
  if (count.form === 'state') return stateCue(words, count);
  if (!count.noun) return null;
  const { noun, from, head } = count.noun;
  if (noun.metric === 'affected') return caseCue(words, { from, head }, ofDisease);
  if (noun.strong && noun.metric) return impliedCue(noun.metric);
  if (lowerAt(words, head) === 'lives') return impliedCue('killed');
  for (let i = from; i < head; i += 1)
    if (isKind(words, i, STATE)) return CUES.get(lowerAt(words, i)) ?? null;
  return null;
}

const FALLEN_ILL = CUES.get('infected') ?? null;

/** "118 new cases" fell ill; "2,300 active cases" are ill. */
function caseCue(
  words: readonly Word[],
  { from, head }: { readonly from: number; readonly head: number },
  ofDisease: boolean,
): Cue | null {
  const isNamed = lowerAt(words, head + 1) === 'of';
  if (isNamed && OF_HARM.test(lowerAt(words, head + 2))) return impliedCue('injured');
  if (!isEpidemic(words) && (!ofDisease || isNamed || !isSurveyed(words))) return null;
  const isActive = words.slice(from, head).some(({ lower }) => lower === 'active');
  return isActive ? impliedCue('affected') : FALLEN_ILL;
}

const SURVEYED = new Set(
  'new confirmed suspected active additional probable registered recorded reported detected logged notified'.split(
    ' ',
  ),
);

/** "118 new cases had been registered", in words of those who watch over a disease. */
const isSurveyed = (words: readonly Word[]): boolean => words.some(({ lower }) => SURVEYED.has(lower));

function stateCue(words: readonly Word[], count: Count): Cue | null {
  for (let at = count.number.to; at < count.to; at += 1) {
    const lower = lowerAt(words, at);
    const cue = WEAK_CUES.has(lower) ? undefined : CUES.get(lower);
    if (cue) return cue;
  }
  return null;
}
