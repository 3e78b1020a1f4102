import { lowerAt, type Word } from '../words/words.js';
import type { Counted, Resolution } from './counted.js';
import type { Count } from './counts.js';
import { byGrowth } from './housing-governors.js';
import { tollBefore } from './tolls.js';
import { TOTAL_NOUNS } from './total-words.js';

/** "rose from 30 to 45": the first is the total before. */
export function asEarlier(words: readonly Word[], count: Count): Resolution | null {
  const toll = tollBefore(words, count) ?? byGrowth(words, count);
  return toll && { cue: toll.cue, at: toll, rule: 'figure/earlier-total', of: null };
}

const EARLIER = /^(?:earlier|previous|initial|first|preliminary|provisional|original|prior)$/;

const ROSE = /^(?:up|down|,|increased|rising|increase|rise)$/;

const COMPARES = /^(?:against|versus)$/;

const MULTIPLIES = /^(?:double|twice|triple|than|quadruple)$/;

/** "against 640 in all of last year", "nearly double the 2,510 admitted then" */
function isCompared(last: string, before: string): boolean {
  return COMPARES.test(last) || (last === 'the' && MULTIPLIES.test(before));
}

/** "rose to 29, up from 17", "an earlier count of 17", "29, compared with 17 on Monday": the same total at an earlier time. */
export function isEarlier(words: readonly Word[], count: Count, told: Counted): boolean {
  const [last, before] = [lowerAt(words, count.from - 1), lowerAt(words, count.from - 2)];
  if (isWithdrawn(words, count, told)) return true;
  if (last === 'of' && (TOTAL_NOUNS.has(before) || before === 'estimate'))
    return EARLIER.test(lowerAt(words, count.from - 3));
  if (count.form === 'bare' && isCompared(last, before)) return true;
  // "taking the toll to 66 from 47"
  if (last === 'from' && count.form === 'bare')
    return ROSE.test(before) || (told.rule === 'figure/toll' && told.count.to === count.from - 1);
  return ['with', 'to'].includes(last) && before === 'compared';
}

const REPORTED =
  /^(?:reported|said|stated|announced|given|claimed|believed|thought|feared|estimated|published|written|counted)$/;
const BEFORE_NOW =
  /^(?:as|earlier|previously|first|initially|originally|before|wrongly|mistakenly|incorrectly|erroneously)$/;
/** Words of "people, as the ministry first". */
const WITHDRAWN_REACH = 6;

/** "14, not 24", "not 25 as reported earlier", "instead of the 25 first reported": somebody gave it, and it no longer stands. */
function isWithdrawn(words: readonly Word[], { from, to, number }: Count, { of }: Counted): boolean {
  if (lowerAt(words, from - 1) === 'not' && of?.count.number.value === number.value) return true;
  const last = lowerAt(words, from - 1) === 'the' ? from - 2 : from - 1;
  const pair = `${lowerAt(words, last - 1)} ${lowerAt(words, last)}`;
  if (lowerAt(words, last) !== 'not' && pair !== 'instead of' && pair !== 'rather than') return false;
  const behind = words.slice(to, to + WITHDRAWN_REACH).map(({ lower }) => lower);
  return behind.some((lower) => REPORTED.test(lower)) && behind.some((lower) => BEFORE_NOW.test(lower));
}
