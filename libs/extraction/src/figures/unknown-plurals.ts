import { isKind, lowerAt, type Word } from '../words/words.js';
import { isAgent } from './agent-nouns.js';
import type { Resolution } from './counted.js';
import type { Count } from './counts.js';
import { NUMBER } from './read-number.js';
import { type FoundCue } from './movements.js';

const HUMAN_FATE =
  /^(?:kill|slay|slain|massacre|execut|murder|behead|lynch|injur|wound|hurt|maim|arrest|detain|kidnap|abduct|jail|imprison|die|dying|dead|drown|perish|buried)/;

/** Only people are killed, hurt or taken: an unknown plural is people where such a verb, and no other, takes it. */
export function takesPeople(words: readonly Word[], count: Count, { at, rule }: Resolution): boolean {
  if (at === null || rule === 'figure/part-of-total' || hasOtherSubject(words, count, at)) return false;
  return HUMAN_FATE.test(lowerAt(words, at.from)) || isAgent(lowerAt(words, count.noun?.head ?? -1));
}

/** "Two accidents left a girl dead", "leapt two highways, and a man died": the verb behind speaks of somebody else. */
function hasOtherSubject(words: readonly Word[], { to }: Count, at: FoundCue): boolean {
  for (let i = to; i < at.from; i += 1)
    if (/^(?:an?|the|his|her|their|left)$/.test(lowerAt(words, i)) && !opensWhole(words, i)) return true;
  return false;
}

/** The "the" of "three of the judges". */
const opensWhole = (words: readonly Word[], at: number): boolean =>
  lowerAt(words, at - 1) === 'of' && isKind(words, at - 2, NUMBER);
