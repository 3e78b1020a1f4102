import type { FigureRule } from '../rules/rule-catalogue.js';
import { isCapital, isKind, lowerAt, type Word } from '../words/words.js';
import type { Count } from './counts.js';
import { BE, beginsObject, HAVE, isAdverb, MODALS } from './function-words.js';
import { CUES } from './metric-cues.js';
import { dwellingCue } from './cue-at.js';
import { COUNTED } from './noun-lexicon.js';
import { TYPE } from './read-place.js';
import type { Counted, Resolution } from './counted.js';
import { TOTAL_NOUNS } from './total-words.js';
import { opensAsWhole } from './wholes.js';

/** "including 12 children", "five others", "three of them", "6 in Easttown, 2 in Westtown", "put the figure at 750". */
export function takenOver(
  words: readonly Word[],
  count: Count,
  last: Counted | null,
  before: Counted | null,
): Resolution | null {
  const one = count.number.value === 1;
  const total = last ?? (!one && isAnaphoric(words, count) && !isOfThings(words, count) ? before : null);
  if (!total || count.noun?.unknown || isOfUs(words, count)) return null;
  if (countsDwellings(total)) return moreDwellings(words, count, total);
  const rule = ruleOfPart(words, count, total);
  return rule && { cue: total.cue, at: total.at, rule, of: total };
}

/** "six of us" are no part of what another sentence counts. */
export function isOfUs(words: readonly Word[], { form, to }: Count): boolean {
  return form === 'part' && lowerAt(words, to) === 'of' && lowerAt(words, to + 1) === 'us';
}

/** "destroyed 8,912 mines, 311 of them improvised": they are what was counted right before. */
function isOfThings(words: readonly Word[], { form, from, to }: Count): boolean {
  if (form !== 'part') return false;
  if (DONE_BY_THINGS.test(lowerAt(words, to + 2))) return true;
  for (let at = from - 1; at >= 0 && !/^[;:]$/.test(lowerAt(words, at)); at -= 1)
    if (words[at]?.kind === 'number') return true;
  return false;
}

function ruleOfPart(words: readonly Word[], count: Count, total: Counted): FigureRule | null {
  if (isOfTotal(words, count)) return 'figure/toll';
  if (tellsPart(words, count, total)) return 'figure/part-of-total';
  if (isBracketed(words, count)) return 'figure/listed-by-place';
  if (count.form === 'bare') {
    if (isListed(words, count, total)) return 'figure/listed-by-place';
    return isElsewhere(words, count, total) ? 'figure/same-verb' : null;
  }
  return goesOn(words, count) || willFollow(words, count) ? 'figure/same-verb' : null;
}

function tellsPart(words: readonly Word[], count: Count, total: Counted): boolean {
  return (
    count.form === 'part' ||
    isPart(words, count) ||
    isOfThose(words, count, total) ||
    tellsKind(words, count, total)
  );
}

/** "Of the 30 killed, 12 were children". */
function isOfThose(words: readonly Word[], count: Count, total: Counted): boolean {
  if (count.form !== 'bare' || !opensAsWhole(words, total.count)) return false;
  return words[beforeAdverbs(words, count.from)]?.text === ',' && BE.has(lowerAt(words, count.to));
}

const GOING_ON = new Set([',', 'and', 'or', 'plus', '(', 'as', 'with']);

/** "killed 12 people and five soldiers": the verb holds for the second too. */
function goesOn(words: readonly Word[], count: Count): boolean {
  const next = lowerAt(words, count.to);
  if (BE.has(next) || HAVE.has(next) || MODALS.has(next)) return false;
  return GOING_ON.has(lowerAt(words, beforeAdverbs(words, count.from))) && !count.noun?.noun.metric;
}

/** The word before "only", "just" and their like. */
function beforeAdverbs(words: readonly Word[], from: number): number {
  let at = from - 1;
  while (at > from - 3 && isAdverb(words[at])) at -= 1;
  return at;
}

const countsDwellings = ({ count, of }: Counted): boolean =>
  count.noun ? count.noun.noun.unit === 'dwelling' : of !== null && countsDwellings(of);

/** "3,000 homes were destroyed and another 12,000 damaged", "and 2,600 in Westtown". */
function moreDwellings(words: readonly Word[], count: Count, total: Counted): Resolution | null {
  let at = BE.has(lowerAt(words, count.to)) ? count.to + 1 : count.to;
  while (isAdverb(words[at])) at += 1;
  const isOpen = count.form === 'bare' || count.form === 'more';
  const found = isOpen ? dwellingCue(words, at) : null;
  if (found) return { cue: found.cue, at: found, rule: 'figure/same-verb', of: total };
  const goesOnElsewhere = count.form === 'bare' && isElsewhere(words, count, total);
  return goesOnElsewhere ? { cue: total.cue, at: total.at, rule: 'figure/same-verb', of: total } : null;
}

const PART_CUES = new Set(
  'including among comprising included includes namely which whom consisting made'.split(' '),
);

/** "five were injured, two seriously". */
const SEVERITY = new Set(['seriously', 'critically', 'badly', 'severely', 'fatally']);

export function isPart(words: readonly Word[], count: Count): boolean {
  if (count.form === 'bare' && SEVERITY.has(lowerAt(words, count.to))) return true;
  if (count.bounded.further && count.form === 'bare') return !beginsObject(words[count.to]);
  // "killed 40 in Easttown, which has 12 schools"
  const next = words[count.to];
  if (count.form === 'bare' && beginsObject(next) && !CUES.has(next?.lower ?? '')) return false;
  for (let i = Math.max(0, count.from - 3); i < count.from; i += 1)
    if (PART_CUES.has(lowerAt(words, i))) return true;
  return false;
}

/** Words from the head of the sentence to the comma in "Of the verified population, 41,870 are children". */
const WHOLE_REACH = 8;

/** "Six are children." and "Of those registered, 410 are children" speak of a figure of the sentence before. */
function isOpeningPart(words: readonly Word[], count: Count): boolean {
  // "Of them, five were from Norvale"
  if (count.form === 'bare' && BE.has(lowerAt(words, count.to)) && isOfThem(words, count.from)) return true;
  if (!tellsWhoTheyAre(words, count)) return false;
  return count.from === 0 || words[count.from - 1]?.text === ';' || isBehindWhole(words, count.from);
}

const FOLLOWS = /^(?:follow|join|come|arrive|leave|flee)$/;

/** "fear that 3,000 more will follow" */
function willFollow(words: readonly Word[], { form, to }: Count): boolean {
  return form === 'more' && MODALS.has(lowerAt(words, to)) && FOLLOWS.test(lowerAt(words, to + 1));
}

/** Goes on from such a part: "..., 410 are children and 65 are older people". */
function tellsKind(words: readonly Word[], count: Count, total: Counted): boolean {
  if (isOpeningPart(words, count)) return true;
  return (
    total.rule === 'figure/part-of-total' &&
    lowerAt(words, count.from - 1) === 'and' &&
    tellsWhoTheyAre(words, count)
  );
}

/** "six are children", "2,960 are older persons". */
function tellsWhoTheyAre(words: readonly Word[], { form, to }: Count): boolean {
  if (form !== 'bare' || !/^(?:are|were)$/.test(lowerAt(words, to))) return false;
  return isKind(words, to + 1, COUNTED) || (isKind(words, to + 2, COUNTED) && !isCapital(words[to + 1]));
}

const isOfThem = (words: readonly Word[], from: number): boolean =>
  isBehindWhole(words, from) && /^(?:them|these|those)$/.test(lowerAt(words, 1)) && from <= 3;

/** What trains, boats and shells do. */
const DONE_BY_THINGS =
  /^(?:overturned|derailed|sank|collapsed|exploded|detonated|landed|capsized|crashed|misfired)$/;

/** "Of the verified population, 41,870" */
export function isBehindWhole(words: readonly Word[], from: number): boolean {
  if (from > WHOLE_REACH || words[from - 1]?.text !== ',') return false;
  return (
    /^(?:of|among)$/.test(lowerAt(words, 0)) && words.slice(1, from).every(({ kind }) => kind !== 'number')
  );
}

/** "bringing the total to", "put the increase at" */
const TOTALS = new Set([...TOTAL_NOUNS, 'rise', 'increase', 'jump']);

/** It speaks of a total told before: "three of them", "put the figure at 300", "bringing the total to 45", "Adun (127,400)". */
function isAnaphoric(words: readonly Word[], count: Count): boolean {
  return (
    count.form === 'part' ||
    isOfTotal(words, count) ||
    isOpeningPart(words, count) ||
    isBracketed(words, count) ||
    willFollow(words, count) ||
    (lowerAt(words, count.from - 2) === 'there' && isReportedToo(words, count)) ||
    (count.bounded.further && isReportedToo(words, count))
  );
}

const LEADS_TO_TOTAL = /^(?:at|to|reach(?:ed|es)?|exceed(?:ed|s)?|hit)$/;
/** Words of "the total in Norvale since 2 July to". */
const TOTAL_REACH = 8;

/** "put the figure at 300", "the number could reach 100,000": of which figure, the one before tells. */
function isOfTotal(words: readonly Word[], { from, number }: Count): boolean {
  const bounding = from < number.from && LEADS_TO_TOTAL.test(lowerAt(words, from));
  if (!bounding && !LEADS_TO_TOTAL.test(lowerAt(words, from - 1))) return false;
  for (let i = from - 1; i >= Math.max(0, from - TOTAL_REACH) && words[i]?.kind !== 'mark'; i -= 1)
    if (TOTALS.has(lowerAt(words, i)) && lowerAt(words, i + 1) !== 'of') return true;
  return false;
}

const PLACES_LIST = new Set(['in', 'from', 'at', 'near', 'around', 'inside', 'outside']);

/** "1,900 from Westtown": a part of the total told by its place, never more than the total. */
function isListed(words: readonly Word[], count: Count, total: Counted): boolean {
  const value = count.number.value;
  const limit = total.count.number.max ?? total.count.number.value;
  if (isAnaphoric(words, count) || isReportedToo(words, count)) return true;
  if (value !== null && limit !== null && value > limit && total.of === null) return false;
  return PLACES_LIST.has(lowerAt(words, count.to));
}

/** Nobody is as old: behind a person's name smaller numbers in brackets are ages. */
const OLDEST = 115;

/** "Adun (127,400) and West Temna (96,050)": the place stands before the bracket that tells its part. */
function isBracketed(words: readonly Word[], { from, to, form, number }: Count): boolean {
  if (form !== 'bare' || words[from - 1]?.text !== '(' || words[to]?.text !== ')') return false;
  if ((number.max ?? number.value ?? 0) <= OLDEST) return false;
  return isCapital(words[from - 2]) || isKind(words, from - 2, TYPE);
}

/** Words between a count told with its place and the next one. */
const MAX_BETWEEN = 10;

/** "56 dead in Easttown and 139 in Westtown": each has a place, so the greater is no part of the lesser. */
function isElsewhere(words: readonly Word[], { from, to }: Count, total: Counted): boolean {
  if (!/^(?:and|,)$/.test(lowerAt(words, from - 1)) || !leadsToPlace(words, to)) return false;
  const start = Math.max(total.count.to, from - MAX_BETWEEN);
  for (let at = start; at < from - 1; at += 1) if (leadsToPlace(words, at)) return true;
  return false;
}

function leadsToPlace(words: readonly Word[], at: number): boolean {
  return PLACES_LIST.has(lowerAt(words, at)) && isCapital(words[at + 1]);
}

const REPORTED = /^(?:reported|recorded|confirmed|registered)$/;

/** "... and four were reported in Easttown": the verb of the count before goes on. */
function isReportedToo(words: readonly Word[], { from, to }: Count): boolean {
  const there = lowerAt(words, from - 2) === 'there' && BE.has(lowerAt(words, from - 1));
  const verb = there ? to : BE.has(lowerAt(words, to)) ? to + 1 : -1;
  return REPORTED.test(lowerAt(words, verb));
}
