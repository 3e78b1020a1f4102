import { lowerAt, type Word } from '../words/words.js';
import type { Counted, Resolution } from './counted.js';
import { isOfPeople } from './counted-noun.js';
import type { Count } from './counts.js';
import { BE, beginsObject, HAVE, isAdverb } from './function-words.js';
import { readNumber } from './read-number.js';
import { CHANGES, REACHES, SETS, TOTAL_NOUNS } from './total-words.js';

/** What may stand before such a noun; not "the emergency number". */
const WHICH =
  /^(?:the|that|this|its|their|correct|right|actual|true|real|final|overall|official|new|latest|revised|current|updated|combined|death|cumulative)$/;
const PRONOUN = /^(?:it|this|that)$/;
const LINK = /^(?:to|at|now|as|high|been|already)$/;
/** Words of the verb: "has since risen to". */
const VERB_REACH = 6;
/** "the total since October 7", "the number in Norvale so far": what may follow the noun, and how long it may be. */
const WHEN_OR_WHERE = /^(?:since|for|this|so|as|in|across|over|now|until|up|last|from|by|,)$/;
const MIDDLE_REACH = 8;

/** "by Tuesday it was 19", "the total since October 7 is 4,300", "the correct figure is 14": another step of what was counted before. */
export function laterStep(words: readonly Word[], count: Count, told: Counted | null): Resolution | null {
  if (!told || told.cue.metric === 'other' || told.cue.metric === 'population' || !isPlain(words, count))
    return null;
  const verb = verbBefore(words, count.from);
  const isStep =
    isMovedTo(words, count.from, told) ||
    (verb >= 0 && (isSubject(words, verb, told) || isCorrection(words, count, verb, told)));
  if (!isStep) return null;
  return { cue: told.cue, at: told.at, rule: 'figure/toll', of: told };
}

/** A number with no noun behind it, or with one of people. */
function isPlain(words: readonly Word[], { form, noun, to }: Count): boolean {
  if (form === 'noun') return isOfPeople(noun);
  return form === 'bare' && !beginsObject(words[to]);
}

/** The first word of "was", "has since risen to" right before the number; -1 where there is none. */
function verbBefore(words: readonly Word[], from: number): number {
  let verb = -1;
  for (let at = from - 1; at >= Math.max(0, from - VERB_REACH); at -= 1) {
    const lower = lowerAt(words, at);
    if (BE.has(lower) || HAVE.has(lower) || moves(lower)) verb = at;
    else if (!LINK.test(lower) && !isAdverb(words[at])) break;
  }
  return verb;
}

const moves = (lower: string): boolean =>
  REACHES.has(lower) || CHANGES.has(lower) || /^bec[ao]me$/.test(lower);

/** "lowered it to 40" */
function isMovedTo(words: readonly Word[], from: number, told: Counted): boolean {
  if (!isTotal(told) || !/^(?:to|at)$/.test(lowerAt(words, from - 1))) return false;
  return PRONOUN.test(lowerAt(words, from - 2)) && SETS.has(lowerAt(words, from - 3));
}

/** Told as a total, or as what a total was before. */
export const isTotal = ({ rule }: Counted): boolean =>
  rule === 'figure/toll' || rule === 'figure/earlier-total';

/** "It was 14, not 24": the number told before is taken back, whatever it was told as. */
function isCorrection(
  words: readonly Word[],
  { to }: Count,
  verb: number,
  { count: before }: Counted,
): boolean {
  if (!PRONOUN.test(lowerAt(words, verb - 1))) return false;
  const not = lowerAt(words, to) === ',' || /^(?:and|but)$/.test(lowerAt(words, to)) ? to + 1 : to;
  return lowerAt(words, not) === 'not' && readNumber(words, not + 1)?.value === before.number.value;
}

function isSubject(words: readonly Word[], verb: number, told: Counted): boolean {
  if (PRONOUN.test(lowerAt(words, verb - 1))) return isTotal(told);
  for (let at = verb - 1; at >= Math.max(0, verb - MIDDLE_REACH); at -= 1) {
    if (!TOTAL_NOUNS.has(lowerAt(words, at))) continue;
    const goesOn = at === verb - 1 || WHEN_OR_WHERE.test(lowerAt(words, at + 1));
    return goesOn && WHICH.test(lowerAt(words, at - 1));
  }
  return false;
}
