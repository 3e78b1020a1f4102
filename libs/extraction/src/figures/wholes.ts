import { smallNumber } from '../words/small-numbers.js';
import { lowerAt, type Word } from '../words/words.js';
import type { Count } from './counts.js';
import type { FoundCue } from './movements.js';
import type { CountIndex } from './count-index.js';

const WHOLES = new Set(['the', 'its', 'their', 'his', 'her', 'our', 'these', 'those']);
/** Words of a name before "'s": "of the Harbour Watch's 30 boats". */
const MAX_OWNER = 4;
const SHARES = new Set(
  '% percent cent half most third thirds quarter quarters fifth fifths tenth majority some many none part'.split(
    ' ',
  ),
);
/** Who lives somewhere: the whole that a share is taken of is then the place's population. */
const RESIDENTS =
  /^(?:residents|inhabitants|people|villagers|islanders|citizens|families|households|civilians|refugees|homes|houses)$/;

/** "half", "two-thirds", "one-fifth". */
function isShare(lower: string): boolean {
  return SHARES.has(lower) || /-(?:thirds?|quarters?|fifths?|sixths?|tenths?)$/.test(lower);
}

/** The verb behind speaks of a part of those counted only: "70% of the 12,000 residents have fled", "Of the 112 passengers, 40 died". */
export function isWhole(words: readonly Word[], index: CountIndex, count: Count, right: FoundCue): boolean {
  return isWholeOfShare(words, count, right) || isBeforePart(words, index, count);
}

/** In "half of the 9,000 people displaced" 9,000 were displaced, in "half of the 9,000 people fled" they were not. */
function isWholeOfShare(words: readonly Word[], count: Count, right: FoundCue): boolean {
  const of = ofBefore(words, count.from);
  if (lowerAt(words, of) !== 'of' || lowerAt(words, count.to) === 'who') return false;
  if (right.from === count.to && right.cue.kind !== 'act') return false;
  const share = lowerAt(words, of - 1) === 'out' ? of - 2 : of - 1;
  return isNumber(words[share]) || (of < count.from - 1 && isShare(lowerAt(words, share)));
}

/** The "of" before a whole: "of the 200", "of his 45", "of the village's 200"; the word before it where there is none. */
function ofBefore(words: readonly Word[], from: number): number {
  if (WHOLES.has(lowerAt(words, from - 1))) return from - 2;
  if (lowerAt(words, from - 1) !== "'s") return from - 1;
  let at = from - 2;
  while (at > from - 2 - MAX_OWNER && lowerAt(words, at) !== 'of') at -= 1;
  return at;
}

function isNumber(word: Word | undefined): boolean {
  return word !== undefined && (word.kind === 'number' || smallNumber(word.lower) !== null);
}

function isBeforePart(words: readonly Word[], index: CountIndex, count: Count): boolean {
  if (!opensAsWhole(words, count) || lowerAt(words, count.to) !== ',') return false;
  return [1, 2, 3].some((step) => index.has(count.to + step));
}

/** "Of the 30 killed" at the start of a clause. */
export function opensAsWhole(words: readonly Word[], { from }: Count): boolean {
  const of = WHOLES.has(lowerAt(words, from - 1)) ? from - 2 : from - 1;
  const before = words[of - 1];
  return lowerAt(words, of) === 'of' && (before === undefined || before.kind === 'mark');
}

/** "70% of the 12,000 residents": the 12,000 live there. */
export function isPopulation(words: readonly Word[], count: Count): boolean {
  return count.form !== 'bare' && RESIDENTS.test(lowerAt(words, count.noun?.head ?? -1));
}
