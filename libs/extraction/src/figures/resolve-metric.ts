import { lowerAt, type Word } from '../words/words.js';
import type { Count } from './counts.js';
import { BE, HAVE, isAdverb, MODALS } from './function-words.js';
import { cueBefore, drivenBefore, tollBefore } from './governors.js';
import { CUES, EVENT_NOUNS, type Cue } from './metric-cues.js';
import { STATE_WORDS } from './noun-lexicon.js';
import { cueAfter, type FoundCue } from './predicates.js';

/** What a count counts, by which rule, and where its cue stands (null where it was taken over from another count). */
export interface Counted {
  readonly count: Count;
  readonly cue: Cue;
  readonly at: FoundCue | null;
  readonly rule: FigureRule;
  /** The count it is a part of or adds to. */
  readonly of: Counted | null;
}

export type FigureRule =
  | 'figure/noun-of-state'
  | 'figure/object-of-verb'
  | 'figure/subject-of-verb'
  | 'figure/toll'
  | 'figure/part-of-total'
  | 'figure/listed-by-place'
  | 'figure/same-verb'
  | 'figure/noun-implies';

/** Gives each count of a sentence its metric, left to right; a count that no rule explains is no figure. */
export function resolveMetrics(
  words: readonly Word[],
  counts: readonly Count[],
  before: Counted | null,
): Counted[] {
  const found: Counted[] = [];
  counts.forEach((count, index) => {
    const last = found.at(-1) ?? null;
    const counted = resolve(words, counts, index, last, before);
    if (counted) found.push({ count, ...counted });
  });
  return found;
}

type Resolution = Omit<Counted, 'count'>;

function resolve(
  words: readonly Word[],
  counts: readonly Count[],
  index: number,
  last: Counted | null,
  before: Counted | null,
): Resolution | null {
  const count = counts[index];
  if (!count || count.number.value === 0) return null;
  const own = ownState(words, count);
  if (own) return { cue: own, at: null, rule: 'figure/noun-of-state', of: null };
  const object = cueBefore(words, count);
  if (object && !object.cue.metric.startsWith('other'))
    return { cue: object.cue, at: object, rule: 'figure/object-of-verb', of: null };
  const right = mayHaveVerb(words, count) ? cueAfter(words, counts, index) : null;
  if (right) return { cue: right.cue, at: right, rule: 'figure/subject-of-verb', of: null };
  if (object) return { cue: object.cue, at: object, rule: 'figure/object-of-verb', of: null };
  return byContext(words, count, last, before);
}

function byContext(
  words: readonly Word[],
  count: Count,
  last: Counted | null,
  before: Counted | null,
): Resolution | null {
  const driven = drivenBefore(words, count);
  if (driven) return { cue: driven.cue, at: driven, rule: 'figure/object-of-verb', of: null };
  const toll = count.form === 'bare' || count.form === 'noun' ? tollBefore(words, count) : null;
  if (toll && !count.noun?.unknown) return { cue: toll.cue, at: toll, rule: 'figure/toll', of: null };
  const taken = takenOver(words, count, last, before);
  if (taken) return taken;
  const implied = count.noun?.noun.metric;
  const cue = implied && impliedCue(implied);
  return cue ? { cue, at: null, rule: 'figure/noun-implies', of: null } : null;
}

function ownState(words: readonly Word[], count: Count): Cue | null {
  if (count.form === 'state') return stateCue(words, count);
  const noun = count.noun?.noun;
  if (noun?.strong && noun.metric) return impliedCue(noun.metric);
  const head = lowerAt(words, count.noun?.head ?? -1);
  if (head === 'lives') return impliedCue('killed');
  const adjective = words
    .slice(count.noun?.from ?? 0, count.noun?.head ?? 0)
    .find((word) => STATE_WORDS.has(word.lower));
  return adjective ? (CUES.get(adjective.lower) ?? null) : null;
}

function stateCue(words: readonly Word[], count: Count): Cue | null {
  for (let at = count.number.to; at < count.to; at += 1) {
    const cue = CUES.get(lowerAt(words, at));
    if (cue) return cue;
  }
  return null;
}

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
    ['left', 'remain', 'remained', 'were'].includes(next)
  );
}

/** "including 12 children", "five others", "three of them", "9 in Easttown, 8 in Westtown", "put the figure at 10,000". */
function takenOver(
  words: readonly Word[],
  count: Count,
  last: Counted | null,
  before: Counted | null,
): Resolution | null {
  const total = last ?? (isAnaphoric(words, count) ? before : null);
  if (!total || count.noun?.unknown || total.count.noun?.noun.unit === 'dwelling') return null;
  const inherit = (rule: FigureRule): Resolution => ({ cue: total.cue, at: total.at, rule, of: total });
  if (count.form === 'part' || isPart(words, count)) return inherit('figure/part-of-total');
  if (count.form === 'bare') return isListed(words, count, total) ? inherit('figure/listed-by-place') : null;
  const follows = [',', 'and', 'or', 'plus', '(', 'as', 'with'].includes(lowerAt(words, count.from - 1));
  return follows && count.noun?.noun.metric == null ? inherit('figure/same-verb') : null;
}

function isPart(words: readonly Word[], count: Count): boolean {
  return words
    .slice(Math.max(0, count.from - 3), count.from)
    .some((word) =>
      ['including', 'among', 'comprising', 'included', 'includes', 'namely'].includes(word.lower),
    );
}

/** It speaks of the sentence before: "three of them", "put the figure at 300", "another 12". */
function isAnaphoric(words: readonly Word[], count: Count): boolean {
  const before = words.slice(Math.max(0, count.from - 4), count.from).map((word) => word.lower);
  const figure = before.includes('figure') || before.includes('number') || before.includes('total');
  return count.form === 'part' || (figure && before.at(-1) === 'at');
}

/** "33,000 from Idlib": a part of the total told by its place, never more than the total. */
function isListed(words: readonly Word[], count: Count, total: Counted): boolean {
  const value = count.number.value;
  const limit = total.count.number.max ?? total.count.number.value;
  if (isAnaphoric(words, count)) return true;
  if (value !== null && limit !== null && value > limit && total.of === null) return false;
  return ['in', 'from', 'at', 'near', 'around', 'inside', 'outside'].includes(lowerAt(words, count.to));
}

function impliedCue(metric: Cue['metric']): Cue | null {
  const event = [...EVENT_NOUNS.values()].find((cue) => cue.metric === metric);
  return event ?? [...CUES.values()].find((cue) => cue.metric === metric) ?? null;
}
