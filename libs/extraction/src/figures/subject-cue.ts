import { lowerAt, type Word } from '../words/words.js';
import { endsClause } from './clause-end.js';
import type { Counted, Resolution } from './counted.js';
import type { Count } from './counts.js';
import type { Cue } from './cue.js';
import { FREES } from './fate-verbs.js';
import { impliedCue } from './implied-cue.js';
import { CUES } from './metric-cues.js';
import type { FoundCue } from './movements.js';
import { isBehindWhole } from './parts.js';

const GOT_AWAY: Cue = { kind: 'act', metric: 'other', measure: 'flow', term: null };

/** "released 40 men who had been jailed", "freed 12 women held in Norvale": behind who is freed stands what had befallen them. */
export function isFreed(words: readonly Word[], { to }: Count, { from }: FoundCue): boolean {
  if (!FREES.test(lowerAt(words, from))) return false;
  return (
    /^(?:who|whom|that)$/.test(lowerAt(words, to)) || CUES.get(lowerAt(words, to))?.metric === 'detained'
  );
}

/** What the verb behind a count says of just those counted: who escapes captors flees no war, and refugees who flee stay refugees. */
export function asSubject(
  words: readonly Word[],
  count: Count,
  found: FoundCue,
  told: Counted | null,
): FoundCue {
  if (found.cue.metric !== 'displaced') return found;
  if (escapesHarm(words, found, told)) return { ...found, cue: GOT_AWAY };
  const refugees = count.noun?.noun.metric === 'refugees' ? impliedCue('refugees') : null;
  return refugees ? { ...found, cue: refugees } : found;
}

/** Captors, and what holds people in. */
const HOLDS =
  /^(?:captors?|kidnappers?|abductors?|prisons?|jails?|custody|captivity|detention|cells?|rubble|wreck|wreckage|mine|shaft|building|fire|blaze|flames)$/;
/** Words between "escaped from" and who or what held them. */
const HOLD_REACH = 5;
/** Whoever was so gets away, and is not displaced by it. */
const WAS_HELD = /^(?:detained|missing|affected)$/;

/** "39 have escaped from their captors", "57 miners were trapped; 21 escaped" */
function escapesHarm(words: readonly Word[], { from }: FoundCue, told: Counted | null): boolean {
  const isEscape = /^escap/.test(lowerAt(words, from));
  if (!isEscape && !/^fle[ed]/.test(lowerAt(words, from))) return false;
  for (let at = from + 1; at <= from + HOLD_REACH && !endsClause(words, at); at += 1)
    if (HOLDS.test(lowerAt(words, at))) return true;
  return isEscape && told !== null && WAS_HELD.test(told.cue.metric);
}

/**
 * A part stays what its whole was: "five bodies, two of them washed ashore"; "Of these, 7,200 are in camps" of the refugees of the
 * sentence before.
 */
export function asItsWhole(
  words: readonly Word[],
  count: Count,
  { cue }: FoundCue,
  told: Counted | null,
): Resolution | null {
  if (!told) return null;
  const isKept =
    (cue.metric === 'other' && told.cue.metric === 'killed' && isOfThem(words, count)) ||
    (cue.metric === 'displaced' && told.cue.metric === 'refugees' && isOfThese(words, count));
  return isKept ? { cue: told.cue, at: told.at, rule: 'figure/part-of-total', of: told } : null;
}

const isOfThem = (words: readonly Word[], { form, to }: Count): boolean =>
  form === 'part' && /^(?:them|whom)$/.test(lowerAt(words, to + 1));

const isOfThese = (words: readonly Word[], { from }: Count): boolean =>
  isBehindWhole(words, from) && /^(?:these|those|them)$/.test(lowerAt(words, 1));
