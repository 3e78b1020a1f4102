import { lowerAt, type Word } from '../words/words.js';
import type { Count } from './counts.js';
import { inCrisis } from './cause.js';
import { IN_CAMP, POPULATION } from './cue.js';
import type { FoundCue } from './movements.js';
import { CHANGES } from './total-words.js';

const CAMP_LIKE =
  /^(?:arenas?|stadiums?|halls?|schools?|church(?:es)?|mosques?|monaster(?:y|ies)|gyms?|hostels?|barracks|convents?|hotels?|sites?)$/;

const HOUSES =
  /^(?:shelter(?:s|ed|ing)?|host(?:s|ed|ing)?|hous(?:es?|ed|ing)|holds?|held|holding|accommodat(?:es?|ed|ing))$/;

/** "is crammed with 1,650" */
const FILLED = /^(?:crammed|packed|filled|overflowing|crowded|jammed)$/;

const CAMP = /^(?:camps?|shelters?|centres?|centers?|settlement|settlements)$/;

/** Words between the camp and its verb: "The camp at Easttown now ..." */
const CAMP_REACH = 8;

/** "The centre at Easttown, designed for 400, is crammed with" */
const FILLED_REACH = 12;

const SETTLEMENTS = new Set(
  'city town village camp district community island settlement suburb neighbourhood neighborhood enclave area'.split(
    ' ',
  ),
);

/** Homes are not housed, and "40 refugees" says itself who is. */
function tellsMore({ noun }: Count): boolean {
  return noun?.noun.unit === 'dwelling' || Boolean(noun?.noun.metric);
}

/** "The camp now shelters more than 61,000 people." */
export function byCamp(words: readonly Word[], count: Count): FoundCue | null {
  const at = lowerAt(words, count.from - 1) === 'with' ? count.from - 2 : count.from - 1;
  const isFilled = at < count.from - 1;
  if (!(isFilled ? FILLED : HOUSES).test(lowerAt(words, at)) || tellsMore(count)) return null;
  const reach = isFilled ? FILLED_REACH : CAMP_REACH;
  for (let i = at - 1; i >= Math.max(0, at - reach); i -= 1) {
    if (CAMP.test(lowerAt(words, i)) || (CAMP_LIKE.test(lowerAt(words, i)) && inCrisis(words)))
      return { cue: IN_CAMP, from: at, to: at + 1 };
  }
  return null;
}

/** "The camp has swollen from 6,000 to 28,000 people", and the 6,000 before. */
export function byGrowth(words: readonly Word[], { from }: Count): FoundCue | null {
  if (!/^(?:from|to)$/.test(lowerAt(words, from - 1))) return null;
  for (let at = from - 2; at > from - 6; at -= 1) {
    if (!CHANGES.has(lowerAt(words, at))) continue;
    for (let i = at - 1; i >= Math.max(0, at - CAMP_REACH); i -= 1)
      if (CAMP.test(lowerAt(words, i))) return { cue: IN_CAMP, from: at, to: at + 1 };
  }
  return null;
}

export function byPopulation(words: readonly Word[], count: Count): FoundCue | null {
  const at = count.from - 1;
  const [last, before] = [lowerAt(words, at), lowerAt(words, at - 1)];
  if (tellsMore(count)) return null;
  // "Norvale, population 28,000, ..."
  if (last === 'population' && /^[,(]$/.test(before) && count.form === 'bare')
    return { cue: POPULATION, from: at, to: at + 1 };
  const home = last === 'to' && before === 'home';
  const settled = last === 'of' && (SETTLEMENTS.has(before) || before === 'population');
  return home || settled
    ? { cue: home && isOfCamp(words, at - 2) ? IN_CAMP : POPULATION, from: at - 1, to: at + 1 }
    : null;
}

/** "In the displacement site of Easttown, home to ..." */
function isOfCamp(words: readonly Word[], before: number): boolean {
  const near = words.slice(Math.max(0, before - CAMP_REACH), before + 1);
  return near.some(({ lower }) => lower === 'displacement' || CAMP.test(lower));
}
