import { lowerAt, type Word } from '../words/words.js';
import type { Count } from './counts.js';
import { beginsObject, BE } from './function-words.js';
import { inCrisis } from './cause.js';
import { readPlace } from './read-place.js';
import type { Cue } from './cue.js';

export const LEAVE: Cue = { kind: 'act', metric: 'displaced', measure: 'flow', term: 'FORCED_TO_FLEE' };

export const EVACUATED: Cue = { kind: 'act', metric: 'evacuated', measure: 'flow', term: 'EVACUATED' };

/** Fewer people than this who live somewhere are a household, not a population. */
const FEWEST_INHABITANTS = 100;

export function isMany({ number }: Count): boolean {
  return number.value === null || number.value >= FEWEST_INHABITANTS;
}

/** The sentence speaks of an evacuation: who left was taken out. */
export function inEvacuation(words: readonly Word[]): boolean {
  return words.some((word) => word.lower.startsWith('evacuat'));
}

/** "9,000 families have left for the coast": whole households in such numbers do not go on a trip. */
export function leavesFor(words: readonly Word[], at: number, count: Count): boolean {
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
export function leaves(words: readonly Word[], at: number): boolean {
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
