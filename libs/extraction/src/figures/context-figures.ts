import { lowerAt, type Word } from '../words/words.js';
import type { Counted, Resolution } from './counted.js';
import { isOfPeople } from './counted-noun.js';
import type { Count } from './counts.js';

/** Who has been told to be on the move is so in the next sentence too. */
const LASTING = /^(?:displaced|refugees|evacuated|besieged)$/;
const STAYS = /^(?:liv(?:e|ing)|stay(?:ing)?|sleep(?:ing)?|shelter(?:ing)?|camp(?:ed|ing)|crammed|packed)$/;
const HERE = /^(?:there|here)$/;
/** Words between a count and "are living there". */
const THERE_REACH = 10;

/**
 * What a sentence right before tells of those counted: "There, 63,000 people share 900 latrines", "140 people with disabilities are
 * living there", "Eleven victims were rough sleepers".
 */
export function toldBefore(
  words: readonly Word[],
  count: Count,
  last: Counted | null,
  before: Counted | null,
): Resolution | null {
  const told = last ?? before;
  if (!told || count.form !== 'noun' || !isOfPeople(count.noun)) return null;
  const { cue } = told;
  if (cue.metric === 'killed' && isOneOfVictims(words, count))
    return { cue, at: null, rule: 'figure/part-of-total', of: told };
  if (!LASTING.test(cue.metric) || !isThere(words, count)) return null;
  return { cue, at: null, rule: 'figure/same-verb', of: told };
}

/** "Eleven victims": of those whose death was told. */
function isOneOfVictims(words: readonly Word[], { noun, number }: Count): boolean {
  return noun !== null && noun.head === number.to && /^victims?$/.test(lowerAt(words, noun.head));
}

function isThere(words: readonly Word[], { to }: Count): boolean {
  if (HERE.test(lowerAt(words, 0)) && lowerAt(words, 1) === ',') return true;
  for (let at = to; at < to + THERE_REACH && words[at]; at += 1)
    if (STAYS.test(lowerAt(words, at)) && HERE.test(lowerAt(words, at + 1))) return true;
  return false;
}
